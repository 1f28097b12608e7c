// SPDX-License-Identifier: Apache-2.0
#include "ledger/store/search.hpp"

#include "ledger/store/checkpoints.hpp"

namespace ankao::ledger {
namespace {

std::string escaped(const std::string& text) {
  std::string out;
  for (const char c : text) {
    if (c == '%' || c == '_' || c == '\\') out += '\\';
    out += c;
  }
  return out;
}

class Where {
public:
  void add(const std::string& condition, db::Value value) {
    values_.push_back(std::move(value));
    std::string made = condition;
    for (std::size_t at = made.find('?'); at != std::string::npos; at = made.find('?', at)) made.replace(at, 1, "$" + std::to_string(values_.size()));
    sql_ += (sql_.empty() ? " WHERE " : " AND ") + made;
  }
  std::string bound(std::int64_t number) {
    values_.push_back(number);
    return "$" + std::to_string(values_.size());
  }
  const std::string& sql() const { return sql_; }
  const db::Values& values() const { return values_; }

private:
  std::string sql_;
  db::Values values_;
};

} // namespace

EventPage search_events(db::Transaction& transaction, const EventFilter& filter, const std::string& order, std::int64_t offset, std::int64_t limit) {
  Where where;
  if (!filter.text.empty()) where.add("(subject LIKE ? ESCAPE '\\' OR account LIKE ? ESCAPE '\\' OR reason LIKE ? ESCAPE '\\')", "%" + escaped(filter.text) + "%");
  if (!filter.action.empty()) where.add("action LIKE ? ESCAPE '\\'", escaped(filter.action) + "%");
  if (!filter.subject.empty()) where.add("subject = ?", filter.subject);
  if (!filter.account.empty()) where.add("account = ?", filter.account);
  if (filter.from) where.add("at >= ?", start_of(*filter.from).ms);
  if (filter.to) where.add("at < ?", start_of(*filter.to + 1).ms);
  EventPage out;
  out.total = transaction.query("SELECT COUNT(*) AS n FROM ledger_event" + where.sql(), where.values()).integer(0, "n");
  const std::string sql = "SELECT * FROM ledger_event" + where.sql() + " ORDER BY " + order;
  const std::string part = " LIMIT " + where.bound(limit) + " OFFSET " + where.bound(offset);
  const auto rows = transaction.query(sql + part, where.values());
  for (std::size_t i = 0; i < rows.size(); ++i) out.events.push_back(read_event(rows, i));
  return out;
}

CheckpointPage search_checkpoints(db::Transaction& transaction, const std::optional<Date>& from, const std::optional<Date>& to, const std::string& order, std::int64_t offset, std::int64_t limit) {
  Where where;
  if (from) where.add("at >= ?", start_of(*from).ms);
  if (to) where.add("at < ?", start_of(*to + 1).ms);
  CheckpointPage out;
  out.total = transaction.query("SELECT COUNT(*) AS n FROM ledger_checkpoint" + where.sql(), where.values()).integer(0, "n");
  const std::string sql = "SELECT * FROM ledger_checkpoint" + where.sql() + " ORDER BY " + order;
  const std::string part = " LIMIT " + where.bound(limit) + " OFFSET " + where.bound(offset);
  out.checkpoints = read_checkpoints(transaction.query(sql + part, where.values()));
  return out;
}

} // namespace ankao::ledger
