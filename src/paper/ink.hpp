// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <utility>
#include <vector>

namespace ankao::paper {

/// A drawn signature as a PNG picture: black lines on white, half as many dots as the drawing has units.
std::string ink_png(const std::vector<std::vector<std::pair<int, int>>>& lines, int width, int height);

} // namespace ankao::paper
