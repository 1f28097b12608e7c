// SPDX-License-Identifier: Apache-2.0
// A drawn month after a loss: who was hit gets another place, everybody else keeps theirs.
#pragma once

#include "base/date.hpp"
#include "base/result.hpp"
#include "draw/words/instance.hpp"
#include "draw/words/plan.hpp"
#include "draw/words/tickets.hpp"

namespace ankao::draw {

/// Name and version, what stands in Plan::engine of a plan in which somebody moved.
const char* redraw_name();

/// `plan` is lawful for the instance before the loss; `after` is that instance after it (after_loss), `digest` its digest.
/// Shares whose room is closed now are hit. Everybody else stays, except where the loss breaks the institution's own chain of
/// visits (R6): then the fewest of its candidates move besides. Nobody who had no seat before gets one. Among such plans the levels
/// decide. `seed` draws the tickets; the new plan cites it, or the old seed when nobody moves. Deterministic like solve().
Plan redraw(const Instance& after, const Digest& digest, const Plan& plan, const Seed& seed);

/// The same, but nobody gets a place before the day, and nobody who was not hit leaves one before it. Problem draw.redraw_blocked when
/// the rules cannot be kept so.
Result<Plan> redraw(const Instance& after, const Digest& digest, const Plan& plan, const Seed& seed, Date not_before);

} // namespace ankao::draw
