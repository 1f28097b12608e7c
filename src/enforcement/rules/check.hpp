// SPDX-License-Identifier: Apache-2.0
// Whether a draft is a decision that the law lets be made: all faults at once.
#pragma once

#include <utility>

#include "base/result.hpp"
#include "enforcement/words/decision.hpp"

namespace ankao::enforcement {

inline constexpr std::size_t k_longest_facts = 6000; ///< bytes
inline constexpr std::size_t k_longest_text = 600;
inline constexpr std::size_t k_most_persons = 50;
inline constexpr std::int64_t k_most_fen = 100'000'000'00; ///< no fine of the notice is near it: a slip of the hand

/// The same day `months` later, the last day of a shorter month; both ends of 3个月以上6个月以下 are included.
Date after_months(Date day, int months);

/// The first and last day on which a suspension from `from` may end.
std::pair<Date, Date> suspension_ends(const MeasureLaw& measure, Date from);

/// Problem enforcement.draft_unsound with the faults in parts.
Result<void> check(const EnforcementLaw& law, const Draft& draft, Date today);

/// Whether what begins on a day may still begin: nothing takes effect before it is signed. Problem enforcement.begins_past.
Result<void> check_begin(const Draft& draft, Date today);

/// Last day of the ban of C-3c, from the day the decision takes effect (G-42).
std::optional<Date> barred_until(const GroundLaw& ground, const Draft& draft);

} // namespace ankao::enforcement
