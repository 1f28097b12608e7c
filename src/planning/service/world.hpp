// SPDX-License-Identifier: Apache-2.0
// What the use cases of planning stand on: storage, law, calendar, names. One per process, shared by all threads.
#pragma once

#include <functional>
#include <map>
#include <memory>
#include <span>
#include <string>

#include "base/result.hpp"
#include "db/db.hpp"
#include "db/use_case.hpp"
#include "deadlines/service/calendar.hpp"
#include "deadlines/service/sweep.hpp"
#include "planning/words/law.hpp"
#include "planning/words/news.hpp"
#include "planning/words/workdays.hpp"
#include "registry/service/act.hpp"

namespace ankao::planning {

struct World {
  db::Database& database;
  const PlanningLaw& law;
  std::shared_ptr<deadlines::LiveCalendar> live_calendar;
  Workdays calendar;                                ///< of live_calendar, whatever it knows at the time
  std::string city;                                 ///< GB/T 2260
  std::map<std::string, std::string> subject_names; ///< OPnn and theory, Chinese
  std::map<std::string, std::string> subject_english;
  std::function<void()> changed = [] {}; ///< public data is not what it was
  deadlines::SendNote tell = [](db::Transaction&, const deadlines::Note&, Instant) {}; ///< reaches everybody of a role within a scope
  std::function<void(std::span<std::uint8_t>)> chance = {};                            ///< for receipts; whoever takes objections sets it
  /// Puts news into inboxes, in the transaction of what is told; nobody has one where nothing was handed in.
  std::function<void(db::Transaction&, const News&, Instant)> inform = [](db::Transaction&, const News&, Instant) {};
  std::function<void()> job_waits = [] {}; ///< a background job was left in the database
};

/// The world of the shipped law and catalogue. Its calendar knows the shipped years, and the entered ones after the first calendar_in().
World shipped_world(db::Database& database);

/// The calendar as the transaction sees it, years entered since included; it does not change while it is held.
Workdays calendar_in(db::Transaction& transaction, const World& world);

using registry::Act;

} // namespace ankao::planning
