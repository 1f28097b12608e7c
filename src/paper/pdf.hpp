// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.hpp"
#include "paper/layout.hpp"
#include "paper/type.hpp"

namespace ankao::paper {

/// Problem paper.glyph_missing when no face has a sign of the text (a blank box would say something else than the record),
/// paper.row_too_tall when a table row needs more than a page.
Result<std::string> to_pdf(const Sheet& sheet, Faces faces = Faces::Official);

/// Rows of a table with the heights their texts need, in points.
std::vector<double> row_heights(const Table& table, const Typesetter& type);
inline constexpr double k_cell_side = 3.0; ///< points between a cell's line and its text
inline constexpr double k_cell_top = 3.0;

} // namespace ankao::paper
