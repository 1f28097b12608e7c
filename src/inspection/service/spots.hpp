// SPDX-License-Identifier: Apache-2.0
// Spot checks of the city (M-3.3): whom chance, weighted by risk, picks; the draw is kept with everything that it stood on.
#pragma once

#include <cstdint>
#include <functional>
#include <span>

#include "inspection/service/party.hpp"
#include "inspection/words/draws.hpp"

namespace ankao::inspection {

using Chance = std::function<void(std::span<std::uint8_t>)>;

/// Every unit of the campaign with its weight and the reasons, by id.
std::vector<SpotCandidate> spot_candidates(db::Transaction& transaction, const Campaign& campaign, Date today);

struct SpotForm {
  std::string campaign, district; ///< district "": the whole city
  int count = 1;
  Date planned; ///< of the visits, within the phase
};
/// Draws, keeps the draw, and plans a visit of each; a unit that the city inspects already gets none. A draw is never taken back.
/// inspection.not_yours, spot_count, spot_nobody, planned_outside.
Result<Paper> draw_spot(db::Database& database, const Party& party, const SpotForm& form, const Chance& chance);

} // namespace ankao::inspection
