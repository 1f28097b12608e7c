// SPDX-License-Identifier: Apache-2.0
#include "planning/rules/what_if.hpp"

#include <algorithm>

namespace ankao::planning {

namespace {

template <class Things>
int index_of(const Things& things, const std::string& id) {
  for (std::size_t i = 0; i < things.size(); ++i)
    if (things[i].id == id) return static_cast<int>(i);
  return -1;
}

Problem unknown(const std::string& id, const std::string& at) { return problem("planning.whatif_unknown", {{"value", id}}, at); }

void set_policy(draw::Policy& policy, const PolicyIf& wish) {
  policy.visits_per_year = wish.visits_per_year.value_or(policy.visits_per_year);
  policy.order_depth = wish.order_depth.value_or(policy.order_depth);
  policy.min_fragment = wish.min_fragment.value_or(policy.min_fragment);
  policy.vacancy_free_percent = wish.vacancy_free_percent.value_or(policy.vacancy_free_percent);
  if (wish.max_sessions_per_slot) policy.max_sessions_per_slot = wish.max_sessions_per_slot;
  if (wish.max_sites_per_institution_slot) policy.max_sites_per_institution_slot = wish.max_sites_per_institution_slot;
  if (wish.bands_m) policy.bands_m = *wish.bands_m;
  auto& weights = policy.weights;
  weights.imbalance = wish.imbalance.value_or(static_cast<int>(weights.imbalance));
  weights.waiting = wish.waiting.value_or(static_cast<int>(weights.waiting));
  weights.distance = wish.distance.value_or(static_cast<int>(weights.distance));
  weights.split = wish.split.value_or(static_cast<int>(weights.split));
  weights.retake_alone = wish.retake_alone.value_or(static_cast<int>(weights.retake_alone));
}

int scaled(int seats, int percent) { return std::max(1, seats * percent / 100); }

void scale(draw::Room& room, int percent) {
  room.capacity = scaled(room.capacity, percent);
  for (auto& [subject, seats] : room.seats) seats = scaled(seats, percent);
}

Result<void> set_rooms(draw::Instance& in, const std::vector<RoomIf>& wishes) {
  for (std::size_t i = 0; i < wishes.size(); ++i) {
    const RoomIf& wish = wishes[i];
    const int site = index_of(in.sites, wish.site), room = index_of(in.rooms, wish.room);
    if (wish.room.empty() ? site < 0 : room < 0) return unknown(wish.room.empty() ? wish.site : wish.room, "/rooms/" + std::to_string(i));
    if (room >= 0)
      scale(in.rooms[static_cast<std::size_t>(room)], wish.percent);
    else
      for (int r : in.sites[static_cast<std::size_t>(site)].rooms) scale(in.rooms[static_cast<std::size_t>(r)], wish.percent);
  }
  return {};
}

/// Closed: its rooms are never open. The site stays, so that visits of the past have their place.
Result<void> close_sites(draw::Instance& in, const std::vector<std::string>& closed) {
  for (std::size_t i = 0; i < closed.size(); ++i) {
    const int site = index_of(in.sites, closed[i]);
    if (site < 0) return unknown(closed[i], "/closed/" + std::to_string(i));
    for (int r : in.sites[static_cast<std::size_t>(site)].rooms) in.rooms[static_cast<std::size_t>(r)].open.clear();
  }
  return {};
}

Result<void> add_base(draw::Instance& in, const BaseIf& base, std::size_t number, const std::map<std::string, Point>& institutions) {
  draw::Site site;
  site.id = "WHATIF-" + std::to_string(number + 1);
  site.name = base.name;
  site.public_base = true;
  for (int r = 0; r < base.rooms; ++r) {
    draw::Room room;
    room.id = site.id + "-R" + std::to_string(r + 1);
    room.site = static_cast<int>(in.sites.size());
    room.capacity = base.seats;
    for (const std::string& subject : base.subjects) {
      const int index = index_of(in.subjects, subject);
      if (index < 0) return unknown(subject, "/bases/" + std::to_string(number) + "/subjects");
      room.seats[index] = base.seats;
    }
    for (int d = 0; d < static_cast<int>(in.calendar.dates.size()); ++d) {
      draw::Opening opening{d, {}};
      for (int s = 0; s < static_cast<int>(in.calendar.slots.size()); ++s) opening.slots.push_back(s);
      room.open.push_back(std::move(opening));
    }
    site.rooms.push_back(static_cast<int>(in.rooms.size()));
    in.rooms.push_back(std::move(room));
  }
  for (std::size_t i = 0; i < in.institutions.size(); ++i) {
    const auto place = institutions.find(in.institutions[i].id);
    in.distance_m[i].push_back(place == institutions.end() ? 0 : distance_m(place->second, base.place));
  }
  in.sites.push_back(std::move(site));
  return {};
}

} // namespace

Result<draw::Instance> changed(draw::Instance in, const WhatIf& wish, const std::map<std::string, Point>& institutions) {
  if (wish.policy == PolicyIf{} && wish.rooms.empty() && wish.closed.empty() && wish.bases.empty()) return problem("planning.whatif_nothing", {});
  set_policy(in.policy, wish.policy);
  if (const auto done = set_rooms(in, wish.rooms); !done.ok()) return done.problem();
  if (const auto done = close_sites(in, wish.closed); !done.ok()) return done.problem();
  for (std::size_t i = 0; i < wish.bases.size(); ++i)
    if (const auto done = add_base(in, wish.bases[i], i, institutions); !done.ok()) return done.problem();
  return in;
}

} // namespace ankao::planning
