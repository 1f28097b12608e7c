// SPDX-License-Identifier: Apache-2.0
// "ankao-draw-lost/1": what a drawn month has lost. Example:
// {"format":"ankao-draw-lost/1","sites":[{"site":"S01","from":"2024-03-05","to":"2024-03-31"}],
//  "rooms":[{"room":"S02-1","from":"2024-03-05","to":"2024-03-05"}],"sessions":[{"room":"S03-1","date":"2024-03-06","slot":"am"}]}
// Three members may be left out: "institutions":[{"institution","from","to"}] suspended since, "batches":[{"batch","not_before"}] that may
// sit no earlier, and "not_before": nobody gets a new place before that day, so that those who move hear of it in time.
#pragma once

#include <string>
#include <string_view>

#include "base/result.hpp"
#include "draw/words/instance.hpp"
#include "draw/words/lost.hpp"

namespace ankao::draw {

/// The lists of sites, rooms and sessions must stand there, empty or not; both ends of a range are included. As strict as the other readers, and ids,
/// dates and slots of sessions must be the instance's. Refuses an entry that stands twice.
Result<Lost> read_lost(std::string_view bytes, const Instance& instance);

/// Canonical JSON; members that say nothing are left out.
std::string write_lost(const Lost& lost, const Instance& instance);

} // namespace ankao::draw
