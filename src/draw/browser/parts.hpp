// SPDX-License-Identifier: Apache-2.0
// What the single parts of a verification show besides their findings.
#pragma once

#include "draw/browser/words.hpp"
#include "draw/bundle/verify.hpp"

namespace ankao::draw::browser {

/// What the record itself says about the part.
Json shown(const Bundle& bundle, Look look);
/// Breaches by rule, and the levels that the independent checker found.
Json shown(const CheckReport& report);
/// The repeated draw: its plan's digest and levels.
Json shown(const Plan& plan);

/// Institutions with their figures; names of sites and subjects.
Json everybody(const Bundle& bundle);
Json facts_of(const Batch& batch);

} // namespace ankao::draw::browser
