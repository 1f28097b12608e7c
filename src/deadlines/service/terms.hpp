// SPDX-License-Identifier: Apache-2.0
// The life of a term. Every step writes its ledger event in the same transaction.
#pragma once

#include <functional>
#include <optional>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "db/db.hpp"
#include "deadlines/rules/due.hpp"
#include "deadlines/words/term.hpp"

namespace ankao::deadlines {

/// Told by a capability in the transaction of its own event: opens the terms that the event starts and closes those it completes. What
/// is told twice changes nothing.
void happened(db::Transaction& transaction, const std::vector<Happening>& all);

/// What the term ran for has been replaced (a plan by its next version): an open term ends as waived with the reason. Nothing where none runs.
void drop_term(db::Transaction& transaction, const ledger::Actor& actor, Instant at, const std::string& deadline, const std::string& subject, const std::string& reason);

/// After the holiday calendar changed, in the same transaction: open terms get their new last day, each with event term.recompute. A
/// finding that no longer holds is withdrawn. Returns how many changed. No more than `at_once` terms are in memory at a time.
int recompute_terms(db::Transaction& transaction, const ledger::Actor& actor, Instant now, int at_once = 500);

/// The owners of a kind on a day.
using Owners = std::function<std::vector<Owner>(db::Transaction&, const std::string& kind, Date day)>;

struct TermToOpen {
  std::string deadline;
  std::string scope_id; ///< "" for the city
  std::string subject;
  std::string title;
  Date day;
  std::optional<Instant> moment;
  std::optional<Date> until;
  std::string reason;
};
/// An officer starts a deadline. Problems deadlines.deadline_unknown, owner_unknown, reason_missing, text_missing, term_doubled and those
/// of due().
Result<Term> open_term(db::Database& database, const ledger::Actor& actor, Instant now, const Owners& owners, const TermToOpen& wanted);

/// Takes the work, so that colleagues of the same role see who does it. deadlines.term_unknown, term_closed, claimed_by_other.
Result<Term> claim_term(db::Database& database, const ledger::Actor& actor, Instant now, const std::string& id);
/// Gives it back. deadlines.not_claimed.
Result<Term> release_term(db::Database& database, const ledger::Actor& actor, Instant now, const std::string& id);
/// Says that it is done, where no event of the platform says so: deadlines.done_by_event otherwise.
Result<Term> confirm_term(db::Database& database, const ledger::Actor& actor, Instant now, const std::string& id, const std::string& note);
/// It need not be done, with the reason.
Result<Term> waive_term(db::Database& database, const ledger::Actor& actor, Instant now, const std::string& id, const std::string& reason);

} // namespace ankao::deadlines
