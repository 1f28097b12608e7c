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

/// Those of `from` that are not in `to`.
std::vector<PlaceChanged> less(const Instance& instance, const Places& from, const Places& to) {
  std::vector<PlaceChanged> out;
  for (const auto& [where, count] : from) {
    const auto there = to.find(where);
    const int gone = count - (there == to.end() ? 0 : there->second);
    if (gone > 0) out.push_back({where.date, where.slot, where.site, where.room, gone, !is_open(instance, where)});
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
    BatchChanged changed{batch.id, less(after, was, is), less(after, is, was), 0};
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

} // namespace ankao::draw
