// SPDX-License-Identifier: Apache-2.0
#include "draw/bounds/sharing.hpp"

#include <algorithm>
#include <set>

#include "draw/bounds/division.hpp"
#include "draw/bounds/frame.hpp"
#include "draw/bounds/outlook.hpp"
#include "draw/rules/judge.hpp"

namespace ankao::draw::producing {
namespace {

/// Cutting the month in two is tried with less work than a certificate may cost: there are many days to try.
constexpr std::int64_t k_most_cut_work = std::int64_t{1} << 24, k_most_cut_work_in_all = std::int64_t{1} << 27;

struct Found {
  SharedRooms shared;
  std::int64_t value = 0, gain = 0;
};

class Sharing {
public:
  Sharing(const Model& model, const KnownShortages& known)
      : model_(model)
      , in_(model.instance)
      , known_(known) {
    for (int s = 0; s < count_of(in_.subjects); ++s) {
      rooms_.emplace_back();
      if (at(model.subjects, s).queue.empty()) continue;
      for (int r = 0; r < count_of(in_.rooms); ++r)
        if (at(in_.rooms, r).exclusive && session_seats(model, r, s) > 0 && slots_for(model, all_month(r), at(model.subjects, s).queue) > 0)
          rooms_.back().insert(r);
    }
  }

  SharedProof run() {
    std::vector<Found> found = closed_groups();
    std::stable_sort(found.begin(), found.end(), [](const Found& a, const Found& b) { return a.gain > b.gain; });
    std::set<int> told;
    for (Found& group : found) {
      if (std::any_of(group.shared.subjects.begin(), group.shared.subjects.end(), [&](int s) { return told.contains(s); })) continue;
      told.insert(group.shared.subjects.begin(), group.shared.subjects.end());
      cut_the_month(group);
      take(std::move(group));
    }
    for (const std::set<int>& subjects : connected(told)) priced(subjects);
    return std::move(out_);
  }

private:
  SharedRoom all_month(int room) const {
    if (in_.calendar.dates.empty()) return {room, {}, {}};
    return {room, in_.calendar.dates.front(), in_.calendar.dates.back()};
  }
  std::int64_t proven(int s) const { return unplaced_cost(model_, s, at(known_.proven, s)); }
  bool is_short(int s) const { return unplaced_cost(model_, s, at(known_.planned, s)) > proven(s); }

  SharedRooms group(const std::set<int>& subjects, const std::set<int>& rooms) const {
    SharedRooms out;
    out.subjects.assign(subjects.begin(), subjects.end());
    for (int r : rooms) out.rooms.push_back(all_month(r));
    return out;
  }

  std::int64_t beyond(const SharedRooms& shared, std::int64_t value) const {
    for (int s : shared.subjects) value -= proven(s);
    return value;
  }

  /// For each subject that the plan leaves short without need of its own: its rooms, and all subjects that have no others.
  std::vector<Found> closed_groups() const {
    std::vector<Found> out;
    std::set<std::set<int>> seen;
    for (int s = 0; s < count_of(in_.subjects); ++s) {
      const std::set<int>& rooms = at(rooms_, s);
      if (!is_short(s) || rooms.empty() || count_of(rooms) > k_most_divided_rooms || !seen.insert(rooms).second) continue;
      std::set<int> subjects;
      for (int other = 0; other < count_of(in_.subjects); ++other)
        if (!at(rooms_, other).empty() && std::includes(rooms.begin(), rooms.end(), at(rooms_, other).begin(), at(rooms_, other).end()))
          subjects.insert(other);
      Found group{this->group(subjects, rooms), 0, 0};
      const auto value = divided_value(model_, known_, group.shared, Shares::Whole, k_most_divisions).value;
      if (!value) continue;
      group.value = *value;
      group.gain = beyond(group.shared, *value);
      out.push_back(std::move(group));
    }
    return out;
  }

  std::int64_t planned(const SharedRooms& shared) const {
    std::int64_t out = 0;
    for (int s : shared.subjects) out += unplaced_cost(model_, s, at(known_.planned, s));
    return out;
  }

  /// Batches that are ready late or must finish early have only a part of the month: a day from which its rooms count on their own.
  std::set<Date> days_to_cut(const SharedRooms& shared) const {
    std::set<Date> out;
    const std::vector<Date>& dates = in_.calendar.dates;
    for (int s : shared.subjects)
      for (int b : at(model_.subjects, s).queue)
        for (int d = 1; d < count_of(dates); ++d)
          if (at(at(model_.batches, b).ready, d * model_.slots_per_day) != at(at(model_.batches, b).ready, (d - 1) * model_.slots_per_day))
            out.insert(at(dates, d));
    return out;
  }

