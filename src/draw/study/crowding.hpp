// SPDX-License-Identifier: Apache-2.0
// A shortage of rooms where seats would do: an exclusive room serves one subject in a slot (R3), so a few people of many subjects need
// more sessions than there are openings. Proven by a count: each subject needs its people divided by the seats of its largest room.
#pragma once

#include <optional>

#include "draw/study/deficit.hpp"

namespace ankao::draw {

/// A smallest such set with the batch in it (Deficit::Limit::Sessions): nothing where it may go to a mixed room, or openings suffice.
std::optional<Deficit> crowding_of(const Model& model, int asked);

} // namespace ankao::draw
