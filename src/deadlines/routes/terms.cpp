// SPDX-License-Identifier: Apache-2.0
#include "deadlines/routes/terms.hpp"

#include <algorithm>
#include <charconv>

#include "deadlines/files/register.hpp"
#include "deadlines/routes/lists.hpp"
#include "deadlines/routes/term_views.hpp"
#include "deadlines/service/calendar.hpp"
#include "deadlines/store/terms.hpp"
#include "lists/routes/add.hpp"

namespace ankao::deadlines {
namespace {

using api::Access;
using api::Call;
using api::None;
using api::Verb;

constexpr int k_most = 200;

store::Viewer viewer_of(const Call& call) { return {call.caller.account, call.caller.role, call.caller.scope_kind, call.caller.scope_id}; }

store::TermFilter filter_of(const dto::TermQuery& query) {
  store::TermFilter filter;
  filter.box = static_cast<store::Box>(query.box);
  filter.q = query.q;
  filter.deadline = query.deadline;
  filter.overdue = query.overdue;
  filter.from = query.from;
  filter.to = query.to;
  filter.sort = query.sort;
  filter.page = std::clamp(query.page, 1, 1'000'000);
  filter.size = std::clamp(query.size, 1, k_most);
  return filter;
}

dto::TermCounts counts_of(db::Transaction& transaction, const store::Viewer& viewer) {
  const auto count = [&](store::Box box, std::optional<bool> overdue) {
    store::TermFilter filter;
    filter.box = box;
    filter.overdue = overdue;
    return store::count(transaction, viewer, filter);
  };
  return {count(store::Box::ToDo, {}), count(store::Box::Done, {}), count(store::Box::Copied, {}), count(store::Box::All, {}), count(store::Box::ToDo, true)};
}

dto::TermPage page_of(db::Transaction& transaction, const Call& call, const dto::TermQuery& query) {
  const store::Viewer viewer = viewer_of(call);
  const auto filter = filter_of(query);
  const auto found = store::list(transaction, viewer, filter);
  const WorkingDays days = calendar(transaction);
  dto::TermPage page;
  page.total = found.total;
  page.page = filter.page;
  page.size = filter.size;
  for (const Term& term : found.terms) page.items.push_back(row_of(term, viewer, days, call.now));
  page.counts = counts_of(transaction, viewer);
  store::TermFilter box;
  box.box = filter.box;
  for (const auto& [id, n] : store::count_by_deadline(transaction, viewer, box)) {
    const Deadline* rule = shipped_register().find(id);
    if (rule != nullptr) page.kinds.push_back({id, rule->title.zh, rule->title.en, n});
  }
  return page;
}

Result<dto::TermMonth> month_of(db::Transaction& transaction, const Call& call, const dto::TermMonthQuery& query) {
  const auto month = parse_month(query.month);
  if (!month) return problem("deadlines.month_invalid", {{"value", query.month}}, "month");
  store::TermFilter filter;
  filter.box = static_cast<store::Box>(query.box);
  filter.from = month->first();
  filter.to = month->last();
  const WorkingDays days = calendar(transaction);
  dto::TermMonth out{to_string(*month), true, {}};
  for (Date day = month->first(); day <= month->last(); day = day + 1) {
    const auto kind = days.kind(day);
    if (!kind) out.known = false;
    out.days.push_back({day, static_cast<int>(day.weekday()), kind ? word_of(kind->kind) : "", kind ? kind->holiday : "", 0, 0, 0});
  }
  for (const auto& one : store::count_by_day(transaction, viewer_of(call), filter)) {
    auto& cell = out.days[static_cast<std::size_t>(one.day - month->first())];
    cell.open = one.open;
    cell.overdue = one.overdue;
    cell.closed = one.closed;
  }
  return out;
}

Result<dto::TermView> show(db::Transaction& transaction, const Call& call, const std::string& id) {
  const store::Viewer viewer = viewer_of(call);
  std::int64_t number = 0;
  if (id.rfind("T-", 0) == 0) std::from_chars(id.data() + 2, id.data() + id.size(), number);
  const auto term = store::term(transaction, number);
  if (!term || term->id() != id || !store::visible(transaction, viewer, number)) return problem("deadlines.term_unknown", {{"value", id}});
  return view_of(transaction, *term, viewer, call.now);
}

Result<dto::TermView> shown(db::Database& database, const Call& call, const Result<Term>& done) {
  if (!done) return done.problem();
  return show(*database.begin(db::Mode::Read), call, done->id());
}

Result<dto::DeadlineList> rules_of(const dto::DeadlineQuery& query, const lists::Window& window) {
  dto::DeadlineList out;
  out.source = shipped_register().source;
  for (const Deadline& one : shipped_register().deadlines) {
    dto::DeadlineRow row = row_of(one);
    if ((!query.role.empty() && row.role != query.role) || !speaks_of(row, query.q)) continue;
    if (out.total >= window.offset && out.total < window.offset + window.limit) out.items.push_back(std::move(row));
    ++out.total;
  }
  return out;
}

void add_reads(api::Endpoints& endpoints, db::Database& database) {
  lists::add<dto::DeadlineQuery, dto::DeadlineList>(endpoints, database, deadline_list(),
                                                    {.verb = Verb::Get,
                                                     .path = "/api/deadlines",
                                                     .operation = "deadline.list",
                                                     .access = Access::Public,
                                                     .summary = "The deadlines of the notice with their rules",
                                                     .clauses = {"S-4.2", "S-2.3", "S-5.1b", "M-4.1.5"},
                                                     .cacheable = true},
                                                    "deadline.export", [](const Call&, const dto::DeadlineQuery& query, const lists::Window& window) { return rules_of(query, window); });
  endpoints.add<dto::TermQuery, dto::TermPage>(
      {.verb = Verb::Get, .path = "/api/terms", .operation = "term.list", .summary = "The terms to do, done or copied", .clauses = {"S-4.2"}, .permission = "work.list"},
      [&database](const Call& call, const dto::TermQuery& query) -> Result<dto::TermPage> { return page_of(*database.begin(db::Mode::Read), call, query); });
  // Before the single term: the first path that fits is taken.
  endpoints.add<dto::TermMonthQuery, dto::TermMonth>(
      {.verb = Verb::Get, .path = "/api/terms/calendar", .operation = "term.calendar", .summary = "How many terms end on each day of a month", .clauses = {"G-63"}, .permission = "work.list"},
      [&database](const Call& call, const dto::TermMonthQuery& query) -> Result<dto::TermMonth> { return month_of(*database.begin(db::Mode::Read), call, query); });
  endpoints.add<dto::TermOf, dto::TermView>(
      {.verb = Verb::Get, .path = "/api/terms/{id}", .operation = "term.show", .summary = "A term and why it ends when it does", .clauses = {"G-63"}, .permission = "work.list"},
      [&database](const Call& call, const dto::TermOf& query) -> Result<dto::TermView> { return show(*database.begin(db::Mode::Read), call, query.id); });
}

void add_steps(api::Endpoints& endpoints, db::Database& database) {
  endpoints.add<dto::TermOf, dto::TermView>(
      {.verb = Verb::Post, .path = "/api/terms/{id}/claim", .operation = "term.claim", .summary = "Take the work", .permission = "term.handle"},
      [&database](const Call& call, const dto::TermOf& form) { return shown(database, call, claim_term(database, call.caller.actor(), call.now, form.id)); });
  endpoints.add<dto::TermOf, dto::TermView>(
      {.verb = Verb::Post, .path = "/api/terms/{id}/release", .operation = "term.release", .summary = "Give the work back", .permission = "term.handle"},
      [&database](const Call& call, const dto::TermOf& form) { return shown(database, call, release_term(database, call.caller.actor(), call.now, form.id)); });
  endpoints.add<dto::TermNote, dto::TermView>(
      {.verb = Verb::Post, .path = "/api/terms/{id}/confirm", .operation = "term.confirm", .summary = "Say that it is done", .permission = "term.handle"},
      [&database](const Call& call, const dto::TermNote& form) {
        return shown(database, call, confirm_term(database, call.caller.actor(), call.now, form.id, form.note));
      });
  endpoints.add<dto::TermWaiver, dto::TermView>(
      {.verb = Verb::Post, .path = "/api/terms/{id}/waive", .operation = "term.waive", .summary = "Waive a term with a reason"},
      [&database](const Call& call, const dto::TermWaiver& form) {
        return shown(database, call, waive_term(database, call.caller.actor(), call.now, form.id, form.reason));
      });
}

} // namespace

void add_term_routes(api::Endpoints& endpoints, db::Database& database, Owners owners) {
  add_reads(endpoints, database);
  add_steps(endpoints, database);
  endpoints.add<dto::TermForm, dto::TermView>(
      {.verb = Verb::Post, .path = "/api/terms", .operation = "term.open", .summary = "Start a deadline by hand with a reason"},
      [&database, owners = std::move(owners)](const Call& call, const dto::TermForm& form) {
        return shown(database, call,
                     open_term(database, call.caller.actor(), call.now, owners,
                               {form.deadline, form.scope_id.value_or(""), form.subject, form.title, form.day, form.moment, form.until, form.reason}));
      });
}

} // namespace ankao::deadlines
