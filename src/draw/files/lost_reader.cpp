// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <set>
#include <string>
#include <unordered_map>
#include <utility>

#include "draw/files/canonical.hpp"
#include "draw/files/format.hpp"
#include "draw/files/lost_file.hpp"
#include "draw/files/reader.hpp"

namespace ankao::draw {
namespace {

class LostReader {
public:
  LostReader(std::string_view canonical, const Instance& instance)
      : in_(canonical)
      , instance_(instance) {
    for (std::size_t i = 0; i < instance.sites.size(); ++i) sites_.emplace(instance.sites[i].id, static_cast<int>(i));
    for (std::size_t i = 0; i < instance.rooms.size(); ++i) rooms_.emplace(instance.rooms[i].id, static_cast<int>(i));
    for (std::size_t i = 0; i < instance.institutions.size(); ++i) institutions_.emplace(instance.institutions[i].id, static_cast<int>(i));
    for (std::size_t i = 0; i < instance.batches.size(); ++i) batches_.emplace(instance.batches[i].id, static_cast<int>(i));
  }

  Result<Lost> run() {
    check_format(in_, k_lost_format);
    in_.record({{"format", Need::Required, [&] { in_.text(); }},
                {"batches", Need::Optional, [&] { in_.array([&](std::size_t i) { batch(i); }); }},
                {"institutions", Need::Optional, [&] { in_.array([&](std::size_t i) { place(i, "institution", institutions_, out_.institutions); }); }},
                {"not_before", Need::Optional, [&] { out_.not_before = in_.date(); }},
                {"sites", Need::Required, [&] { in_.array([&](std::size_t i) { place(i, "site", sites_, out_.sites); }); }},
                {"rooms", Need::Required, [&] { in_.array([&](std::size_t i) { place(i, "room", rooms_, out_.rooms); }); }},
                {"sessions", Need::Required, [&] { in_.array([&](std::size_t) { session(); }); }}});
    if (in_.refused()) return in_.problem();
    return std::move(out_);
  }

private:
  using Known = std::unordered_map<std::string, int>;

  int known(std::string_view kind, const Known& places) {
    const std::string id = in_.id();
    const auto found = places.find(id);
    if (found == places.end()) in_.refuse("draw.file.unknown_reference", {{"kind", std::string(kind)}, {"id", Pointer::shorten(id, 64)}});
    return found == places.end() ? 0 : found->second;
  }

  void place(std::size_t number, std::string_view kind, const Known& places, std::vector<LostPlace>& out) {
    LostPlace lost;
    in_.record({{kind, Need::Required, [&] { lost.index = known(kind, places); }},
                {"from", Need::Required, [&] { lost.days.from = in_.date(); }},
                {"to", Need::Required, [&] { lost.days.to = in_.date(); }}});
    if (in_.refused()) return;
    if (lost.days.to < lost.days.from)
      return in_.refuse("draw.file.ends_before_start", {{"from", to_string(lost.days.from)}, {"to", to_string(lost.days.to)}});
    const bool again = std::any_of(out.begin(), out.end(), [&](const LostPlace& other) {
      return other.index == lost.index && other.days.from == lost.days.from && other.days.to == lost.days.to;
    });
    if (again) return twice(kind, number);
    out.push_back(lost);
  }

  void batch(std::size_t number) {
    LateBatch late;
    in_.record({{"batch", Need::Required, [&] { late.index = known("batch", batches_); }},
                {"not_before", Need::Required, [&] { late.not_before = in_.date(); }}});
    if (in_.refused()) return;
    const bool again = std::any_of(out_.batches.begin(), out_.batches.end(), [&](const LateBatch& other) { return other.index == late.index; });
    if (again) return twice("batch", number);
    out_.batches.push_back(late);
  }

  void session() {
    LostSession lost;
    in_.record({{"room", Need::Required, [&] { lost.room = known("room", rooms_); }},
                {"date", Need::Required, [&] { lost.date = date(); }},
                {"slot", Need::Required, [&] { lost.slot = slot(); }}});
    if (in_.refused()) return;
    if (!sessions_.insert({lost.room, {lost.date, lost.slot}}).second) return twice("session", out_.sessions.size());
    out_.sessions.push_back(lost);
  }

  void twice(std::string_view kind, std::size_t number) {
    in_.refuse("draw.file.doubled_id", {{"kind", std::string(kind)}, {"id", std::to_string(number)}});
  }

  int date() {
    const Date day = in_.date();
    const auto& dates = instance_.calendar.dates;
    const auto found = std::lower_bound(dates.begin(), dates.end(), day);
    if (in_.refused()) return 0;
    if (found == dates.end() || *found != day) {
      in_.refuse("draw.lost_date_unknown", {{"date", to_string(day)}});
      return 0;
    }
    return static_cast<int>(found - dates.begin());
  }

  int slot() {
    const std::string name = in_.text();
    const auto& slots = instance_.calendar.slots;
    const auto found = std::find(slots.begin(), slots.end(), name);
    if (found == slots.end()) in_.refuse("draw.file.unknown_slot", {{"slot", Pointer::shorten(name, 80)}});
    return found == slots.end() ? 0 : static_cast<int>(found - slots.begin());
  }

  Reader in_;
  const Instance& instance_;
  Known sites_, rooms_, institutions_, batches_;
  std::set<std::pair<int, std::pair<int, int>>> sessions_;
  Lost out_;
};

} // namespace

Result<Lost> read_lost(std::string_view bytes, const Instance& instance) {
  const auto canonical = canonical_json(bytes);
  if (!canonical) return canonical.problem();
  return LostReader(*canonical, instance).run();
}

} // namespace ankao::draw
