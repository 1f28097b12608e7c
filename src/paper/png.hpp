// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "base/result.hpp"
#include "paper/layout.hpp"
#include "paper/type.hpp"

namespace ankao::paper {

inline constexpr int k_dots_per_inch = 110; ///< readable on a screen at full width

/// The pages as pictures, laid and drawn as to_pdf() does: what a screen shows where it may not embed a PDF. Problems as to_pdf.
Result<std::vector<std::string>> to_png(const Sheet& sheet, Faces faces = Faces::Official, int dots_per_inch = k_dots_per_inch);

} // namespace ankao::paper
