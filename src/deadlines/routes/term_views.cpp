// SPDX-License-Identifier: Apache-2.0
#include "deadlines/routes/term_views.hpp"

#include <map>

#include "deadlines/files/register.hpp"
#include "deadlines/rules/schedule.hpp"
#include "deadlines/service/calendar.hpp"
#include "deadlines/service/term_step.hpp"
#include "deadlines/service/why.hpp"
#include "law/law.hpp"
#include "ledger/service/ledger.hpp"

namespace ankao::deadlines {
namespace {

const char* word_of(StartKind kind) {
  switch (kind) {
  case StartKind::Event:
    return "event";
  case StartKind::Date:
    return "date";
  case StartKind::Month:
    return "month";
  case StartKind::Year:
    return "year";
  case StartKind::Hand:
    break;
  }
  return "hand";
}

const char* word_of(Unit unit) {
  static constexpr const char* words[] = {"working_day", "day", "month", "year", "minute", "day_of_month", "day_of_year", "date", "decided", "any_time"};
  return words[static_cast<std::size_t>(unit)];
}

const char* word_of(Deed deed) {
  static constexpr const char* words[] = {"before", "missed", "after", "escalate"};
  return words[static_cast<std::size_t>(deed)];
}

std::string last_of(const Length& length) {
  if (length.unit == Unit::OnDate) return to_string(length.last);
  if (length.unit == Unit::DayOfYear) return to_string(make_date(2024, length.month, length.day)).substr(5);
  return "";
}

law::WhySaid decision_of(const Term& term) {
  const Deadline& rule = deadline_of(term);
  if (!term.due_day) return {rule.title.zh + "：没有到期日", rule.title.en + ": no last day"};
  const std::string day = to_string(*term.due_day);
  return {rule.title.zh + "：" + day + " 到期", rule.title.en + ": due on " + day};
}

law::Why why_of_term(const Term& term, const WorkingDays& days, std::int64_t event) {
  const Deadline& rule = deadline_of(term);
  law::Why why = why_of(rule, anchor_of(term), days);
  why.decision = decision_of(term);
  why.facts.push_back(law::fact({"事项", "Subject"}, term.title));
  why.facts.push_back(law::fact({rule.starts.words.zh, rule.starts.words.en}, to_string(term.anchor), law::WhyKind::Day));
  if (term.until) why.facts.push_back(law::fact({"决定的截止日", "Last day decided"}, to_string(*term.until), law::WhyKind::Day));
  if (term.due_day) why.facts.push_back(law::fact({"到期日", "Last day"}, to_string(*term.due_day), law::WhyKind::Day));
  why.facts.push_back({{"办结条件", "Done when"}, {rule.done.zh, rule.done.en}, law::WhyKind::Text, ""});
  if (term.state == TermState::Open) why.changes.push_back({rule.done.zh + "后即办结", "it ends once " + rule.done.en});
  why.event = event;
  return why;
}

std::vector<dto::TermDeed> deeds_of(db::Transaction& transaction, const Term& term, const WorkingDays& days) {
  std::vector<dto::TermDeed> out;
  const auto end = due_of(term, days);
  if (!end) return out;
  std::map<std::string, store::Deeds> known;
  for (const auto& deed : store::deeds(transaction, term.number)) known[deed.key] = deed;
  for (const Moment& moment : schedule(deadline_of(term), *end, days)) {
    const auto found = known.find(to_string(end->day) + " " + moment.key());
    const bool there = found != known.end();
    out.push_back({word_of(moment.deed), moment.days, moment.role, there ? found->second.at : moment.at, there && !found->second.passed, there && found->second.passed});
  }
  return out;
}

} // namespace

const char* word_of(DayKind::Kind kind) {
  switch (kind) {
  case DayKind::Kind::Workday:
    return "work";
  case DayKind::Kind::Holiday:
    return "rest";
  case DayKind::Kind::WorkedWeekend:
    return "worked_weekend";
  case DayKind::Kind::Weekend:
    break;
  }
  return "weekend";
}

dto::DeadlineRow row_of(const Deadline& d) {
  dto::DeadlineRow row;
  row.id = d.id;
  row.clause = d.clause;
  const auto quoted = law::shipped().clauses.find(d.clause);
  if (quoted != law::shipped().clauses.end()) row.clause_text = quoted->second.text;
  row.related = d.related;
  row.zh = d.title.zh;
  row.en = d.title.en;
  row.starts = word_of(d.starts.kind);
  row.starts_zh = d.starts.words.zh;
  row.starts_en = d.starts.words.en;
  row.unit = word_of(d.length.unit);
  row.count = d.length.count;
  row.last = last_of(d.length);
  row.months_from = d.length.months_from;
  row.months_to = d.length.months_to;
  row.first_day = d.length.first_day;
  row.last_day = d.length.last_day;
  row.working_days = d.calendar == DayCalendar::StateHolidays;
  row.role = d.role;
  row.scope = d.scope;
  row.done_zh = d.done.zh;
  row.done_en = d.done.en;
  row.done_event = d.done_event;
  row.by_hand = !d.done_stands;
  row.missed_clause = d.missed_clause;
  row.missed_zh = d.missed.zh;
  row.missed_en = d.missed.en;
  row.before = d.before;
  row.after = d.after;
  for (const Escalation& one : d.escalate) row.escalate.push_back({one.role, one.after});
  row.copies = d.copies;
  row.from = d.from;
  row.to = d.to;
  row.line = d.line;
  return row;
}

dto::TermRow row_of(const Term& t, const store::Viewer& viewer, const WorkingDays& days, Instant now) {
  const Deadline& rule = deadline_of(t);
  dto::TermRow row;
  row.id = t.id();
  row.deadline = t.deadline;
  row.clause = rule.clause;
  row.zh = rule.title.zh;
  row.en = rule.title.en;
  row.subject = t.subject;
  row.title = t.title;
  row.role = t.role;
  row.owner = t.owner;
  row.owner_id = t.scope_id;
  row.anchor = t.anchor;
  row.due_day = t.due_day;
  row.due_at = t.due_at;
  if (t.due_day && t.state == TermState::Open)
    if (const auto left = days_left(rule, {*t.due_day, *t.due_at}, now, days)) row.days_left = *left;
  row.working_days = rule.calendar == DayCalendar::StateHolidays;
  row.state = std::string(name_of(t.state));
  row.overdue = t.state == TermState::Open ? t.due_at && now >= *t.due_at : t.overdue;
  row.late = t.late;
  row.claimed_name = t.claimed_name;
  row.mine = !t.claimed_by.empty() && t.claimed_by == viewer.account;
  row.own = t.role == viewer.role && t.scope_kind == viewer.scope_kind && t.scope_id == viewer.scope_id;
  row.by_hand = !rule.done_stands;
  row.opened_at = t.opened_at;
  row.closed_at = t.closed_at;
  return row;
}

dto::TermView view_of(db::Transaction& transaction, const Term& t, const store::Viewer& viewer, Instant now) {
  const WorkingDays days = calendar(transaction);
  dto::TermView view;
  view.term = row_of(t, viewer, days, now);
  view.rule = row_of(deadline_of(t));
  view.reason = t.reason;
  view.opened_by = t.opened_by;
  view.close_reason = t.close_reason;
  view.deeds = deeds_of(transaction, t, days);
  for (const auto& one : store::findings(transaction, t.number)) view.findings.push_back({one.clause, one.text.zh, one.text.en, one.at, one.withdrawn_at});
  view.copies = store::copies(transaction, t.number);
  for (const auto& one : ledger::time_line(transaction, "term:" + t.id()))
    view.steps.push_back({one.event.action, one.event.actor.name, one.event.at, one.event.reason, one.number});
  view.why = why_of_term(t, days, view.steps.empty() ? 0 : view.steps.front().index);
  return view;
}

} // namespace ankao::deadlines
