// SPDX-License-Identifier: Apache-2.0
// Types of the booking endpoints (S-4.2); shared parts and conventions stand in api.hpp.
#pragma once

#include <boost/describe.hpp>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "planning/routes/api.hpp"

namespace ankao::planning::dto {

struct BookingsQuery {
  std::optional<Month> month;
  std::string q, institution, subject, kind, state; ///< state booked|planned|withdrawn
  std::optional<bool> late, completed;
  int page = 1;
  int size = 50;
  std::string sort;
};
BOOST_DESCRIBE_STRUCT(BookingsQuery, (), (month, q, institution, subject, kind, state, late, completed, page, size, sort))

struct BookingItem {
  std::string id, month, class_id, institution, institution_name, subject, subject_name;
  BookingKind kind = BookingKind::Regular;
  bool own_school = false;
  std::string class_opened, booked_at;
  std::string book_by; ///< last day of S-4.2; empty when the calendar has no data for it
  int working_days_late = 0;
  std::string late_reason, started, planned_completed;
  std::optional<std::string> completed, not_before, finish_by, regular_exam;
  int carried = 0, candidates = 0, placed = 0;
  BookingState state = BookingState::Booked;
  std::string reason;
  bool demo = false;
  int version = 1;
  std::vector<std::string> warnings; ///< sentences, caller's language: late, retake beyond two months, own school not proven ...
};
BOOST_DESCRIBE_STRUCT(BookingItem, (),
                      (id, month, class_id, institution, institution_name, subject, subject_name, kind, own_school, class_opened, booked_at,
                       book_by, working_days_late, late_reason, started, planned_completed, completed, not_before, finish_by, regular_exam,
                       carried, candidates, placed, state, reason, demo, version, warnings))

struct BookingsPage {
  std::int64_t total = 0;
  int page = 1, size = 50;
  std::int64_t candidates = 0;
  std::vector<BookingItem> items;
};
BOOST_DESCRIBE_STRUCT(BookingsPage, (), (total, page, size, candidates, items))

struct BookingBody {
  std::optional<Month> month;
  std::optional<std::string> institution; ///< an institution's own account may leave it out
  std::string class_id, subject;
  std::optional<BookingKind> kind; ///< regular when left out
  std::optional<bool> own_school;
  Date class_opened, started, planned_completed;
  std::optional<Date> completed, not_before, finish_by, regular_exam;
  int candidates = 1;
  std::optional<std::string> late_reason; ///< needed when it is late
};
BOOST_DESCRIBE_STRUCT(BookingBody, (),
                      (month, institution, class_id, subject, kind, own_school, class_opened, started, planned_completed, completed,
                       not_before, finish_by, regular_exam, candidates, late_reason))

struct BookingChange {
  std::string id;
  int version = 0; ///< the version that was read
  std::string reason;
  std::optional<int> candidates;
  std::optional<Date> completed, not_before, finish_by;
};
BOOST_DESCRIBE_STRUCT(BookingChange, (), (id, version, reason, candidates, completed, not_before, finish_by))

struct BookingOf {
  std::string id;
};
BOOST_DESCRIBE_STRUCT(BookingOf, (), (id))

struct BookingWithdrawal {
  std::string id;
  std::string reason;
};
BOOST_DESCRIBE_STRUCT(BookingWithdrawal, (), (id, reason))

} // namespace ankao::planning::dto
