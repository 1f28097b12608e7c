// SPDX-License-Identifier: Apache-2.0
#include "ledger/store/events.hpp"

namespace ankao::ledger {
namespace {

const std::vector<std::string> k_columns = {"number",  "at",         "account",   "actor_name", "role",   "scope",  "behalf",
                                            "action",  "subject",    "before_sm3", "after_sm3", "clause", "reason", "salt"};

db::Values values_of(const StoredEvent& stored) {
  const Event& event = stored.event;
  return {stored.number,  event.at.ms,   event.actor.account, event.actor.name, event.actor.role, event.actor.scope, event.actor.behalf,
          event.action,   event.subject, event.before,        event.after,      event.clause,     event.reason,      db::Bytes{stored.salt}};
}

} // namespace

StoredEvent read_event(const db::Rows& rows, std::size_t i) {
  StoredEvent out;
  out.number = rows.integer(i, "number");
  out.event.at = Instant{rows.integer(i, "at")};
  out.event.actor = {rows.text(i, "account"), rows.text(i, "actor_name"), rows.text(i, "role"), rows.text(i, "scope"), rows.text(i, "behalf")};
  out.event.action = rows.text(i, "action");
  out.event.subject = rows.text(i, "subject");
  out.event.before = rows.text(i, "before_sm3");
  out.event.after = rows.text(i, "after_sm3");
  out.event.clause = rows.text(i, "clause");
  out.event.reason = rows.text(i, "reason");
  if (!rows.is_null(i, "salt")) out.salt = rows.bytes(i, "salt");
  return out;
}

void insert_events(db::Transaction& transaction, const std::vector<StoredEvent>& events) {
  if (events.size() == 1) {
    transaction.execute("INSERT INTO ledger_event (number, at, account, actor_name, role, scope, behalf, action, subject, before_sm3, "
                        "after_sm3, clause, reason, salt) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14)",
                        values_of(events[0]));
    return;
  }
  std::vector<db::Values> rows;
  rows.reserve(events.size());
  for (const StoredEvent& event : events) rows.push_back(values_of(event));
  transaction.insert_many("ledger_event", k_columns, rows);
}

std::vector<StoredEvent> events_from(db::Transaction& transaction, std::int64_t first, std::int64_t limit) {
  const auto rows = transaction.query("SELECT * FROM ledger_event WHERE number >= $1 ORDER BY number LIMIT $2", {first, limit});
  std::vector<StoredEvent> out;
  out.reserve(rows.size());
  for (std::size_t i = 0; i < rows.size(); ++i) out.push_back(read_event(rows, i));
  return out;
}

std::optional<StoredEvent> find_event(db::Transaction& transaction, std::int64_t number) {
  auto found = events_from(transaction, number, 1);
  if (found.empty() || found[0].number != number) return std::nullopt;
  return std::move(found[0]);
}

} // namespace ankao::ledger
