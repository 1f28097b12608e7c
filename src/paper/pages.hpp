// SPDX-License-Identifier: Apache-2.0
// A sheet laid out on pages: what stands where, before anything is drawn, because the foot names the number of pages.
#pragma once

#include <memory>
#include <optional>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "paper/layout.hpp"
#include "paper/type.hpp"

namespace ankao::paper {

struct Line {
  std::shared_ptr<PangoLayout> layout;
  int index = 0;
  double x = 0, baseline = 0;
  Colour colour = Colour::Black;
};
struct Stroke {
  double x1 = 0, y1 = 0, x2 = 0, y2 = 0, width = 0.5;
  Colour colour = Colour::Black;
};
struct Picture {
  double x = 0, y = 0, side = 0;
  std::string text;
};
/// A PNG within a box.
struct Plate {
  double x = 0, y = 0, width = 0, height = 0;
  std::string png;
};
struct LaidPage {
  std::vector<Line> lines;
  std::vector<Stroke> strokes;
  std::vector<Picture> codes;
  std::vector<Plate> plates;
};

Result<std::vector<LaidPage>> lay_out(const Sheet& sheet, const Typesetter& type);

} // namespace ankao::paper
