// SPDX-License-Identifier: Apache-2.0
// Justified envy, as "First come, first served" of draw.md defines it.
#pragma once

#include <set>
#include <vector>

#include "draw/check/chains.hpp"
#include "draw/check/sittings.hpp"

namespace ankao::draw::checking {

/// Could the batch sit at this sitting without breaking R1, R4, R5, R6, the limit of R7, the last part of R8 or R10 - all else
/// unchanged, its own later seats taken away? (Seats are another question.)
bool could_sit(const Sittings& sittings, const History& history, int batch, const Sitting& sitting);

/// The queue places of the batches in the sitting that this batch envies with right there.
std::set<int> envied_at(const Sittings& sittings, const History& history, int batch, const Sitting& sitting);

/// The batches behind this one that it envies with right, in the order of their queue; each once.
std::vector<int> envied(const Sittings& sittings, const History& history, int batch);

/// Level J.
std::int64_t envy_pairs(const Sittings& sittings, const History& history);

} // namespace ankao::draw::checking
