// SPDX-License-Identifier: Apache-2.0
// What Annex 3 must say before it may be handed in.
#pragma once

#include "base/result.hpp"
#include "inspection/words/campaign.hpp"
#include "inspection/words/papers.hpp"

namespace ankao::inspection {

/// The years whose figures the report gives: the campaign's and those before it (G-08).
std::vector<int> figure_years(const InspectionLaw& law, int campaign_year);

/// `items`: ids of the unit's checklists. inspection.report_faults with a part for each fault: report_text, report_years, report_figures,
/// report_problem (a text is missing), report_since, report_limit, report_item, report_problems (neither problems nor said that there are none).
Result<void> check_report(const InspectionLaw& law, int campaign_year, const std::vector<std::string>& items, Date today, const SelfReport& report);

} // namespace ankao::inspection
