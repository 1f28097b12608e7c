// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "paper/layout.hpp"

namespace ankao::paper {

/// A Word document (ECMA-376, transitional).
std::string to_docx(const Sheet& sheet);

} // namespace ankao::paper
