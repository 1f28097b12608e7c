// SPDX-License-Identifier: Apache-2.0
// The input of a draw ("ankao-draw-instance/2") as plain values. References are indices into the vectors here; ids are kept for
// tickets and for the output. Amounts are integers; there is no floating point anywhere in the draw.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/date.hpp"

namespace ankao::draw {

enum class SubjectKind { Practical, Theory };
enum class Cross { Required, Exempt };
enum class BatchKind { Regular, Retake };

/// Both ends included.
struct DateRange {
  Date from;
  Date to;
  bool contains(Date date) const { return from <= date && date <= to; }
  bool operator==(const DateRange&) const = default;
};

struct Weights {
  std::int64_t imbalance = 0;
  std::int64_t waiting = 0;
  std::int64_t distance = 0;
  std::int64_t split = 0;
  std::int64_t retake_alone = 0;
  bool operator==(const Weights&) const = default;
};

struct Policy {
  int visits_per_year = 0;
  std::vector<std::int64_t> bands_m; ///< ascending limits in metres
  int order_depth = 0;
  int min_fragment = 0;
  int vacancy_free_percent = 0;
  std::optional<int> max_sessions_per_slot;
  std::optional<int> max_sites_per_institution_slot;
  Weights weights;
  bool operator==(const Policy&) const = default;
};

struct Calendar {
  std::vector<Date> dates;        ///< ascending, distinct, all in the month
  std::vector<std::string> slots; ///< in time order within a day
  bool operator==(const Calendar&) const = default;
};

struct Subject {
  std::string id;
  std::optional<std::string> name;
  SubjectKind kind = SubjectKind::Practical;
  Cross cross = Cross::Required;
  std::optional<int> max_sessions;
  bool operator==(const Subject&) const = default;
};

struct Institution {
  std::string id;
  std::optional<std::string> name;
  std::vector<DateRange> suspended;
  bool operator==(const Institution&) const = default;
};

/// The room is open on calendar date `date` (index) in the slots (indices, ascending).
struct Opening {
  int date = 0;
  std::vector<int> slots;
  bool operator==(const Opening&) const = default;
};

struct Room {
  std::string id;
  int site = 0;
  bool exclusive = true;
  int capacity = 1;
  std::map<int, int> seats; ///< subject index -> seats, at least 1
  std::vector<Opening> open;
  bool operator==(const Room&) const = default;
};

struct Site {
  std::string id;
  std::optional<std::string> name;
  std::optional<int> owner; ///< institution index
  bool public_base = false;
  std::vector<DateRange> suspended;
  std::vector<int> rooms; ///< indices into Instance::rooms
  bool operator==(const Site&) const = default;
};

struct Batch {
  std::string id;
  std::string class_id;
  int institution = 0;
  int subject = 0;
  BatchKind kind = BatchKind::Regular;
  bool own_school = false;
  Date started;
  Date completed;
  std::optional<Date> not_before;
  std::optional<Date> finish_by;
  int carried = 0;
  int candidates = 1;
  bool operator==(const Batch&) const = default;
};

/// A visit of the history. Institutions, sites and subjects that are not part of the instance are refused by the reader.
struct PastVisit {
  int institution = 0;
  int site = 0;
  int subject = 0;
  Date date;
  int slot = 0; ///< index into Calendar::slots
  bool waived = false;
  bool operator==(const PastVisit&) const = default;
};

struct PastSessions {
  int site = 0;
  int subject = 0;
  std::int64_t count = 0;
  bool operator==(const PastSessions&) const = default;
};

struct Instance {
  std::string city;
  Month month;
  Calendar calendar;
  Policy policy;
  std::vector<Subject> subjects;
  std::vector<Institution> institutions;
  std::vector<Site> sites;
  std::vector<Room> rooms; ///< of all sites
  std::vector<std::vector<std::int64_t>> distance_m; ///< [institution][site]
  std::vector<Batch> batches;
  std::vector<PastVisit> visits;
  std::vector<PastSessions> sessions;
  bool operator==(const Instance&) const = default;
};

} // namespace ankao::draw
