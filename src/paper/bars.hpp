// SPDX-License-Identifier: Apache-2.0
// Figures side by side as bars: a picture for a form, told apart in grey print too.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "paper/type.hpp"

namespace ankao::paper {

struct Bars {
  struct Group {
    std::string name;
    std::vector<std::int64_t> values; ///< one for each series; not below 0
  };
  std::string unit;                ///< above the figures
  std::vector<std::string> series; ///< at most three: full, grey, empty
  std::vector<Group> groups;
};

/// PNG, five parts wide and two high as a picture in a cell is. Every bar has its figure above it.
std::string draw_bars(const Bars& bars, Faces faces = Faces::Official);

} // namespace ankao::paper
