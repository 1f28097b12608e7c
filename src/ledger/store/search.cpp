// SPDX-License-Identifier: Apache-2.0
#include "ledger/store/search.hpp"

#include "db/conditions.hpp"
#include "ledger/store/checkpoints.hpp"

namespace ankao::ledger {

EventPage search_events(db::Transaction& transaction, const EventFilter& filter, const std::string& order, std::int64_t offset, std::int64_t limit) {
  db::Conditions where;
  if (!filter.text.empty()) {
    const std::string part = db::like_pattern(filter.text);
    where.add("(lower(subject) LIKE ? ESCAPE '\\' OR lower(account) LIKE ? ESCAPE '\\' OR lower(reason) LIKE ? ESCAPE '\\')", {part, part, part});
  }
  if (!filter.action.empty()) where.add("action LIKE ? ESCAPE '\\'", {db::prefix_pattern(filter.action)});
  where.equals("subject", filter.subject);
  where.equals("account", filter.account);
  if (filter.from) where.add("at >= ?", {start_of(*filter.from).ms});
  if (filter.to) where.add("at < ?", {start_of(*filter.to + 1).ms});
  EventPage out;
  out.total = transaction.query("SELECT COUNT(*) AS n FROM ledger_event" + where.text(), where.values()).integer(0, "n");
  const std::string sql = "SELECT * FROM ledger_event" + where.text() + " ORDER BY " + order;
  const std::string part = where.page(limit, offset);
  const auto rows = transaction.query(sql + part, where.values());
  for (std::size_t i = 0; i < rows.size(); ++i) out.events.push_back(read_event(rows, i));
  return out;
}

CheckpointPage search_checkpoints(db::Transaction& transaction, const std::optional<Date>& from, const std::optional<Date>& to, const std::string& order, std::int64_t offset, std::int64_t limit) {
  db::Conditions where;
  if (from) where.add("at >= ?", {start_of(*from).ms});
  if (to) where.add("at < ?", {start_of(*to + 1).ms});
  CheckpointPage out;
  out.total = transaction.query("SELECT COUNT(*) AS n FROM ledger_checkpoint" + where.text(), where.values()).integer(0, "n");
  const std::string sql = "SELECT * FROM ledger_checkpoint" + where.text() + " ORDER BY " + order;
  const std::string part = where.page(limit, offset);
  out.checkpoints = read_checkpoints(transaction.query(sql + part, where.values()));
  return out;
}

} // namespace ankao::ledger
