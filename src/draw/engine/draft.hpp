// SPDX-License-Identifier: Apache-2.0
// The plan the search starts from: at each time again and again the fullest session of the rarest subject, first come, first served.
#pragma once

#include "draw/engine/field.hpp"
#include "draw/rules/seating.hpp"

namespace ankao::draw {

Seating drafted(const Field& field);

} // namespace ankao::draw
