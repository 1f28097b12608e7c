// SPDX-License-Identifier: Apache-2.0
// One sheet of a workbook as rows of text.
#pragma once

#include <optional>

#include "tables/xlsx/workbook.hpp"

namespace ankao::tables {

/// Nothing for a part that is no sheet of cells (a chart sheet). `text_left` counts down over all sheets of a file.
Result<std::optional<Sheet>> read_worksheet(Archive& archive, const Workbook& book, const SheetPart& part, const Limits& limits,
                                            std::size_t& text_left);

} // namespace ankao::tables
