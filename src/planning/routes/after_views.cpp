// SPDX-License-Identifier: Apache-2.0
#include "planning/routes/after_views.hpp"

#include <set>

#include "planning/files/after_law.hpp"
#include "planning/service/feedback.hpp"
#include "planning/service/plans.hpp"
#include "planning/service/reading.hpp"
#include "planning/store/plans.hpp"
#include "registry/service/snapshot.hpp"

namespace ankao::planning {
namespace {

std::string day(const std::optional<Date>& date) { return date ? to_string(*date) : ""; }
std::string moment(const std::optional<Instant>& at) { return at ? to_string(*at) : ""; }

dto::FilingItem filing_item(const Filing& f) { return {f.document, f.data_sm3, to_string(f.made_at), f.made_name, day(f.filed_on), f.reference, moment(f.noted_at), f.noted_name}; }

/// What the state allows; who may is another question.
std::vector<std::string> next_of(const dto::AfterView& view) {
  std::vector<std::string> next;
  if (!view.filing || view.filing->filed_on.empty()) next.push_back("filing.make");
  if (view.filing && view.filing->filed_on.empty()) next.push_back("filing.record");
  if (view.under_way) return next;
  if (!view.losses.empty())
    next.push_back("plan.redraw");
  else if (!view.confirmation && view.feedback.confirmed == view.feedback.sites)
    next.push_back("plan.confirm");
  return next;
}

std::int64_t open_objections(db::Transaction& transaction, Month month) {
  ObjectionFilter filter;
  filter.month = to_string(month);
  filter.limit = 1;
  std::int64_t sum = 0;
  for (const char* state : {"open", "proposed"}) {
    filter.state = state;
    sum += list_objections(transaction, filter).total;
  }
  return sum;
}

std::int64_t open_failures(db::Transaction& transaction, Month month) {
  FailureFilter filter;
  filter.month = to_string(month);
  filter.state = "reported";
  filter.limit = 1;
  return list_failures(transaction, filter).total;
}

} // namespace

std::string slot_time(const std::string& slot) {
  const auto& times = shipped_after_law().slot_times;
  const auto found = times.find(slot);
  return found == times.end() ? "" : found->second;
}

Result<dto::AfterView> after_view(db::Transaction& transaction, const World& world, Month month, Instant now) {
  const auto plan = in_force(transaction, month);
  if (!plan.ok()) return plan.problem();
  const Date today = date_of(now);
  dto::AfterView out;
  out.month = to_string(month);
  out.version = plan->version;
  out.demo = plan->demo;
  out.published_at = moment(published_at(*plan));
  const auto until = feedback_until(transaction, world, *plan);
  out.feedback_until = day(until);
  out.term_over = until && today > *until;
  out.objections_until = day(objections_until(transaction, world, *plan));
  const auto sum = sum_of(transaction, world, *plan, today);
  out.feedback = {sum.sites, sum.confirmed, sum.refused, sum.silent, sum.waiting};
  for (const auto& loss : losses_of(transaction, world, *plan, today))
    out.losses.push_back({loss.kind, loss.id, loss.name, loss.clause, loss.reason, static_cast<int>(loss.sessions.size()), loss.candidates});
  if (const auto filing = find_filing(transaction, key_of(*plan))) out.filing = filing_item(*filing);
  const Date due = publication_deadline(world.law, month);
  out.filing_due = to_string(due);
  out.filing_overdue = today > due && !(out.filing && !out.filing->filed_on.empty());
  if (const auto c = find_confirmation(transaction, key_of(*plan))) out.confirmation = dto::ConfirmationItem{to_string(c->at), c->name, c->note};
  const auto newest = newest_version(transaction, month);
  if (newest && newest->stage != Stage::Published && newest->stage != Stage::Returned) out.under_way = newest->version;
  out.notice_days = shipped_after_law().number("notice_days", today);
  out.open_objections = open_objections(transaction, month);
  out.open_failures = open_failures(transaction, month);
  out.versions = version_items(transaction, month, Reach::Desk);
  out.next = next_of(out);
  return out;
}

dto::FeedbackRow feedback_row(const SiteFeedback& f) {
  return {f.site, f.site_name, f.district, f.sessions, f.candidates, f.confirmed, f.refused, f.state, f.late, moment(f.last_at), f.explanation};
}

namespace {

std::vector<std::string> sites_of(db::Transaction& transaction, const Act& act, const std::string& wanted) {
  const std::string& scope = act.actor.scope;
  if (scope.starts_with("site:")) return {scope.substr(5)};
  std::vector<std::string> out;
  if (scope == "city") {
    if (!wanted.empty()) out.push_back(wanted);
    return out;
  }
  for (const auto& one : registry::snapshot(transaction, act.today()).sites)
    if (scope == "institution:" + one.record.owner && (wanted.empty() || one.record.id == wanted)) out.push_back(one.record.id);
  return out;
}

dto::OwnSession own_session(const World& world, const SessionRow& row, const SessionAnswer* answer, Date today, Language language) {
  dto::OwnSession out{row.id, row.date, row.slot, slot_time(row.slot), row.room_name, row.subject, subject_name(world, row.subject, language), row.candidates, "", "", "", false,
                      *parse_date(row.date) < today, false};
  if (answer == nullptr) return out;
  out.answer = answer->refused ? "refused" : "confirmed";
  out.explanation = answer->explanation;
  out.failure = answer->failure;
  out.late = answer->late;
  out.carried = answer->carried_from != 0;
  return out;
}

dto::OwnPlan own_plan(db::Transaction& transaction, const World& world, const PlanVersion& plan, const std::vector<SessionRow>& sessions, Date today, Language language) {
  dto::OwnPlan out;
  out.month = to_string(plan.month);
  out.version = plan.version;
  out.site = sessions.front().site;
  out.site_name = sessions.front().site_name;
  out.published_at = moment(published_at(plan));
  const auto until = feedback_until(transaction, world, plan);
  out.feedback_until = day(until);
  out.term_over = until && today > *until;
  const auto given = answers(transaction, key_of(plan), out.site);
  SiteFeedback sum;
  sum.sessions = static_cast<int>(sessions.size());
  for (const auto& row : sessions) {
    const SessionAnswer* answer = nullptr;
    for (const auto& one : given)
      if (one.session == row.id) answer = &one;
    if (answer != nullptr) (answer->refused ? sum.refused : sum.confirmed) += 1;
    out.sessions.push_back(own_session(world, row, answer, today, language));
  }
  out.state = state_of(sum, out.term_over, today);
  return out;
}

} // namespace

Result<dto::OwnSessions> own_sessions(db::Transaction& transaction, const World& world, const Act& act, const std::string& site, Language language) {
  dto::OwnSessions out;
  out.failures_limit = shipped_after_law().number("failures_per_year", act.today());
  const auto sites = sites_of(transaction, act, site);
  for (const auto& id : sites) out.failures_this_year += static_cast<int>(verified_failures(transaction, id, act.today().year()).size());
  for (const auto& newest : newest_versions(transaction)) {
    if (newest.month < month_of(act.today())) continue;
    const auto plan = published_version(transaction, newest.month);
    if (!plan) continue;
    for (const auto& id : sites)
      if (const auto sessions = sessions_in(transaction, *plan, id); !sessions.empty()) out.plans.push_back(own_plan(transaction, world, *plan, sessions, act.today(), language));
  }
  return out;
}

dto::FailureRow failure_row(const Failure& f, bool with_names) {
  return {f.id, f.kind, f.state, f.site, f.site_name, f.district, to_string(f.month), to_string(f.day), f.version, static_cast<int>(f.sessions.size()), f.explanation,
          to_string(f.recorded_at), with_names ? f.recorded_name : "", moment(f.decided_at), with_names ? f.decided_name : "", f.reason};
}

dto::EndingRow ending_row(const Ending& e, const ledger::Actor& reader) {
  return {e.id, e.state, e.site, e.site_name, e.district, e.year, e.failures, to_string(e.proposed_at), day(e.effective), e.ban, e.reason, e.first_name, moment(e.first_at), e.second_name,
          moment(e.second_at), !e.first_account.empty() && (e.first_account == reader.account || e.first_account == reader.behalf)};
}

} // namespace ankao::planning
