// SPDX-License-Identifier: Apache-2.0
// One deadline 时限 of the notice as the register (law/deadlines.yaml) has it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/date.hpp"

namespace ankao::deadlines {

struct Bilingual {
  std::string zh;
  std::string en;
};

/// Event: an action of the ledger. Date: once. Month, Year: every one. Hand: an officer starts it with a reason.
enum class StartKind { Event, Date, Month, Year, Hand };

struct Start {
  StartKind kind = StartKind::Hand;
  std::string event; ///< Event only: "class.open"
  std::string of;    ///< Event only: the kind of subject, e.g. "site"; "" any
  std::vector<std::string> under; ///< Event only: clauses the event was recorded under, each with all that stand below it; empty: any
  Date day;                       ///< Date only
  Bilingual words;
};

enum class Unit { WorkingDay, Day, Month, Year, Minute, DayOfMonth, DayOfYear, OnDate, Decided, AnyTime };

struct Length {
  Unit unit = Unit::Day;
  int count = 0;          ///< below 0: before what starts it; DayOfMonth: the day
  Date last;              ///< OnDate
  unsigned month = 12;    ///< DayOfYear
  unsigned day = 31;      ///< DayOfYear
  int months_from = 0;    ///< Decided: shortest
  int months_to = 0;      ///< Decided: longest
  bool first_day = false; ///< the day that starts it counts
  bool last_day = true;   ///< the last day counts until 24:00 (G-04)
};

enum class DayCalendar { StateHolidays, Civil };

struct Escalation {
  std::string role;
  int after = 0; ///< days of the calendar after the last day
};

struct Deadline {
  std::string id;
  std::string clause;
  std::vector<std::string> related;
  Bilingual title;
  Start starts;
  Length length;
  DayCalendar calendar = DayCalendar::Civil;
  std::string role;  ///< whose it is
  std::string scope; ///< "city", "district", "institution", "site"
  std::string done_event;
  bool done_stands = false; ///< false: the holder confirms by hand
  Bilingual done;
  std::string again_event; ///< what was done is given back: the term runs again; "" never
  int again_days = 0;      ///< at least so many days from that
  std::string missed_clause;
  Bilingual missed; ///< the finding
  std::vector<int> before, after;
  std::vector<Escalation> escalate;
  std::vector<std::string> copies; ///< roles that see it from the start
  Date from;
  std::optional<Date> to;
  int line = 0; ///< in the file
  bool holds_on(Date day) const { return from <= day && (!to || day <= *to); }
};

struct Register {
  std::string source;
  std::vector<Deadline> deadlines;
  const Deadline* find(const std::string& id) const {
    for (const Deadline& one : deadlines)
      if (one.id == id) return &one;
    return nullptr;
  }
};

} // namespace ankao::deadlines
