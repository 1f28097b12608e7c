// SPDX-License-Identifier: Apache-2.0
#include "deadlines/service/calendar.hpp"

#include <nlohmann/json.hpp>

#include "base/sm3.hpp"
#include "deadlines/files/holidays.hpp"
#include "deadlines/files/law.hpp"
#include "deadlines/rules/entry.hpp"
#include "deadlines/service/terms.hpp"
#include "deadlines/store/years.hpp"
#include "ledger/service/ledger.hpp"

namespace ankao::deadlines {
namespace {

std::vector<CalendarYear> shipped_years() {
  std::vector<CalendarYear> out;
  for (const int year : shipped_calendar().years()) out.push_back(*shipped_calendar().year(year));
  return out;
}

nlohmann::json named(const std::map<Date, std::string>& days) {
  auto out = nlohmann::json::object();
  for (const auto& [date, name] : days) out[to_string(date)] = name;
  return out;
}

std::string digest(int year, int version, const std::string& source, const std::map<Date, std::string>& rest,
                   const std::map<Date, std::string>& worked) {
  const nlohmann::json record{{"year", year}, {"version", version}, {"source", source}, {"rest", named(rest)}, {"worked", named(worked)}};
  return to_hex(sm3(record.dump()));
}

std::string digest(const EnteredYear& one) { return digest(one.year, one.version, one.source, one.rest, one.worked); }

/// What the year was before: the version entered last, else what was shipped, else nothing.
std::string digest_before(const std::optional<EnteredYear>& last, int year) {
  if (last) return digest(*last);
  const CalendarYear* shipped = shipped_calendar().year(year);
  return shipped == nullptr ? "" : digest(year, 0, shipped->source, shipped->rest, shipped->worked);
}

/// Whether the entry can stand on the version it was made on.
Result<void> check(const std::optional<EnteredYear>& last, Instant now, const YearEntry& entry) {
  const int version = last ? last->version : 0;
  if (version != entry.version)
    return problem("deadlines.version_stale", {{"year", std::to_string(entry.year)}, {"version", std::to_string(version)}}, "/version");
  const bool known = last || shipped_calendar().year(entry.year) != nullptr;
  if (auto found = faults(entry, {shipped_holiday_law(), date_of(now), known}); !found.empty()) {
    Problem refusal = problem("deadlines.entry_invalid", {{"year", std::to_string(entry.year)}, {"count", std::to_string(found.size())}});
    refusal.parts = std::move(found);
    return refusal;
  }
  return {};
}

Result<EnteredYear> enter(db::Transaction& transaction, const ledger::Actor& actor, Instant now, const YearEntry& entry) {
  const auto last = store::newest(transaction, entry.year);
  if (const auto sound = check(last, now, entry); !sound.ok()) return sound.problem();
  EnteredYear made{entry.year,         entry.version + 1,   entry.source, entry.reason, rest_days(entry),
                   worked_days(entry), actor.account, actor.name,   now};
  store::insert(transaction, made);
  ledger::append(transaction, {actor, now, "calendar.enter", "calendar:" + std::to_string(entry.year), digest_before(last, entry.year),
                               digest(made), "G-63", entry.reason});
  recompute_terms(transaction, actor, now);
  return made;
}

} // namespace

WorkingDays calendar(db::Transaction& transaction) { return WorkingDays(laid_over(shipped_years(), store::all_newest(transaction))); }

Result<EnteredYear> enter_year(db::Database& database, const ledger::Actor& actor, Instant now, const YearEntry& entry) {
  std::optional<Result<EnteredYear>> done;
  database.write([&](db::Transaction& transaction) { done = enter(transaction, actor, now, entry); });
  return std::move(*done);
}

Result<void> check_year(db::Transaction& transaction, Instant now, const YearEntry& entry) { return check(store::newest(transaction, entry.year), now, entry); }

std::optional<EnteredYear> entered_year(db::Transaction& transaction, int year) { return store::newest(transaction, year); }
std::vector<EnteredYear> entered_years(db::Transaction& transaction) { return store::all_newest(transaction); }
std::vector<EnteredYear> entered_versions(db::Transaction& transaction, int year) { return store::versions(transaction, year); }

LiveCalendar::LiveCalendar()
    : days_(std::make_shared<const WorkingDays>(shipped_years())) {}

std::shared_ptr<const WorkingDays> LiveCalendar::now() const {
  const std::lock_guard lock(mutex_);
  return days_;
}

std::shared_ptr<const WorkingDays> LiveCalendar::refresh(db::Transaction& transaction) {
  const auto versions = store::count(transaction);
  {
    const std::lock_guard lock(mutex_);
    if (versions == versions_) return days_;
  }
  auto fresh = std::make_shared<const WorkingDays>(calendar(transaction));
  const std::lock_guard lock(mutex_);
  // A transaction that began before the newest entry keeps its older view to itself.
  if (versions > versions_) {
    versions_ = versions;
    days_ = fresh;
  }
  return fresh;
}

} // namespace ankao::deadlines
