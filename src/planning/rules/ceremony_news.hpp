// SPDX-License-Identifier: Apache-2.0
// Who is told what of a ceremony, and when: invited at the freeze with both deadlines, reminded before each, told when it is their turn.
#pragma once

#include <vector>

#include "planning/words/ceremony.hpp"
#include "planning/words/news.hpp"

namespace ankao::planning {

/// A reminder comes so long before a deadline, or in the last quarter of a shorter window.
inline constexpr std::int64_t k_remind_before_ms = 6 * 3'600'000LL;

std::vector<News> invitations(const Ceremony& ceremony, const std::vector<CeremonyParty>& parties);

/// Everything that is due by now; what was told already is kept apart by its once_key. Nothing once the seed stands.
std::vector<News> news_due(const Ceremony& ceremony, const std::vector<CeremonyParty>& parties, const std::vector<Office>& offices, Instant now);

} // namespace ankao::planning
