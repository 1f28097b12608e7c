// SPDX-License-Identifier: Apache-2.0
// From summary reports to what the screens get.
#pragma once

#include "reporting/routes/summary_api.hpp"
#include "reporting/service/summaries.hpp"

namespace ankao::reporting {

dto::SummaryRow row_of(const WholeSummary& whole);
dto::SummaryView view_of(db::Transaction& transaction, const api::Call& call, const WholeSummary& whole);
dto::SummaryRedraw view_of(const Redraw& redraw);

} // namespace ankao::reporting
