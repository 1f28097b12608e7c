// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <vector>

#include "paper/layout.hpp"
#include "reporting/words/summary.hpp"

namespace ankao::reporting {

/// A table or chart of law/summary.yaml below a chapter, with its heading; nothing where there is nothing to show.
std::vector<paper::Block> summary_table(const std::string& name, const SummaryFacts& facts, bool city);
/// 自查, 属地执法检查 ...
std::string phase_words(const std::string& phase);

} // namespace ankao::reporting
