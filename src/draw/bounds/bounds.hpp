// SPDX-License-Identifier: Apache-2.0
// Produces lower bounds of a plan's levels with their certificates. What it claims is checked by verify_bounds() before anybody
// sees it; nothing here needs to be trusted.
#pragma once

#include "draw/bounds/certificate.hpp"
#include "draw/words/instance.hpp"
#include "draw/words/plan.hpp"

namespace ankao::draw {

/// `effort`: steps uphill per level; 0 takes the default. The plan must have passed check().
Bounds prove_bounds(const Instance& instance, const Plan& plan, int effort = 0);

} // namespace ankao::draw
