// SPDX-License-Identifier: Apache-2.0
// Text measured and broken into lines by pango, in points.
#pragma once

#include <memory>
#include <string>

#include <pango/pangocairo.h>

#include "paper/layout.hpp"

namespace ankao::paper {

enum class Faces { Official, Fallback }; ///< Fallback: only the face that every machine has, for pictures that must not differ

double points(int tenths_of_millimetre);
double pitch_of(const Style& style);
/// What a Word document calls a face.
const char* name_of(Face face);
/// Line breaks inside a cell or paragraph are "\n".
class Typesetter {
public:
  explicit Typesetter(Faces faces);
  /// `width` in points. Lines stand `pitch_of(style)` apart.
  std::shared_ptr<PangoLayout> set(const std::string& text, const Style& style, double width) const;
  double height(const std::string& text, const Style& style, double width) const;

private:
  Faces faces_;
  std::shared_ptr<PangoContext> context_;
};

} // namespace ankao::paper
