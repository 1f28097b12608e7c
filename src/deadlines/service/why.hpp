// SPDX-License-Identifier: Apache-2.0
// Why a term ends when it does, for the why panel; planning asks the same of a booking that came late.
#pragma once

#include "deadlines/rules/due.hpp"
#include "law/why.hpp"

namespace ankao::deadlines {

/// The rule with its clauses, the count day by day, and what would have changed the last day. Decision, facts and event are the caller's.
law::Why why_of(const Deadline& deadline, const Anchor& anchor, const WorkingDays& days);

} // namespace ankao::deadlines
