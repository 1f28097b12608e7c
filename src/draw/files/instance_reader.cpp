// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <set>
#include <unordered_map>

#include "draw/files/canonical.hpp"
#include "draw/files/files.hpp"
#include "draw/files/format.hpp"
#include "draw/files/reader.hpp"

namespace ankao::draw {
namespace {

/// The ids of one kind and the places of their values.
class Ids {
public:
  explicit Ids(std::string_view kind)
      : kind_(kind) {}

  void add(Reader& in, std::string_view member, const std::string& id, std::size_t place) {
    if (!places_.emplace(id, static_cast<int>(place)).second) in.refuse_at(member, "draw.file.doubled_id", {{"kind", kind_}, {"id", id}});
  }

  std::optional<int> find(const std::string& id) const {
    const auto found = places_.find(id);
    return found == places_.end() ? std::nullopt : std::optional<int>(found->second);
  }

  /// Of the value here: an id that must be known.
  int reference(Reader& in) const { return known(in, in.id()); }

  int known(Reader& in, const std::string& id) const {
    const auto found = find(id);
    if (!found) in.refuse("draw.file.unknown_reference", {{"kind", kind_}, {"id", Pointer::shorten(id, 64)}});
    return found.value_or(0);
  }

private:
  std::string kind_;
  std::unordered_map<std::string, int> places_;
};

class InstanceReader {
public:
  explicit InstanceReader(std::string_view canonical)
      : in_(canonical) {}

  Result<Instance> run() {
    check_format(in_, k_instance_format);
    in_.record({{"format", Need::Required, [&] { in_.text(); }},
                {"city", Need::Required, [&] { out_.city = word(); }},
                {"month", Need::Required, [&] { read_month(); }},
                {"calendar", Need::Required, [&] { read_calendar(); }},
                {"policy", Need::Required, [&] { read_policy(); }},
                {"subjects", Need::Required, [&] { in_.array([&](std::size_t) { read_subject(); }); }},
                {"institutions", Need::Required, [&] { in_.array([&](std::size_t) { read_institution(); }); }},
                {"sites", Need::Required, [&] { in_.array([&](std::size_t) { read_site(); }); }},
                {"distance_m", Need::Required, [&] { read_distances(); }},
                {"batches", Need::Required, [&] { in_.array([&](std::size_t) { read_batch(); }); }},
                {"history", Need::Required, [&] { read_history(); }}});
    if (in_.refused()) return in_.problem();
    return std::move(out_);
  }

private:
  /// A free text that names something (city, slot): not empty, not long.
  std::string word() {
    constexpr std::size_t k_longest = 200;
    const std::string value = in_.text();
    if (value.empty() || value.size() > k_longest) in_.refuse("draw.file.bad_word", {{"limit", std::to_string(k_longest)}});
    return value;
  }

  void read_month() {
    const std::string text = in_.text();
    const auto month = parse_month(text);
    if (month) {
      out_.month = *month;
    } else {
      in_.refuse("draw.file.bad_month", {{"found", Pointer::shorten(text, 40)}});
    }
  }

  void read_calendar() {
    in_.record({{"dates", Need::Required, [&] { in_.array([&](std::size_t) { read_calendar_date(); }); }},
                {"slots", Need::Required, [&] { in_.array([&](std::size_t) { read_slot_name(); }); }}});
    std::sort(out_.calendar.dates.begin(), out_.calendar.dates.end());
    for (std::size_t i = 0; i < out_.calendar.dates.size(); ++i) dates_.emplace(out_.calendar.dates[i].days, static_cast<int>(i));
  }

  void read_calendar_date() {
    const Date date = in_.date();
    if (in_.refused()) return;
    if (!out_.month.contains(date))
      return in_.refuse("draw.file.date_outside_month", {{"date", to_string(date)}, {"month", to_string(out_.month)}});
    if (!seen_dates_.insert(date).second) return in_.refuse("draw.file.doubled_date", {{"date", to_string(date)}});
    out_.calendar.dates.push_back(date);
  }

