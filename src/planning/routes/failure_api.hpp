// SPDX-License-Identifier: Apache-2.0
// Types of rooms not provided and of the endings that follow.
//   GET  /api/failures                 failure.list    FailuresQuery -> FailuresPage   (/export)
//   POST /api/failures                 failure.record  NoShowBody    -> FailureRow
//   GET  /api/failures/{id}/why        failure.why     FailureOf       -> Why
//   POST /api/failures/{id}/verify     failure.verify  FailureDecision  -> FailureRow     /waive failure.waive
//   GET  /api/endings                  ending.list     EndingsQuery  -> EndingsPage    (/export)
//   GET  /api/endings/{id}/why         ending.why      FailureOf       -> Why
//   POST /api/endings/{id}/prepare     ending.prepare  EndingBody    -> EndingRow      /decide /drop
#pragma once

#include <boost/describe.hpp>

#include "planning/routes/api.hpp"
#include "planning/words/after.hpp"

namespace ankao::planning {

BOOST_DESCRIBE_ENUM(FailureKind, Refused, NoShow)
BOOST_DESCRIBE_ENUM(FailureState, Reported, Verified, Waived, Withdrawn)
BOOST_DESCRIBE_ENUM(EndingState, Proposed, Prepared, Ended, Dropped)

namespace dto {

struct FailuresQuery {
  std::string q, state, kind, district;
  std::optional<Month> month;
  int page = 1;
  int size = 50;
  std::string sort;
};
BOOST_DESCRIBE_STRUCT(FailuresQuery, (), (q, state, kind, district, month, page, size, sort))

struct FailureRow {
  std::string id;
  FailureKind kind = FailureKind::Refused;
  FailureState state = FailureState::Reported;
  std::string site, site_name, district, month, day;
  int version = 1, sessions = 0;
  std::string explanation, recorded_at, recorded_by, decided_at, decided_by, reason;
};
BOOST_DESCRIBE_STRUCT(FailureRow, (), (id, kind, state, site, site_name, district, month, day, version, sessions, explanation, recorded_at, recorded_by, decided_at, decided_by, reason))

struct FailuresPage {
  std::int64_t total = 0;
  int page = 1, size = 50;
  std::vector<FailureRow> items;
};
BOOST_DESCRIBE_STRUCT(FailuresPage, (), (total, page, size, items))

struct NoShowBody {
  Month month;
  std::string session, explanation;
};
BOOST_DESCRIBE_STRUCT(NoShowBody, (), (month, session, explanation))

struct FailureDecision {
  std::string id;
  std::optional<std::string> reason; ///< needed to waive
};
BOOST_DESCRIBE_STRUCT(FailureDecision, (), (id, reason))

struct FailureOf {
  std::string id;
};
BOOST_DESCRIBE_STRUCT(FailureOf, (), (id))

struct EndingsQuery {
  std::string state;
  int page = 1;
  int size = 50;
  std::string sort;
};
BOOST_DESCRIBE_STRUCT(EndingsQuery, (), (state, page, size, sort))

struct EndingRow {
  std::string id;
  EndingState state = EndingState::Proposed;
  std::string site, site_name, district;
  int year = 0;
  std::vector<std::string> failures;
  std::string proposed_at, effective;
  bool ban = false;
  std::string reason, first_by, first_at, second_by, second_at;
  bool own_draft = false; ///< prepared by the caller, who is no second person
};
BOOST_DESCRIBE_STRUCT(EndingRow, (), (id, state, site, site_name, district, year, failures, proposed_at, effective, ban, reason, first_by, first_at, second_by, second_at, own_draft))

struct EndingsPage {
  std::int64_t total = 0;
  int page = 1, size = 50;
  std::vector<EndingRow> items;
};
BOOST_DESCRIBE_STRUCT(EndingsPage, (), (total, page, size, items))

struct EndingBody {
  std::string id, reason;
  std::optional<Date> effective;
  bool ban = false; ///< G-38: only if the decision says so
};
BOOST_DESCRIBE_STRUCT(EndingBody, (), (id, reason, effective, ban))

} // namespace dto
} // namespace ankao::planning
