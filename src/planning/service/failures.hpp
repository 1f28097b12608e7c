// SPDX-License-Identifier: Apache-2.0
// Rooms that were not provided as arranged (S-5.1c, G-39, G-40): reported by a refusal or on the day, verified or waived by the exam
// organisation; enough of them in a calendar year propose the end of the service agreement, which two people of the bureau decide.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "planning/service/after.hpp"
#include "planning/store/failures.hpp"
#include "planning/store/rows.hpp"

namespace ankao::planning {

/// In the transaction of the refusal: what each session's failure is called. The law says whether one statement counts once.
Result<std::map<std::string, std::string>> record_refusal(db::Transaction& transaction, const World& world, const Act& act, const PlanVersion& plan,
                                                          const std::vector<SessionRow>& sessions, const std::string& explanation);
/// The room is provided after all; planning.answer_settled once somebody has decided.
Result<void> withdraw_session(db::Transaction& transaction, const Act& act, const std::string& failure, const std::string& session);

/// On the day or after it: nobody could sit. Problems planning.not_published, session_unknown, session_to_come, failure_doubled.
Result<Failure> record_no_show(const World& world, const Act& act, Month month, const std::string& session, const std::string& explanation);

/// Verified it counts; planning.failure_unknown, failure_decided.
Result<Failure> verify_failure(const World& world, const Act& act, const std::string& id, const std::string& reason);
/// It does not count, with a reason.
Result<Failure> waive_failure(const World& world, const Act& act, const std::string& id, const std::string& reason);

struct EndingWish {
  std::string id;
  std::optional<Date> effective; ///< none: today
  bool ban = false;              ///< G-38
  std::string reason;
};
/// One person of the bureau prepares the decision; planning.ending_unknown, ending_state.
Result<Ending> prepare_ending(const World& world, const Act& act, const EndingWish& wish);
/// Another person decides: the site leaves the register on the day. planning.ending_same_person.
Result<Ending> decide_ending(const World& world, const Act& act, const std::string& id);
/// The agreement stays, with a reason.
Result<Ending> drop_ending(const World& world, const Act& act, const std::string& id, const std::string& reason);

} // namespace ankao::planning
