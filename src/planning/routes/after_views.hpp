// SPDX-License-Identifier: Apache-2.0
// From the records of what follows publication to what the API answers.
#pragma once

#include "planning/routes/failure_api.hpp"
#include "planning/routes/feedback_api.hpp"
#include "planning/routes/objection_api.hpp"
#include "planning/routes/views.hpp"
#include "planning/store/answers.hpp"
#include "planning/store/failures.hpp"
#include "planning/store/objections.hpp"

namespace ankao::planning {

Result<dto::AfterView> after_view(db::Transaction& transaction, const World& world, Month month, Instant now);
/// What the sites of the caller's scope have to provide; the city sees the site it asks for.
Result<dto::OwnSessions> own_sessions(db::Transaction& transaction, const World& world, const Act& act, const std::string& site, Language language);

dto::FeedbackRow feedback_row(const SiteFeedback& feedback);
dto::FailureRow failure_row(const Failure& failure, bool with_names);
dto::EndingRow ending_row(const Ending& ending, const ledger::Actor& reader);
dto::ObjectionRow objection_row(const Objection& objection, const ledger::Actor& reader);
dto::ObjectionAnswer objection_answer(const Objection& objection);
dto::MoveRow move_row(const World& world, const Move& move, Language language);

/// Batches of the plan in force by number or class; of one institution when it is given.
Result<dto::AdmissionView> admission_view(db::Transaction& transaction, const World& world, Month month, const std::string& code, const std::string& institution, Date today,
                                          Language language);
dto::OwnAdmission own_admission(db::Transaction& transaction, const World& world, const std::string& institution, Date today, Language language);

law::Why failure_why(db::Transaction& transaction, const Failure& failure);
law::Why ending_why(db::Transaction& transaction, const Ending& ending);

/// "09:00-12:00"; empty for a slot without times.
std::string slot_time(const std::string& slot);

} // namespace ankao::planning
