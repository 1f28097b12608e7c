// SPDX-License-Identifier: Apache-2.0
// Whom the city looks at, by chance but sooner where more is wrong (M-3.3). Whole numbers only; anybody can draw again.
#pragma once

#include <string>
#include <vector>

#include "inspection/words/draws.hpp"

namespace ankao::inspection {

/// Weight and its reasons; never below the base.
SpotCandidate weigh(const SpotLaw& law, const SpotFacts& facts);
/// SM3 of the candidates in order, with their weights.
std::string list_digest(const std::vector<SpotCandidate>& candidates);
std::string spot_seed(const std::string& list_sm3, const std::string& nonce);
/// `count` of them without putting back, each turn with a chance in proportion to the weight; ids in the order of the draw. Turn k reads
/// the first 8 bytes of SM3(seed, k, attempt); values beyond the greatest multiple of the sum are thrown away.
std::vector<std::string> draw_spots(const std::vector<SpotCandidate>& candidates, const std::string& seed, int count);

} // namespace ankao::inspection
