// SPDX-License-Identifier: Apache-2.0
// The working-day calendar of the live platform (G-63): the shipped years with the entered ones over them.
#pragma once

#include <memory>
#include <mutex>
#include <optional>
#include <vector>

#include "base/result.hpp"
#include "db/db.hpp"
#include "deadlines/rules/working_days.hpp"
#include "deadlines/words/entry.hpp"
#include "ledger/words/event.hpp"

namespace ankao::deadlines {

/// Schema steps 600-699.
std::vector<db::Migration> migrations();

/// As the transaction sees it.
WorkingDays calendar(db::Transaction& transaction);

/// Keeps a new version of the year, with the ledger's event calendar.enter in the same transaction. Problems: deadlines.entry_invalid with
/// a part per fault and its place; deadlines.version_stale when somebody entered the year since. The caller holds calendar.enter.
Result<EnteredYear> enter_year(db::Database& database, const ledger::Actor& actor, Instant now, const YearEntry& entry);

/// Whether enter_year would keep it; nothing is written.
Result<void> check_year(db::Transaction& transaction, Instant now, const YearEntry& entry);

/// The newest entered version; nothing when the year was never entered (it may be shipped all the same).
std::optional<EnteredYear> entered_year(db::Transaction& transaction, int year);
std::vector<EnteredYear> entered_years(db::Transaction& transaction);
/// Newest first.
std::vector<EnteredYear> entered_versions(db::Transaction& transaction, int year);

/// One calendar for all threads of a process. Readers hold a calendar that does not change under them; refresh() takes up what was entered
/// since, here or by another process, at the cost of one count.
class LiveCalendar {
public:
  /// Knows the shipped years until refresh() is called.
  LiveCalendar();
  std::shared_ptr<const WorkingDays> now() const;
  /// The calendar as the transaction sees it, and for every later now(). Not within a transaction that enters a year.
  std::shared_ptr<const WorkingDays> refresh(db::Transaction& transaction);

private:
  mutable std::mutex mutex_;
  std::shared_ptr<const WorkingDays> days_;
  std::int64_t versions_ = 0;
};

} // namespace ankao::deadlines
