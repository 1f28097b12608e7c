// SPDX-License-Identifier: Apache-2.0
// law/summary.yaml.
#pragma once

#include <string_view>

#include "base/result.hpp"
#include "reporting/words/summary_law.hpp"

namespace ankao::reporting {

/// Strict: problems reporting.law_* with file and line. A draft names only figures and words that there are.
Result<SummaryLaw> read_summary_law(std::string_view yaml);
/// A broken file is a broken invariant.
const SummaryLaw& shipped_summary_law();

} // namespace ankao::reporting
