// SPDX-License-Identifier: Apache-2.0
// law/reporting.yaml.
#pragma once

#include <string_view>

#include "base/result.hpp"
#include "reporting/words/law.hpp"

namespace ankao::reporting {

/// Strict: problems reporting.law_* with file and line. Each row once; a part stands in a row above it.
Result<ReportingLaw> read_law(std::string_view yaml);
/// A broken file is a broken invariant.
const ReportingLaw& shipped_law();

} // namespace ankao::reporting
