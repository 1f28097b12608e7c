// SPDX-License-Identifier: Apache-2.0
// From terms to what the API shows.
#pragma once

#include "api/api.hpp"
#include "deadlines/routes/terms.hpp"
#include "deadlines/rules/working_days.hpp"
#include "deadlines/store/terms.hpp"

namespace ankao::deadlines {

/// "work", "rest", "worked_weekend", "weekend".
const char* word_of(DayKind::Kind kind);
dto::DeadlineRow row_of(const Deadline& deadline);
dto::TermRow row_of(const Term& term, const store::Viewer& viewer, const WorkingDays& days, Instant now);
dto::TermView view_of(db::Transaction& transaction, const Term& term, const store::Viewer& viewer, Instant now);

} // namespace ankao::deadlines
