// SPDX-License-Identifier: Apache-2.0
// One month after another: the next month's instance from a pattern month, a demand, and what the month before left.
#pragma once

#include "draw/words/instance.hpp"
#include "draw/words/plan.hpp"

namespace ankao::draw {

/// The pattern moved to `month` by whole weeks (so weekdays stay; days that fall outside the month are left out), with `percent` of its
/// batches: fewer are left out, more are repeated under new ids, chosen by a digest of their ids. No history and nothing carried yet.
Instance pattern_in(const Instance& pattern, Month month, int percent);

/// Adds what `before` and its plan leave to `next`: visits and sessions of the calendar year, the latest group of visits (R6), and
/// those without seats, who come first with `carried` one higher.
Instance after(const Instance& before, const Plan& plan, Instance next);

} // namespace ankao::draw
