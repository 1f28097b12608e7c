// SPDX-License-Identifier: Apache-2.0
// "ankao-draw-bounds/1": lower bounds and their certificates as canonical JSON, by id (docs/draw-bounds.md).
#pragma once

#include <string>
#include <string_view>

#include "base/result.hpp"
#include "draw/bounds/certificate.hpp"
#include "draw/words/instance.hpp"

namespace ankao::draw {

/// As strict about form as the other readers; whether the bounds hold is verify_bounds()'s business.
Result<Bounds> read_bounds(std::string_view bytes, const Instance& instance);

/// Canonical JSON, without a final newline.
std::string write_bounds(const Instance& instance, const Bounds& bounds);

} // namespace ankao::draw