  void read_slot_name() {
    const std::string name = word();
    const auto place = out_.calendar.slots.size();
    if (!slots_.emplace(name, static_cast<int>(place)).second) in_.refuse("draw.file.doubled_slot", {{"slot", name}});
    out_.calendar.slots.push_back(name);
  }

  std::optional<int> count_or_null() { return in_.null() ? std::nullopt : std::optional<int>(in_.count()); }
  std::optional<Date> date_or_null() { return in_.null() ? std::nullopt : std::optional<Date>(in_.date()); }

  void read_policy() {
    Policy& policy = out_.policy;
    in_.record({{"visits_per_year", Need::Required, [&] { policy.visits_per_year = in_.count(); }},
                {"bands_m", Need::Required, [&] { in_.array([&](std::size_t) { read_band(); }); }},
                {"order_depth", Need::Required, [&] { policy.order_depth = in_.count(); }},
                {"min_fragment", Need::Required, [&] { policy.min_fragment = in_.count(); }},
                {"vacancy_free_percent", Need::Required, [&] { policy.vacancy_free_percent = in_.count(); }},
                {"max_sessions_per_slot", Need::Required, [&] { policy.max_sessions_per_slot = count_or_null(); }},
                {"max_sites_per_institution_slot", Need::Required, [&] { policy.max_sites_per_institution_slot = count_or_null(); }},
                {"weights", Need::Required, [&] { read_weights(policy.weights); }}});
  }

  void read_band() {
    auto& bands = out_.policy.bands_m;
    const std::int64_t limit = in_.count();
    if (!bands.empty() && limit <= bands.back())
      in_.refuse("draw.file.not_ascending", {{"found", std::to_string(limit)}, {"before", std::to_string(bands.back())}});
    bands.push_back(limit);
  }

  void read_weights(Weights& weights) {
    in_.record({{"imbalance", Need::Required, [&] { weights.imbalance = in_.count(); }},
                {"waiting", Need::Required, [&] { weights.waiting = in_.count(); }},
                {"distance", Need::Required, [&] { weights.distance = in_.count(); }},
                {"split", Need::Required, [&] { weights.split = in_.count(); }},
                {"retake_alone", Need::Required, [&] { weights.retake_alone = in_.count(); }}});
  }

  void read_subject() {
    Subject subject;
    in_.record({{"id", Need::Required, [&] { subject.id = in_.id(); }},
                {"name", Need::Optional, [&] { subject.name = in_.text(); }},
                {"kind", Need::Required,
                 [&] {
                   subject.kind = static_cast<SubjectKind>(in_.choice({"practical", "theory"}));
                 }},
                {"cross", Need::Required,
                 [&] {
                   subject.cross = static_cast<Cross>(in_.choice({"required", "exempt"}));
                 }},
                {"max_sessions", Need::Required, [&] { subject.max_sessions = count_or_null(); }}});
    subject_ids_.add(in_, "id", subject.id, out_.subjects.size());
    out_.subjects.push_back(std::move(subject));
  }

  void read_institution() {
    Institution institution;
    in_.record({{"id", Need::Required, [&] { institution.id = in_.id(); }},
                {"name", Need::Optional, [&] { institution.name = in_.text(); }},
                {"suspended", Need::Required, [&] { read_suspensions(institution.suspended); }}});
    institution_ids_.add(in_, "id", institution.id, out_.institutions.size());
    out_.institutions.push_back(std::move(institution));
  }

  void read_suspensions(std::vector<DateRange>& ranges) {
    in_.array([&](std::size_t) {
      std::vector<Date> ends;
      in_.array([&](std::size_t) { ends.push_back(in_.date()); });
      if (in_.refused()) return;
      if (ends.size() != 2) return in_.refuse("draw.file.not_two_dates", {{"found", std::to_string(ends.size())}});
      if (ends[1] < ends[0]) return in_.refuse("draw.file.ends_before_start", {{"from", to_string(ends[0])}, {"to", to_string(ends[1])}});
      ranges.push_back({ends[0], ends[1]});
    });
  }

