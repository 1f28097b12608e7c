// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "paper/layout.hpp"

namespace ankao::paper {

/// A workbook of one sheet that prints like the form: one column grid for all tables, everything else merged across it.
std::string to_xlsx(const Sheet& sheet);

} // namespace ankao::paper
