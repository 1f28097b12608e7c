// SPDX-License-Identifier: Apache-2.0
// The payload of old events goes on schedule and not a day earlier; a legal hold keeps it. The hashes stay, so proofs go on working.
#pragma once

#include "base/result.hpp"
#include "db/db.hpp"
#include "ledger/store/shards.hpp"
#include "ledger/words/event.hpp"
#include "ledger/words/retention.hpp"

namespace ankao::ledger {

/// Removes the payload of a month's events of a term. Problems ledger.kept_until (clause and date), ledger.kept_always, ledger.held,
/// ledger.no_such_term.
Result<Shard> expire(db::Database& database, const std::vector<Term>& terms, Month month, const std::string& term, const Actor& actor, Instant now);
/// All that is due and not held; returns how many shards went.
int expire_due(db::Database& database, const std::vector<Term>& terms, const Actor& actor, Instant now);

struct HoldForm {
  Month first;
  Month last;
  std::string term; ///< "": every term
  std::string reason;
};
/// Problems ledger.reason_missing, ledger.months_reversed, ledger.no_such_term.
Result<Hold> place_hold(db::Database& database, const std::vector<Term>& terms, const HoldForm& form, const Actor& actor, Instant now);
/// Problems ledger.no_such_hold, ledger.hold_lifted, ledger.reason_missing.
Result<Hold> lift_hold(db::Database& database, const std::string& id, const std::string& reason, const Actor& actor, Instant now);

/// The month of the oldest event that still has its payload.
std::optional<Month> oldest_month(db::Transaction& transaction);

} // namespace ankao::ledger
