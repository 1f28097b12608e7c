// SPDX-License-Identifier: Apache-2.0
// The record of a redraw of the good bundle's plan.
#pragma once

#include "draw/engine/redraw.hpp"
#include "draw/rules/losses.hpp"
#include "draw_bundle/support/bundles.hpp"

namespace ankao::draw::testing {

/// What the good bundle's plan loses: the first room in which somebody sits, all month.
inline Lost first_room(const Bundle& former) {
  Lost lost;
  const std::string& id = former.plan.sessions.front().room;
  for (std::size_t r = 0; r < former.instance.rooms.size(); ++r)
    if (former.instance.rooms[r].id == id) lost.rooms = {{static_cast<int>(r), {make_date(2024, 3, 1), make_date(2024, 3, 31)}}};
  return lost;
}

inline Bundle redrawn(const Lost& lost) {
  const Bundle first = good_bundle();
  Bundle b = first;
  b.former = Former{first.instance, first.instance_digest, first.plan, lost};
  b.instance = read_instance(write_instance(after_loss(first.instance, lost)))->instance;
  b.instance_digest = read_instance(write_instance(b.instance))->digest;
  b.public_value.text = "01 02 03 04 05 06";
  const Seed seed = seed_of(b.instance_digest, b.reveals, b.public_value.text);
  b.seed = to_hex(seed);
  b.engine = redraw_name();
  b.plan = redraw(b.instance, b.instance_digest, first.plan, seed);
  b.records.exceptions.clear();
  for (const auto& e : b.plan.exceptions) b.records.exceptions.push_back({e.institution, e.site, e.subject, e.visits, Approved{"too few sites", "city_bureau", hour(140)}});
  return b;
}

inline Bundle good_redraw() { return redrawn(first_room(good_bundle())); }

} // namespace ankao::draw::testing
