// SPDX-License-Identifier: Apache-2.0
#include "deadlines/service/terms.hpp"

#include <algorithm>
#include <charconv>

#include "db/use_case.hpp"
#include "deadlines/files/register.hpp"
#include "deadlines/service/calendar.hpp"
#include "deadlines/service/term_step.hpp"
#include "deadlines/store/terms.hpp"

namespace ankao::deadlines {
namespace {

constexpr std::size_t k_longest = 500;

Term term_of(const Happening& what) {
  Term term;
  term.subject = what.subject;
  term.title = what.title;
  term.scope_kind = what.owner.kind;
  term.scope_id = what.owner.id;
  term.owner = what.owner.name;
  term.district = what.owner.district;
  term.anchor = what.day;
  term.until = what.until;
  return term;
}

/// C-4.1a stands below C-4.1; a clause numbered ten would not.
bool stands_below(const std::string& clause, const std::string& above) {
  if (clause.rfind(above, 0) != 0) return false;
  return clause.size() == above.size() || clause[above.size()] < '0' || clause[above.size()] > '9';
}

bool starts_with(const Start& starts, const Happening& what) {
  if (starts.kind != StartKind::Event || starts.event != what.event) return false;
  if (!starts.of.empty() && what.subject.rfind(starts.of + ":", 0) != 0) return false;
  const auto& under = starts.under;
  return under.empty() || std::any_of(under.begin(), under.end(), [&](const std::string& above) { return stands_below(what.clause, above); });
}

bool recurs(const Deadline& deadline) { return deadline.starts.kind == StartKind::Month || deadline.starts.kind == StartKind::Year; }

/// What completed the term was given back: it runs again, at least the days of the law from then. A miss that was found stays found.
void run_again(db::Transaction& transaction, const Deadline& deadline, const Happening& what, const Term& done) {
  Term term = done;
  term.state = TermState::Open;
  term.late = false;
  term.closed_at.reset();
  term.closed_by.clear();
  term.close_reason.clear();
  term.claimed_by.clear();
  term.claimed_name.clear();
  if (const Date last = date_of(what.at) + deadline.again_days; term.due_day && *term.due_day < last) {
    term.due_day = last;
    term.due_at = start_of(last + 1);
  }
  term.next_at = what.at;
  record(transaction, what.actor, what.at, "term.again", done, term, deadline.clause, "");
}

void apply(db::Transaction& transaction, const WorkingDays& days, const Deadline& deadline, const Happening& what) {
  const bool starts = starts_with(deadline.starts, what);
  const bool completes = deadline.done_event == what.event;
  const bool again = !deadline.again_event.empty() && deadline.again_event == what.event;
  if ((!starts && !completes && !again) || deadline.scope != what.owner.kind || !deadline.holds_on(what.day)) return;
  auto term = store::term(transaction, deadline.id, what.subject);
  // What was done before its month began stands as done, so that the sweep does not ask for it again.
  if (!term && (starts || recurs(deadline))) {
    auto made = start(transaction, what.actor, what.at, days, deadline, term_of(what));
    if (made) term = std::move(*made);
  }
  if (again && term && term->state == TermState::Done) run_again(transaction, deadline, what, *term);
  if (completes && term && term->state == TermState::Open) complete(transaction, what.actor, what.at, "term.done", *term, "");
}

std::optional<std::int64_t> number_of(const std::string& id) {
  std::int64_t number = 0;
  if (id.rfind("T-", 0) != 0) return std::nullopt;
  const auto [end, error] = std::from_chars(id.data() + 2, id.data() + id.size(), number);
  return error == std::errc{} && end == id.data() + id.size() ? std::optional(number) : std::nullopt;
}

Result<void> check_text(const std::string& text, const char* at) {
  if (text.empty()) return problem("deadlines.term_text_missing", {}, at);
  if (text.size() > k_longest) return problem("deadlines.text_too_long", {{"bytes", std::to_string(k_longest)}}, at);
  const bool control = std::any_of(text.begin(), text.end(), [](unsigned char c) { return c < 0x20 || c == 0x7f; });
  if (control) return problem("deadlines.text_control", {}, at);
  return {};
}

/// "institution:GZ-A01" of the actor is the term's owner, or the actor is of the city's role it belongs to.
bool owns(const ledger::Actor& actor, const Term& term) {
  const std::string scope = term.scope_id.empty() ? term.scope_kind : term.scope_kind + ":" + term.scope_id;
  return actor.role == term.role && actor.scope == scope;
}

Result<Term> open_one(db::Transaction& transaction, const ledger::Actor& actor, const std::string& id, bool own) {
  const auto number = number_of(id);
  const auto term = number ? store::term(transaction, *number) : std::nullopt;
  // What lies outside one's scope is as unknown as what does not exist.
  if (!term || (own && !owns(actor, *term))) return problem("deadlines.term_unknown", {{"value", id}});
  if (term->state != TermState::Open) return problem("deadlines.term_closed", {{"value", id}});
  return *term;
}

std::string reached(const Term& term) { return deadline_of(term).clause; }

/// Gives the term the last day that the calendar gives it now; whether that is another.
bool move_end(db::Transaction& transaction, const ledger::Actor& actor, Instant now, const WorkingDays& days, Term& term) {
  const auto fresh = due_of(term, days);
  const std::optional<Instant> at = fresh ? std::optional(fresh->at) : std::nullopt;
  if (at == term.due_at) return false;
  const Term before = term;
  term.due_day = fresh ? std::optional(fresh->day) : std::nullopt;
  term.due_at = at;
  term.next_at = at ? std::optional(now) : std::nullopt;
  if (term.overdue && (!at || now < *at)) {
    term.overdue = false;
    store::withdraw_findings(transaction, term.number, now);
  }
  const auto words = [](const std::optional<Date>& day) { return day ? to_string(*day) : std::string("-"); };
  record(transaction, actor, now, "term.recompute", before, term, "G-63", words(before.due_day) + " → " + words(term.due_day));
  return true;
}

} // namespace

void happened(db::Transaction& transaction, const std::vector<Happening>& all) {
  if (all.empty()) return;
  const WorkingDays days = calendar(transaction);
  for (const Happening& what : all)
    for (const Deadline& deadline : shipped_register().deadlines) apply(transaction, days, deadline, what);
}

void drop_term(db::Transaction& transaction, const ledger::Actor& actor, Instant at, const std::string& deadline, const std::string& subject, const std::string& reason) {
  const auto found = store::term(transaction, deadline, subject);
  if (!found || found->state != TermState::Open) return;
  Term term = *found;
  term.state = TermState::Waived;
  term.closed_at = at;
  term.closed_by = actor.name;
  term.close_reason = reason;
  term.next_at.reset();
  record(transaction, actor, at, "term.waive", *found, term, reached(term), reason);
}

int recompute_terms(db::Transaction& transaction, const ledger::Actor& actor, Instant now, int at_once) {
  const WorkingDays days = calendar(transaction);
  int changed = 0;
  for (const Deadline& one : shipped_register().deadlines) {
    // Only what counts in working days can move: the others are not even read.
    if (one.calendar != DayCalendar::StateHolidays) continue;
    // A term keeps its number, deadline and state here, so what was moved never comes up again.
    std::int64_t after = 0;
    for (auto page = store::open_after(transaction, one.id, after, at_once); !page.empty(); page = store::open_after(transaction, one.id, after, at_once)) {
      after = page.back().number;
      for (Term& term : page) changed += move_end(transaction, actor, now, days, term) ? 1 : 0;
    }
  }
  return changed;
}

Result<Term> open_term(db::Database& database, const ledger::Actor& actor, Instant now, const Owners& owners, const TermToOpen& wanted) {
  const Deadline* deadline = shipped_register().find(wanted.deadline);
  if (deadline == nullptr) return problem("deadlines.deadline_unknown", {{"value", wanted.deadline}}, "/deadline");
  if (const auto fine = check_text(wanted.reason, "/reason"); !fine) return fine.problem();
  if (const auto fine = check_text(wanted.subject, "/subject"); !fine) return fine.problem();
  if (const auto fine = check_text(wanted.title, "/title"); !fine) return fine.problem();
  return db::decide(database, [&](db::Transaction& transaction) -> Result<Term> {
    const auto all = owners(transaction, deadline->scope, date_of(now));
    const auto owner = std::find_if(all.begin(), all.end(), [&](const Owner& one) { return one.id == wanted.scope_id; });
    if (owner == all.end()) return problem("deadlines.owner_unknown", {{"value", wanted.scope_id}, {"kind", deadline->scope}}, "/scope_id");
    if (const auto other = store::term(transaction, deadline->id, wanted.subject))
      return problem("deadlines.term_doubled", {{"value", wanted.subject}, {"other", other->id()}}, "/subject");
    Term term = term_of({actor, now, "term.open", wanted.subject, wanted.title, *owner, wanted.day});
    term.moment = wanted.moment;
    term.until = wanted.until;
    term.reason = wanted.reason;
    term.opened_by = actor.name;
    return start(transaction, actor, now, calendar(transaction), *deadline, term);
  });
}

Result<Term> claim_term(db::Database& database, const ledger::Actor& actor, Instant now, const std::string& id) {
  return db::decide(database, [&](db::Transaction& transaction) -> Result<Term> {
    const auto found = open_one(transaction, actor, id, true);
    if (!found) return found.problem();
    if (!found->claimed_by.empty()) return problem("deadlines.claimed_by_other", {{"name", found->claimed_name}});
    Term term = *found;
    term.claimed_by = actor.account;
    term.claimed_name = actor.name;
    record(transaction, actor, now, "term.claim", *found, term, reached(term), "");
    return term;
  });
}

Result<Term> release_term(db::Database& database, const ledger::Actor& actor, Instant now, const std::string& id) {
  return db::decide(database, [&](db::Transaction& transaction) -> Result<Term> {
    const auto found = open_one(transaction, actor, id, true);
    if (!found) return found.problem();
    if (found->claimed_by != actor.account) return problem("deadlines.not_claimed", {{"value", id}});
    Term term = *found;
    term.claimed_by.clear();
    term.claimed_name.clear();
    record(transaction, actor, now, "term.release", *found, term, reached(term), "");
    return term;
  });
}

Result<Term> confirm_term(db::Database& database, const ledger::Actor& actor, Instant now, const std::string& id, const std::string& note) {
  if (const auto fine = check_text(note, "/note"); !fine) return fine.problem();
  return db::decide(database, [&](db::Transaction& transaction) -> Result<Term> {
    const auto found = open_one(transaction, actor, id, true);
    if (!found) return found.problem();
    const Deadline& deadline = deadline_of(*found);
    if (deadline.done_stands) return problem("deadlines.done_by_event", {{"clause", deadline.clause}});
    if (!found->claimed_by.empty() && found->claimed_by != actor.account) return problem("deadlines.claimed_by_other", {{"name", found->claimed_name}});
    complete(transaction, actor, now, "term.confirm", *found, note);
    return *store::term(transaction, found->number);
  });
}

Result<Term> waive_term(db::Database& database, const ledger::Actor& actor, Instant now, const std::string& id, const std::string& reason) {
  if (const auto fine = check_text(reason, "/reason"); !fine) return fine.problem();
  return db::decide(database, [&](db::Transaction& transaction) -> Result<Term> {
    const auto found = open_one(transaction, actor, id, false);
    if (!found) return found.problem();
    Term term = *found;
    term.state = TermState::Waived;
    term.closed_at = now;
    term.closed_by = actor.name;
    term.close_reason = reason;
    term.next_at.reset();
    record(transaction, actor, now, "term.waive", *found, term, reached(term), reason);
    return term;
  });
}

} // namespace ankao::deadlines
