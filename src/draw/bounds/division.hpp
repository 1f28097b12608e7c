// SPDX-License-Identifier: Apache-2.0
// The producer's values of a certificate of shared rooms: every division of the slots, or prices and how to find them.
#pragma once

#include <cstdint>
#include <optional>
#include <vector>

#include "draw/bounds/ascent.hpp"
#include "draw/bounds/certificate.hpp"
#include "draw/bounds/sharing.hpp"
#include "draw/rules/model.hpp"

namespace ankao::draw::producing {

struct Divided {
  std::optional<std::int64_t> value; ///< the least that the subjects add to U, whatever the division
  std::int64_t work = 0;             ///< spent on it
};

/// No value when there is more to try than a certificate may ask for, or than `most_work`. Shares: whole ones prove more and take longer.
Divided divided_value(const Model& model, const KnownShortages& known, const SharedRooms& shared, Shares shares, std::int64_t most_work);

/// Sets the prices that prove the most; the value, nothing when it asks for too much work.
std::optional<std::int64_t> priced_value(const Model& model, const KnownShortages& known, SharedRooms& shared);

} // namespace ankao::draw::producing
