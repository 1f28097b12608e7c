// SPDX-License-Identifier: Apache-2.0
// A summary report on paper: an official letter with its chapters, tables, chart, signature and seal (GB/T 9704).
#pragma once

#include "base/result.hpp"
#include "paper/layout.hpp"
#include "reporting/service/summaries.hpp"

namespace ankao::reporting {

/// `edition` 0: as it stands, marked as a draft. Problems reporting.edition_unknown, paper.*.
Result<paper::Sheet> summary_letter(const WholeSummary& whole, int edition, Instant now);
std::string title_of(const WholeSummary& whole);

} // namespace ankao::reporting
