// SPDX-License-Identifier: Apache-2.0
// Producer of the certificates of rooms that several subjects share (level U, R3): which subjects and rooms belong together, where
// the month is worth cutting in two, what a slot costs where there are too many rooms to try every division.
#pragma once

#include <cstdint>
#include <vector>

#include "draw/bounds/certificate.hpp"
#include "draw/rules/model.hpp"

namespace ankao::draw::producing {

/// What level U is known to hold of each subject.
struct KnownShortages {
  std::vector<std::int64_t> proven;  ///< Σ weight·unplaced at least
  std::vector<std::int64_t> planned; ///< in the plan
};

struct SharedProof {
  std::vector<SharedRooms> certificates;
  std::int64_t gain = 0; ///< above the proven shortages
};

SharedProof shared_rooms(const Model& model, const KnownShortages& known);

/// What Σ weight·unplaced of a subject adds to U.
std::int64_t unplaced_cost(const Model& model, int subject, std::int64_t weighted);

} // namespace ankao::draw::producing
