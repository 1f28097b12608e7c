// SPDX-License-Identifier: Apache-2.0
// A laid page drawn on whatever cairo draws on, in points.
#pragma once

#include <cairo.h>

#include "paper/pages.hpp"

namespace ankao::paper {

void draw(cairo_t* cairo, const LaidPage& page);

} // namespace ankao::paper
