// SPDX-License-Identifier: Apache-2.0
#include "draw/check/difference.hpp"

#include <algorithm>
#include <map>
#include <tuple>
#include <utility>

namespace ankao::draw {
namespace {

struct Where {
  std::string date;
  std::ptrdiff_t slot_place = 0;
  std::string room, slot, site;
  bool operator<(const Where& other) const { return std::tie(date, slot_place, room) < std::tie(other.date, other.slot_place, other.room); }
};

using Places = std::map<Where, int>;

std::map<std::string, Places> places_of(const Instance& instance, const Plan& plan) {
  const auto& slots = instance.calendar.slots;
  std::map<std::string, Places> out;
  for (const Session& s : plan.sessions)
    for (const Seats& seats : s.seats)
      out[seats.batch][{s.date, std::find(slots.begin(), slots.end(), s.slot) - slots.begin(), s.room, s.slot, s.site}] += seats.candidates;
  return out;
}

bool is_open(const Instance& instance, const Where& where) {
  const auto room = std::find_if(instance.rooms.begin(), instance.rooms.end(), [&](const Room& r) { return r.id == where.room; });
  const auto day = parse_date(where.date);
  if (room == instance.rooms.end() || !day) return false;
  for (const DateRange& range : instance.sites[static_cast<std::size_t>(room->site)].suspended)
    if (range.contains(*day)) return false;
  return std::any_of(room->open.begin(), room->open.end(), [&](const Opening& opening) {
    return instance.calendar.dates[static_cast<std::size_t>(opening.date)] == *day &&
           std::find(opening.slots.begin(), opening.slots.end(), static_cast<int>(where.slot_place)) != opening.slots.end();
  });
}

/// Whether the batch may be examined on the day at all.
bool may_sit(const Instance& instance, const Batch& batch, Date day) {
  const auto& suspended = instance.institutions[static_cast<std::size_t>(batch.institution)].suspended;
  const bool barred = std::any_of(suspended.begin(), suspended.end(), [&](const DateRange& range) { return range.contains(day); });
  return !barred && day > batch.completed && (!batch.not_before || day >= *batch.not_before);
}

/// Those of `from` that are not in `to`.
std::vector<PlaceChanged> less(const Instance& instance, const Batch& batch, const Places& from, const Places& to) {
  std::vector<PlaceChanged> out;
  for (const auto& [where, count] : from) {
    const auto there = to.find(where);
    const int gone = count - (there == to.end() ? 0 : there->second);
    if (gone > 0) out.push_back({where.date, where.slot, where.site, where.room, gone, !is_open(instance, where) || !may_sit(instance, batch, *parse_date(where.date))});
  }
  return out;
}

int total(const std::vector<PlaceChanged>& places, bool only_lost = false) {
  int sum = 0;
  for (const PlaceChanged& place : places) sum += !only_lost || place.lost ? place.candidates : 0;
  return sum;
}

} // namespace

Difference difference(const Instance& after, const Plan& before, const Plan& now) {
  const auto old_places = places_of(after, before), new_places = places_of(after, now);
  Difference out;
  for (const Batch& batch : after.batches) {
    const auto of = [&](const auto& all) { return all.contains(batch.id) ? all.at(batch.id) : Places(); };
    const Places was = of(old_places), is = of(new_places);
    BatchChanged changed{batch.id, less(after, batch, was, is), less(after, batch, is, was), 0};
    if (changed.left.empty() && changed.came.empty()) continue;
    changed.without = std::max(0, total(changed.left) - total(changed.came));
    out.hit += total(changed.left, true);
    out.moved += total(changed.left);
    out.without += changed.without;
    out.batches.push_back(std::move(changed));
  }
  std::sort(out.batches.begin(), out.batches.end(), [](const BatchChanged& a, const BatchChanged& b) { return a.batch < b.batch; });
  return out;
}

std::vector<Breach> check_redraw(const Instance& after, const Plan& before, const Plan& now, std::optional<Date> not_before) {
  std::vector<Breach> out;
  const auto note = [&](const std::string& batch, const PlaceChanged& place, const char* id) {
    const std::string where = place.room + " " + place.date + " " + place.slot;
    out.push_back({"redraw", "G-62", {batch, where}, problem(id, {{"batch", batch}, {"place", where}, {"candidates", std::to_string(place.candidates)}, {"first", not_before ? to_string(*not_before) : "-"}}, "/sessions")});
  };
  // Who sits in a place that is lost was not moved: R4 and R5 of check() find that.
  const std::string first = not_before ? to_string(*not_before) : "";
  for (const BatchChanged& batch : difference(after, before, now).batches) {
    for (const PlaceChanged& place : batch.came)
      if (place.date < first) note(batch.batch, place, "draw.fault.redraw_too_soon");
    for (const PlaceChanged& place : batch.left)
      if (place.date < first && !place.lost) note(batch.batch, place, "draw.fault.redraw_not_hit");
    if (total(batch.came) > total(batch.left)) out.push_back({"redraw", "G-62", {batch.batch}, problem("draw.fault.redraw_more", {{"batch", batch.batch}, {"came", std::to_string(total(batch.came))}, {"left", std::to_string(total(batch.left))}}, "/sessions")});
  }
  return out;
}

} // namespace ankao::draw
