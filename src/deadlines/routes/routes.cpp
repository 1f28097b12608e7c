// SPDX-License-Identifier: Apache-2.0
#include "deadlines/routes/routes.hpp"

#include "deadlines/routes/calendar_import.hpp"
#include "deadlines/routes/views.hpp"
#include "deadlines/service/calendar.hpp"

namespace ankao::deadlines {
namespace {

using api::Access;
using api::Call;
using api::None;
using api::Verb;

dto::CalendarList list(db::Transaction& transaction) {
  const WorkingDays days = calendar(transaction);
  std::map<int, EnteredYear> entered;
  for (EnteredYear& one : entered_years(transaction)) entered[one.year] = std::move(one);
  dto::CalendarList out;
  for (const int year : days.years()) {
    const auto found = entered.find(year);
    out.years.insert(out.years.begin(), row_of(days, year, found == entered.end() ? std::nullopt : std::optional(found->second)));
  }
  return out;
}

Result<dto::HolidayYear> show(db::Transaction& transaction, int year) {
  const WorkingDays days = calendar(transaction);
  if (days.year(year) == nullptr) return problem("deadlines.year_without_data", {{"year", std::to_string(year)}}, "year");
  return view_of(days, year, entered_year(transaction, year));
}

dto::CalendarHistory history(db::Transaction& transaction, int year) {
  dto::CalendarHistory out;
  for (const EnteredYear& one : entered_versions(transaction, year)) out.versions.push_back(view_of(one));
  return out;
}

void add_reads(api::Endpoints& endpoints, db::Database& database) {
  endpoints.add<None, dto::CalendarList>(
      {.verb = Verb::Get,
       .path = "/api/calendar",
       .operation = "calendar.list",
       .access = Access::Public,
       .summary = "The years whose holidays are known",
       .clauses = {"G-63"},
       .cacheable = true},
      [&database](const Call&, const None&) -> Result<dto::CalendarList> { return list(*database.begin(db::Mode::Read)); });
  endpoints.add<dto::CalendarOf, dto::HolidayYear>({.verb = Verb::Get,
                                                    .path = "/api/calendar/{year}",
                                                    .operation = "calendar.show",
                                                    .access = Access::Public,
                                                    .summary = "The days of a year: work, rest, worked weekend, weekend",
                                                    .clauses = {"G-63"},
                                                    .cacheable = true},
                                                   [&database](const Call&, const dto::CalendarOf& query) -> Result<dto::HolidayYear> {
                                                     return show(*database.begin(db::Mode::Read), query.year);
                                                   });
  endpoints.add<dto::CalendarOf, dto::CalendarHistory>(
      {.verb = Verb::Get,
       .path = "/api/calendar/{year}/versions",
       .operation = "calendar.history",
       .access = Access::SignedIn,
       .summary = "Every version of a year that was entered",
       .clauses = {"G-63"}},
      [&database](const Call&, const dto::CalendarOf& query) -> Result<dto::CalendarHistory> {
        return history(*database.begin(db::Mode::Read), query.year);
      });
}

} // namespace

void add_routes(api::Endpoints& endpoints, db::Database& database, std::function<void()> changed) {
  add_reads(endpoints, database);
  add_calendar_import_routes(endpoints, database, changed);
  endpoints.add<dto::CalendarForm, dto::HolidayYear>(
      {.verb = Verb::Put,
       .path = "/api/calendar/{year}",
       .operation = "calendar.enter",
       .summary = "Enter or correct the holidays of a year from the State Council's notice",
       .clauses = {"G-63"}},
      [&database, changed = std::move(changed)](const Call& call, const dto::CalendarForm& form) -> Result<dto::HolidayYear> {
        const auto done = enter_year(database, call.caller.actor(), call.now, entry_of(form));
        if (!done.ok()) return done.problem();
        changed();
        return show(*database.begin(db::Mode::Read), form.year);
      });
}

} // namespace ankao::deadlines
