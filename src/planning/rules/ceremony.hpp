// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.hpp"
#include "planning/words/ceremony.hpp"

namespace ankao::planning {

/// The phase of a frozen month; the ends of the windows belong to them.
Phase phase_of(const Ceremony& ceremony, bool seeded, Instant now);

CeremonyPlan plan_of(const CeremonyTerms& terms, const CeremonyWish& wish, Instant frozen);

/// The windows are long enough and in order; planning.ceremony_window with the least end.
Result<void> check_windows(const CeremonyTerms& terms, const CeremonyPlan& plan, Instant frozen, bool rehearsal);

/// Who an account commits for: its institution, its site or its office; empty for others.
std::string participant_of(const std::string& role, const std::string& scope, const std::vector<Office>& offices);

} // namespace ankao::planning