  static SharedRooms cut_at(const SharedRooms& shared, Date day) {
    SharedRooms out{shared.subjects, {}, {}};
    for (const SharedRoom& room : shared.rooms) {
      if (day <= room.from || room.to < day) {
        out.rooms.push_back(room);
        continue;
      }
      out.rooms.push_back({room.room, room.from, day - 1});
      out.rooms.push_back({room.room, day, room.to});
    }
    return out;
  }

  /// Days are tried with divisible shares, which is quick; the cuts found are kept if they prove more with whole ones.
  void cut_the_month(Found& group) {
    if (group.value >= planned(group.shared)) return;
    const std::set<Date> days = days_to_cut(group.shared);
    SharedRooms best = group.shared;
    std::int64_t value = divided_value(model_, known_, best, Shares::Divisible, k_most_divisions).value.value_or(0);
    for (bool better = true; better && value < planned(group.shared);) {
      better = false;
      const SharedRooms before = best;
      for (Date day : days) {
        SharedRooms cut = cut_at(before, day);
        if (cut.rooms.size() == before.rooms.size() || cut_work_ <= 0) continue;
        const Divided divided = divided_value(model_, known_, cut, Shares::Divisible, std::min(k_most_cut_work, cut_work_));
        cut_work_ -= divided.work;
        if (!divided.value || *divided.value <= value) continue;
        best = std::move(cut);
        value = *divided.value;
        better = true;
      }
    }
    if (best.rooms.size() == group.shared.rooms.size()) return;
    const auto whole = divided_value(model_, known_, best, Shares::Whole, k_most_divisions).value;
    if (!whole || *whole <= group.value) return;
    group = {std::move(best), *whole, 0};
    group.gain = beyond(group.shared, group.value);
  }

  void take(Found group) {
    if (group.gain <= 0) return;
    out_.gain += group.gain;
    out_.certificates.push_back(std::move(group.shared));
  }

  /// Subjects linked by rooms, without those told of already; only where somebody is short.
  std::vector<std::set<int>> connected(const std::set<int>& told) const {
    std::vector<std::set<int>> out;
    std::set<int> seen = told;
    for (int s = 0; s < count_of(in_.subjects); ++s) {
      if (!is_short(s) || at(rooms_, s).empty() || !seen.insert(s).second) continue;
      std::vector<int> linked{s};
      for (std::size_t i = 0; i < linked.size(); ++i)
        for (int other = 0; other < count_of(in_.subjects); ++other)
          if (!seen.contains(other) && meet(at(rooms_, linked[i]), at(rooms_, other))) {
            seen.insert(other);
            linked.push_back(other);
          }
      out.emplace_back(linked.begin(), linked.end());
    }
    return out;
  }
  static bool meet(const std::set<int>& a, const std::set<int>& b) {
    return std::any_of(a.begin(), a.end(), [&](int room) { return b.contains(room); });
  }

  void priced(const std::set<int>& subjects) {
    std::set<int> rooms;
    for (int s : subjects) rooms.insert(at(rooms_, s).begin(), at(rooms_, s).end());
    Found group{this->group(subjects, rooms), 0, 0};
    const auto value = priced_value(model_, known_, group.shared);
    if (!value) return;
    group.gain = beyond(group.shared, *value);
    take(std::move(group));
  }

  const Model& model_;
  const Instance& in_;
  const KnownShortages& known_;
  std::vector<std::set<int>> rooms_; ///< [subject] exclusive rooms in which somebody of it may sit
  std::int64_t cut_work_ = k_most_cut_work_in_all;
  SharedProof out_;
};

} // namespace

std::int64_t unplaced_cost(const Model& model, int subject, std::int64_t weighted) {
  std::int64_t all = 0;
  for (int b : at(model.subjects, subject).queue)
    all += std::int64_t{at(model.batches, b).weight} * at(model.instance.batches, b).candidates;
  return shortage(at(model.subjects, subject).rarity, weighted, all);
}

SharedProof shared_rooms(const Model& model, const KnownShortages& known) { return Sharing(model, known).run(); }

} // namespace ankao::draw::producing
