// SPDX-License-Identifier: Apache-2.0
#include "deadlines/service/term_step.hpp"

#include <nlohmann/json.hpp>

#include "base/sm3.hpp"
#include "deadlines/files/register.hpp"
#include "deadlines/store/terms.hpp"
#include "ledger/service/ledger.hpp"

namespace ankao::deadlines {

const Deadline& deadline_of(const Term& term) {
  const Deadline* found = shipped_register().find(term.deadline);
  ensure(found != nullptr, "a term runs for a deadline of the register: " + term.deadline);
  return *found;
}

Anchor anchor_of(const Term& term) { return {term.anchor, term.moment, term.until}; }

std::optional<Due> due_of(const Term& term, const WorkingDays& calendar) {
  const auto found = due(deadline_of(term), anchor_of(term), calendar);
  return found ? *found : std::nullopt;
}

std::string digest_of(const Term& t) {
  const nlohmann::json json{{"term", t.number},
                            {"deadline", t.deadline},
                            {"subject", t.subject},
                            {"role", t.role},
                            {"scope", t.scope_kind + ":" + t.scope_id},
                            {"anchor", to_string(t.anchor)},
                            {"due", t.due_at ? to_string(*t.due_at) : ""},
                            {"state", name_of(t.state)},
                            {"overdue", t.overdue},
                            {"late", t.late},
                            {"claimed", t.claimed_by}};
  return to_hex(sm3(json.dump()));
}

void record(db::Transaction& transaction, const ledger::Actor& actor, Instant at, const char* action, const std::optional<Term>& before, Term& after,
            const std::string& clause, const std::string& reason) {
  if (before)
    store::update(transaction, after);
  else
    store::insert(transaction, after);
  ledger::append(transaction, {actor, at, action, "term:" + after.id(), before ? digest_of(*before) : "", digest_of(after), clause, reason});
}

void miss(db::Transaction& transaction, const ledger::Actor& actor, Instant now, Term& term) {
  const Deadline& deadline = deadline_of(term);
  const Term before = term;
  term.overdue = true;
  store::insert_finding(transaction, term.number, {deadline.missed_clause, deadline.missed, now, {}});
  record(transaction, actor, now, "term.miss", before, term, deadline.missed_clause, deadline.missed.zh);
}

void complete(db::Transaction& transaction, const ledger::Actor& actor, Instant at, const char* action, Term term, const std::string& note) {
  const bool late = term.due_at && at >= *term.due_at;
  if (late && !term.overdue) miss(transaction, actor, at, term);
  const Term before = term;
  term.state = TermState::Done;
  term.late = late;
  term.closed_at = at;
  term.closed_by = actor.name;
  term.close_reason = note;
  term.next_at.reset();
  record(transaction, actor, at, action, before, term, deadline_of(term).clause, note);
}

Result<Term> start(db::Transaction& transaction, const ledger::Actor& actor, Instant at, const WorkingDays& calendar, const Deadline& deadline, Term term) {
  term.deadline = deadline.id;
  term.role = deadline.role;
  const auto found = due(deadline, anchor_of(term), calendar);
  // An unknown year is no refusal: the last day is computed when the year is entered.
  if (!found && found.problem().id != "deadlines.year_without_data") return found.problem();
  if (found && *found) {
    term.due_day = (*found)->day;
    term.due_at = (*found)->at;
    term.next_at = at;
  }
  term.opened_at = at;
  record(transaction, actor, at, "term.open", std::nullopt, term, deadline.clause, term.reason);
  for (const std::string& role : deadline.copies) store::copy_to(transaction, term.number, role, at);
  return term;
}

} // namespace ankao::deadlines
