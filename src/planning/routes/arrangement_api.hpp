// SPDX-License-Identifier: Apache-2.0
// What the API says of arrangements beside bookings.
//   GET  /api/arrangements            arrangement.list    ArrangementQuery -> ArrangementPage (/export)
//   POST /api/arrangements            arrangement.record  ArrangementBody -> ArrangementItem
//   POST /api/arrangements/{id}/end   arrangement.end     ArrangementEnd -> ArrangementItem
#pragma once

#include <boost/describe.hpp>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/date.hpp"
#include "planning/words/arrangement.hpp"

namespace ankao::planning {

BOOST_DESCRIBE_ENUM(ArrangementKind, OwnSchool, CrossCity)

namespace dto {

struct ArrangementQuery {
  std::string q, kind, institution, subject;
  std::optional<bool> live;
  int page = 1;
  int size = 50;
  std::string sort;
};
BOOST_DESCRIBE_STRUCT(ArrangementQuery, (), (q, kind, institution, subject, live, page, size, sort))

struct ArrangementItem {
  std::string id;
  ArrangementKind kind = ArrangementKind::CrossCity;
  std::string clause, booking, institution, institution_name, subject, subject_name;
  int candidates = 0;
  std::string party, authority, evidence, held_from, held_until, reason, recorded_name;
  Instant recorded_at;
  std::optional<Instant> ended_at;
  std::string ended_name, end_reason;
  bool live = true;
};
BOOST_DESCRIBE_STRUCT(ArrangementItem, (),
                      (id, kind, clause, booking, institution, institution_name, subject, subject_name, candidates, party, authority, evidence, held_from, held_until, reason, recorded_name, recorded_at, ended_at, ended_name, end_reason, live))

struct ArrangementPage {
  std::int64_t total = 0;
  int page = 1, size = 50;
  std::int64_t candidates = 0;
  std::vector<ArrangementItem> items;
};
BOOST_DESCRIBE_STRUCT(ArrangementPage, (), (total, page, size, candidates, items))

struct ArrangementBody {
  ArrangementKind kind = ArrangementKind::OwnSchool;
  std::string booking;
  std::string party;                    ///< the school, or the other city's exam organisation
  std::optional<std::string> authority; ///< another city: its GB/T 2260 code; a school's is what the register says
  std::string evidence, reason;
  std::optional<Date> held_from, held_until; ///< another city: the days agreed
};
BOOST_DESCRIBE_STRUCT(ArrangementBody, (), (kind, booking, party, authority, evidence, reason, held_from, held_until))

struct ArrangementEnd {
  std::string id, reason;
};
BOOST_DESCRIBE_STRUCT(ArrangementEnd, (), (id, reason))

} // namespace dto
} // namespace ankao::planning
