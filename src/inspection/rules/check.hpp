// SPDX-License-Identifier: Apache-2.0
// What must hold of a checklist beyond its spelling: sums, rules that can be applied, ids that differ. Holds for shipped files and for
// versions that the city enters alike.
#pragma once

#include "base/result.hpp"
#include "inspection/words/checklist.hpp"

namespace ankao::inspection {

/// Problem inspection.checklist_unsound with every fault as a part: checklist_sum, checklist_total, checklist_doubled, checklist_rule,
/// checklist_empty, checklist_dates, checklist_columns, checklist_pass.
Result<void> check(const Checklist& checklist);

} // namespace ankao::inspection
