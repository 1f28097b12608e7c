// SPDX-License-Identifier: Apache-2.0
// The exam organisation assigns examiners to the sessions of a published month; an examiner declares interests, and sees the own sessions
// in the timetable and its feed. What the readiness of an examination day asks of staff is another capability's.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "planning/service/timetable.hpp"
#include "planning/service/world.hpp"
#include "planning/store/assignments.hpp"

namespace ankao::planning {

/// Accounts of examiners and invigilators that are in use, by name.
using Examiners = std::function<std::vector<Examiner>(db::Transaction&)>;

struct AssignmentWanted {
  Month month;
  std::string session, account;
};
/// Problems planning.not_published, session_unknown, examiner_unknown, examiner_interest, examiner_busy, examiner_assigned.
Result<Assignment> assign(const World& world, const Examiners& examiners, const Act& act, const AssignmentWanted& wanted);
/// Problems planning.assignment_unknown, assignment_ended, text_*.
Result<Assignment> unassign(const World& world, const Act& act, const std::string& id, const std::string& reason);

struct InterestWanted {
  std::string account; ///< the exam organisation's word for somebody; an examiner declares for himself alone
  std::string institution, text;
};
/// Problems planning.examiner_unknown, booking_institution_unknown, interest_doubled, timetable_scope, text_*.
Result<Interest> declare_interest(const World& world, const Examiners& examiners, const Act& act, const InterestWanted& wanted);
/// Only the exam organisation says that an interest is over: planning.interest_unknown, text_*.
Result<Interest> finish_interest(const World& world, const Act& act, const std::string& id, const std::string& reason);

struct Staffed {
  SeenSession session;
  std::vector<Assignment> staff;
};
struct Board {
  std::vector<Staffed> sessions;   ///< of the version in force, by time
  std::vector<Assignment> gone;    ///< their session is not in this version any more
  std::vector<Interest> interests; ///< of all examiners
};
/// planning.not_published.
Result<Board> assignment_board(db::Transaction& transaction, Month month);

} // namespace ankao::planning
