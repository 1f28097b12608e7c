// SPDX-License-Identifier: Apache-2.0
// What the platform does about a running deadline by itself, and when: remind, record the finding, escalate.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "deadlines/rules/due.hpp"

namespace ankao::deadlines {

enum class Deed { Remind, Miss, RemindAfter, Escalate };

struct Moment {
  Instant at;
  Deed deed = Deed::Remind;
  int days = 0;     ///< before or after the last day
  std::string role; ///< Escalate: to whom
  /// "before:3", "missed", "after:1", "escalate:city_bureau:1": done once a term.
  std::string key() const;
};

/// Ascending. Reminders go out at 9:00 (G-04 ends a day at 24:00). Where the calendar does not know a year, those moments are left out
/// and come with the year.
std::vector<Moment> schedule(const Deadline& deadline, const Due& due, const WorkingDays& calendar);

/// What is to be done at `now` given what was done. After a pause only the newest of several missed reminders is sent; the others are
/// `passed`, so that nobody gets a heap of stale ones. The finding and the escalations are never left out.
struct Agenda {
  std::vector<Moment> act;
  std::vector<Moment> passed;
  std::optional<Instant> next; ///< when to look again
};
Agenda agenda(const std::vector<Moment>& moments, const std::set<std::string>& done, Instant now);

} // namespace ankao::deadlines
