// SPDX-License-Identifier: Apache-2.0
// What the steps of a term share.
#pragma once

#include "deadlines/rules/working_days.hpp"
#include "deadlines/service/terms.hpp"

namespace ankao::deadlines {

const Deadline& deadline_of(const Term& term);
Anchor anchor_of(const Term& term);
/// The last day of an open term by the calendar; nothing where it has no end or the year is not known yet.
std::optional<Due> due_of(const Term& term, const WorkingDays& calendar);
std::string digest_of(const Term& term);
/// Writes the term and its event; `before` is nothing for a new one.
void record(db::Transaction& transaction, const ledger::Actor& actor, Instant at, const char* action, const std::optional<Term>& before, Term& after,
            const std::string& clause, const std::string& reason);
/// The finding and its event.
void miss(db::Transaction& transaction, const ledger::Actor& actor, Instant now, Term& term);
/// Done at `at`, late when the last day is over.
void complete(db::Transaction& transaction, const ledger::Actor& actor, Instant at, const char* action, Term term, const std::string& note);
/// A new term with its last day; Problem where a decided period does not fit.
Result<Term> start(db::Transaction& transaction, const ledger::Actor& actor, Instant at, const WorkingDays& calendar, const Deadline& deadline, Term term);

} // namespace ankao::deadlines