  void read_site() {
    Site site;
    const int place = static_cast<int>(out_.sites.size());
    in_.record({{"id", Need::Required, [&] { site.id = in_.id(); }},
                {"name", Need::Optional, [&] { site.name = in_.text(); }},
                {"owner", Need::Required, [&] { site.owner = in_.null() ? std::nullopt : std::optional(institution_ids_.reference(in_)); }},
                {"public_base", Need::Required, [&] { site.public_base = in_.boolean(); }},
                {"suspended", Need::Required, [&] { read_suspensions(site.suspended); }},
                {"rooms", Need::Required, [&] { in_.array([&](std::size_t) { read_room(site, place); }); }}});
    site_ids_.add(in_, "id", site.id, out_.sites.size());
    out_.sites.push_back(std::move(site));
  }

  void read_room(Site& site, int site_place) {
    Room room;
    room.site = site_place;
    in_.record({{"id", Need::Required, [&] { room.id = in_.id(); }},
                {"exclusive", Need::Required, [&] { room.exclusive = in_.boolean(); }},
                {"capacity", Need::Required, [&] { room.capacity = in_.count(1); }},
                {"seats", Need::Required,
                 [&] { in_.table([&](const std::string& key) { room.seats[subject_ids_.known(in_, key)] = in_.count(1); }); }},
                {"open", Need::Required, [&] { read_openings(room); }}});
    room_ids_.add(in_, "id", room.id, out_.rooms.size());
    site.rooms.push_back(static_cast<int>(out_.rooms.size()));
    out_.rooms.push_back(std::move(room));
  }

  /// A date may stand in several openings; the same slot of it in only one. In the room, one opening a date.
  void read_openings(Room& room) {
    std::map<int, std::set<int>> open;
    in_.array([&](std::size_t) {
      int date = 0;
      in_.record(
          {{"date", Need::Required, [&] { date = calendar_date(); }},
           {"slots", Need::Required, [&] {
              in_.array([&](std::size_t) {
                const int slot = calendar_slot();
                if (!open[date].insert(slot).second)
                  in_.refuse("draw.file.doubled_slot", {{"slot", out_.calendar.slots.empty() ? "" : out_.calendar.slots[idx(slot)]}});
              });
            }}});
    });
    for (const auto& [date, slots] : open) room.open.push_back({date, {slots.begin(), slots.end()}});
  }

  static std::size_t idx(int place) { return static_cast<std::size_t>(place); }

  int calendar_date() {
    const Date date = in_.date();
    const auto found = dates_.find(date.days);
    if (found == dates_.end()) in_.refuse("draw.file.not_in_calendar", {{"date", to_string(date)}});
    return found == dates_.end() ? 0 : found->second;
  }

  int calendar_slot() {
    const std::string name = in_.text();
    const auto found = slots_.find(name);
    if (found == slots_.end()) in_.refuse("draw.file.unknown_slot", {{"slot", Pointer::shorten(name, 64)}});
    return found == slots_.end() ? 0 : found->second;
  }

  void read_distances() {
    out_.distance_m.assign(out_.institutions.size(), {});
    in_.table([&](const std::string& key) { read_distances_of(institution_ids_.known(in_, key)); });
    for (std::size_t i = 0; i < out_.institutions.size() && !in_.refused(); ++i)
      if (out_.distance_m[i].size() != out_.sites.size() || (out_.sites.empty() && !with_distances_.contains(i)))
        in_.refuse_at(out_.institutions[i].id, "draw.file.missing_distance", {{"institution", out_.institutions[i].id}, {"site", "*"}});
  }

  void read_distances_of(int institution) {
    constexpr std::int64_t k_absent = -1;
    if (in_.refused()) return;
    auto& row = out_.distance_m[idx(institution)];
    with_distances_.insert(idx(institution));
    row.assign(out_.sites.size(), k_absent);
    in_.table([&](const std::string& key) {
      const int site = site_ids_.known(in_, key);
      if (!in_.refused()) row[idx(site)] = in_.count();
    });
    const auto absent = std::find(row.begin(), row.end(), k_absent);
    if (in_.refused() || absent == row.end()) return;
    const std::string& site = out_.sites[static_cast<std::size_t>(absent - row.begin())].id;
    in_.refuse_at(site, "draw.file.missing_distance", {{"institution", out_.institutions[idx(institution)].id}, {"site", site}});
  }

