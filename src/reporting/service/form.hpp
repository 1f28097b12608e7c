// SPDX-License-Identifier: Apache-2.0
// Annex 5 filled from a return.
#pragma once

#include "base/result.hpp"
#include "paper/layout.hpp"
#include "reporting/service/returns.hpp"

namespace ankao::reporting {

/// "50.05" of a fine in fen, "7" of everything else.
std::string printed(const RowLaw& row, std::int64_t value);

/// The form as printed, with unit, figures, who filled it in and the telephone. Problems paper.*.
Result<paper::Sheet> annex_5(const Whole& whole, const std::string& unit, Instant now);

} // namespace ankao::reporting
