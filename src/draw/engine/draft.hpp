// SPDX-License-Identifier: Apache-2.0
// The plan the search starts from: at each time again and again the fullest session of the rarest subject, first come, first served.
#pragma once

#include "draw/engine/compact.hpp"
#include "draw/rules/seating.hpp"

namespace ankao::draw {

Seating drafted(const Compact& compact);

} // namespace ankao::draw
