// SPDX-License-Identifier: Apache-2.0
// Whole shares in shared rooms (R9, R2): who must be left out because no scraps are allowed.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

namespace ankao::draw::proving {

struct PackedBatch {
  std::int64_t candidates = 0, weight = 1;
  std::vector<std::int64_t> least; ///< [room] of a share (R9); 0: may not sit there
};

/// The least Σ weight·unplaced for every number of sessions up to `most` in each room, the first room's number running fastest; whatever
/// the times. Nothing where that is more work than k_most_packings.
std::optional<std::vector<std::int64_t>> fewest_left(const std::vector<PackedBatch>& batches, const std::vector<std::int64_t>& seats,
                                                     const std::vector<std::int64_t>& most);

} // namespace ankao::draw::proving
