// SPDX-License-Identifier: Apache-2.0
// The producer's count of who must be left out of shared rooms because shares are whole (R9).
#pragma once

#include <cstdint>
#include <vector>

#include "draw/bounds/outlook.hpp"
#include "draw/rules/model.hpp"

namespace ankao::draw::producing {

/// Σ weight·unplaced at least of these batches, which have no seat but in the shared rooms; [numbers of sessions, the first room's running
/// fastest]. Empty where that is too much work.
std::vector<std::int64_t> left_by_whole_shares(const Model& model, const SharedRooms& shared, const Outlook& outlook,
                                               const std::vector<int>& batches);

} // namespace ankao::draw::producing
