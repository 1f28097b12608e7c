// SPDX-License-Identifier: Apache-2.0
// What the API says of examiners and their sessions.
//   GET  /api/plans/{month}/assignments  assignment.list   AssignmentQuery -> AssignmentBoard
//   POST /api/assignments                assignment.make   AssignmentBody -> AssignmentItem
//   POST /api/assignments/{id}/end       assignment.end    AssignmentEnd -> AssignmentItem
//   GET  /api/interests                  interest.list     -> InterestList: one's own, the city everybody's
//   POST /api/interests                  interest.declare  InterestBody -> InterestItem
//   POST /api/interests/{id}/end         interest.end      AssignmentEnd -> InterestItem
#pragma once

#include <boost/describe.hpp>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/date.hpp"

namespace ankao::planning::dto {

struct AssignmentQuery {
  Month month;
  std::string date; ///< empty: the first day from today on with a session
};
BOOST_DESCRIBE_STRUCT(AssignmentQuery, (), (month, date))

struct AssignmentItem {
  std::string id, session, date, slot, account, name, made_name;
  Instant made_at;
  std::string conflict; ///< the institution of the session in which the examiner has an interest: declared since, or moved here
};
BOOST_DESCRIBE_STRUCT(AssignmentItem, (), (id, session, date, slot, account, name, made_name, made_at, conflict))

struct StaffedSession {
  std::string id, date, slot, site, site_name, room_name, subject, subject_name;
  bool theory = false; ///< invigilators, else examiners
  int candidates = 0;
  std::vector<std::string> institutions; ///< names of those whose trainees sit
  std::vector<std::string> barred;       ///< accounts with an interest in one of them, or elsewhere at that time
  std::vector<AssignmentItem> staff;
};
BOOST_DESCRIBE_STRUCT(StaffedSession, (), (id, date, slot, site, site_name, room_name, subject, subject_name, theory, candidates, institutions, barred, staff))

struct InterestItem {
  std::string id, account, name, institution, institution_name, text, declared_name;
  Instant declared_at;
};
BOOST_DESCRIBE_STRUCT(InterestItem, (), (id, account, name, institution, institution_name, text, declared_name, declared_at))

struct InterestList {
  std::vector<InterestItem> items;
};
BOOST_DESCRIBE_STRUCT(InterestList, (), (items))

struct ExaminerItem {
  std::string account, name;
  int sessions = 0; ///< in the month
};
BOOST_DESCRIBE_STRUCT(ExaminerItem, (), (account, name, sessions))

struct AssignmentDay {
  std::string date;
  int sessions = 0, staffed = 0;
};
BOOST_DESCRIBE_STRUCT(AssignmentDay, (), (date, sessions, staffed))

struct AssignmentBoard {
  Month month;
  std::string date; ///< the day shown
  int sessions = 0, staffed = 0, conflicts = 0; ///< of the month
  std::vector<AssignmentDay> days;
  std::vector<StaffedSession> items;    ///< of the day
  std::vector<AssignmentItem> gone;     ///< their session is in the plan no more
  std::vector<ExaminerItem> examiners;
  std::vector<InterestItem> interests;
};
BOOST_DESCRIBE_STRUCT(AssignmentBoard, (), (month, date, sessions, staffed, conflicts, days, items, gone, examiners, interests))

struct AssignmentBody {
  Month month;
  std::string session, account;
};
BOOST_DESCRIBE_STRUCT(AssignmentBody, (), (month, session, account))

struct AssignmentEnd {
  std::string id, reason;
};
BOOST_DESCRIBE_STRUCT(AssignmentEnd, (), (id, reason))

struct InterestBody {
  std::optional<std::string> account; ///< the exam organisation's word for somebody
  std::string institution, text;
};
BOOST_DESCRIBE_STRUCT(InterestBody, (), (account, institution, text))

} // namespace ankao::planning::dto
