// SPDX-License-Identifier: Apache-2.0
#include "draw/rules/losses.hpp"

#include <algorithm>
#include <utility>

#include "draw/rules/at.hpp"

namespace ankao::draw {

Instance after_loss(Instance instance, const Lost& lost) {
  for (const LostPlace& site : lost.sites) at(instance.sites, site.index).suspended.push_back(site.days);
  for (const LostPlace& room : lost.rooms)
    std::erase_if(at(instance.rooms, room.index).open,
                  [&](const Opening& opening) { return room.days.contains(at(instance.calendar.dates, opening.date)); });
  for (const LostSession& session : lost.sessions) {
    auto& open = at(instance.rooms, session.room).open;
    for (Opening& opening : open)
      if (opening.date == session.date) std::erase(opening.slots, session.slot);
    std::erase_if(open, [](const Opening& opening) { return opening.slots.empty(); });
  }
  for (const LostPlace& one : lost.institutions) at(instance.institutions, one.index).suspended.push_back(one.days);
  for (const LateBatch& late : lost.batches) {
    auto& earliest = at(instance.batches, late.index).not_before;
    earliest = earliest ? std::max(*earliest, late.not_before) : late.not_before;
  }
  return instance;
}

} // namespace ankao::draw
