// SPDX-License-Identifier: Apache-2.0
#include "ledger/service/ledger.hpp"

#include "base/ensure.hpp"
#include "base/sm3.hpp"

namespace ankao::ledger {
namespace {

bool is_digest_or_empty(const std::string& text) { return text.empty() || digest_from_hex(text).has_value(); }

void ensure_complete(const Event& event) {
  ensure(!event.actor.account.empty(), "a ledger event without an actor");
  ensure(event.action.find('.') != std::string::npos, "a ledger action is noun.verb, not " + event.action);
  ensure(event.subject.find(':') != std::string::npos, "a ledger subject is kind:id, not " + event.subject);
  ensure(is_digest_or_empty(event.before) && is_digest_or_empty(event.after), "before and after are SM3 in hexadecimal or empty");
}

Written read_row(const db::Rows& rows, std::size_t i) {
  Written out;
  out.number = rows.integer(i, "number");
  out.event.at = Instant{rows.integer(i, "at")};
  out.event.actor = {rows.text(i, "account"), rows.text(i, "actor_name"), rows.text(i, "role"), rows.text(i, "scope")};
  out.event.action = rows.text(i, "action");
  out.event.subject = rows.text(i, "subject");
  out.event.before = rows.text(i, "before_sm3");
  out.event.after = rows.text(i, "after_sm3");
  out.event.clause = rows.text(i, "clause");
  out.event.reason = rows.text(i, "reason");
  return out;
}

} // namespace

// Write transactions follow each other (db.hpp), so the highest number seen here is the last one committed: no gap, no double.
std::int64_t append(db::Transaction& transaction, const Event& event) {
  ensure_complete(event);
  const auto rows = transaction.query(
      "INSERT INTO ledger_event (number, at, account, actor_name, role, scope, action, subject, before_sm3, after_sm3, clause, reason) "
      "SELECT COALESCE(MAX(number), 0) + 1, CAST($1 AS BIGINT), $2, $3, $4, $5, $6, $7, $8, $9, $10, $11 FROM ledger_event RETURNING "
      "number",
      {event.at.ms, event.actor.account, event.actor.name, event.actor.role, event.actor.scope, event.action, event.subject, event.before,
       event.after, event.clause, event.reason});
  return rows.integer(0, "number");
}

std::vector<Written> time_line(db::Transaction& transaction, const std::string& subject) {
  const auto rows = transaction.query("SELECT * FROM ledger_event WHERE subject = $1 ORDER BY number", {subject});
  std::vector<Written> out;
  out.reserve(rows.size());
  for (std::size_t i = 0; i < rows.size(); ++i) out.push_back(read_row(rows, i));
  return out;
}

} // namespace ankao::ledger