  void read_batch() {
    Batch batch;
    in_.record({{"id", Need::Required, [&] { batch.id = in_.id(); }},
                {"class", Need::Required, [&] { batch.class_id = in_.id(); }},
                {"institution", Need::Required, [&] { batch.institution = institution_ids_.reference(in_); }},
                {"subject", Need::Required, [&] { batch.subject = subject_ids_.reference(in_); }},
                {"kind", Need::Required,
                 [&] {
                   batch.kind = static_cast<BatchKind>(in_.choice({"regular", "retake"}));
                 }},
                {"own_school", Need::Required, [&] { batch.own_school = in_.boolean(); }},
                {"started", Need::Required, [&] { batch.started = in_.date(); }},
                {"completed", Need::Required, [&] { batch.completed = in_.date(); }},
                {"not_before", Need::Required, [&] { batch.not_before = date_or_null(); }},
                {"finish_by", Need::Required, [&] { batch.finish_by = date_or_null(); }},
                {"carried", Need::Required, [&] { batch.carried = in_.count(); }},
                {"candidates", Need::Required, [&] { batch.candidates = in_.count(1); }}});
    batch_ids_.add(in_, "id", batch.id, out_.batches.size());
    out_.batches.push_back(std::move(batch));
  }

  void read_history() {
    in_.record({{"visits", Need::Required, [&] { in_.array([&](std::size_t) { read_visit(); }); }},
                {"sessions", Need::Required, [&] { in_.array([&](std::size_t) { read_past_sessions(); }); }}});
  }

  void read_visit() {
    PastVisit visit;
    in_.record({{"institution", Need::Required, [&] { visit.institution = institution_ids_.reference(in_); }},
                {"site", Need::Required, [&] { visit.site = site_ids_.reference(in_); }},
                {"subject", Need::Required, [&] { visit.subject = subject_ids_.reference(in_); }},
                {"date", Need::Required, [&] { visit.date = past_date(); }},
                {"slot", Need::Required, [&] { visit.slot = calendar_slot(); }},
                {"waived", Need::Required, [&] { visit.waived = in_.boolean(); }}});
    out_.visits.push_back(visit);
  }

  Date past_date() {
    const Date date = in_.date();
    if (!in_.refused() && date >= out_.month.first())
      in_.refuse("draw.file.not_past", {{"date", to_string(date)}, {"month", to_string(out_.month)}});
    return date;
  }

  void read_past_sessions() {
    PastSessions sessions;
    in_.record({{"site", Need::Required, [&] { sessions.site = site_ids_.reference(in_); }},
                {"subject", Need::Required, [&] { sessions.subject = subject_ids_.reference(in_); }},
                {"count", Need::Required, [&] { sessions.count = in_.count(); }}});
    out_.sessions.push_back(sessions);
  }

  Reader in_;
  Instance out_;
  std::set<Date> seen_dates_;
  std::map<std::int32_t, int> dates_;
  std::map<std::string, int> slots_;
  std::set<std::size_t> with_distances_;
  Ids subject_ids_{"subject"};
  Ids institution_ids_{"institution"};
  Ids site_ids_{"site"};
  Ids room_ids_{"room"};
  Ids batch_ids_{"batch"};
};

} // namespace

Result<ReadInstance> read_instance(std::string_view bytes) {
  auto canonical = canonical_json(bytes);
  if (!canonical) return canonical.problem();
  auto instance = InstanceReader(*canonical).run();
  if (!instance) return instance.problem();
  const Digest digest = sm3(*canonical);
  return ReadInstance{std::move(instance).value(), std::move(canonical).value(), digest};
}

} // namespace ankao::draw
