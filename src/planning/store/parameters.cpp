// SPDX-License-Identifier: Apache-2.0
#include "planning/store/parameters.hpp"

#include "base/ensure.hpp"
#include "db/conditions.hpp"

namespace ankao::planning {
namespace {

ParameterChange change_in(const db::Rows& rows, std::size_t row) {
  const auto from = parse_month(rows.text(row, "from_month"));
  const auto state = change_state(rows.text(row, "state"));
  ensure(from && state, "a stored change of a parameter can be read");
  ParameterChange one;
  one.id = rows.text(row, "id");
  one.parameter = rows.text(row, "parameter");
  one.value = rows.text(row, "value");
  one.from = *from;
  one.reason = rows.text(row, "reason");
  one.state = *state;
  one.entered_by = rows.text(row, "entered_by");
  one.entered_name = rows.text(row, "entered_name");
  one.entered_at = {rows.integer(row, "entered_at")};
  one.decided_by = rows.text(row, "decided_by");
  one.decided_name = rows.text(row, "decided_name");
  if (const auto at = rows.maybe_integer(row, "decided_at")) one.decided_at = Instant{*at};
  one.decision_reason = rows.text(row, "decision_reason");
  return one;
}

} // namespace

void insert_change(db::Transaction& transaction, const ParameterChange& c) {
  transaction.insert_many("planning_parameter", {"id", "parameter", "value", "from_month", "reason", "state", "entered_by", "entered_name", "entered_at", "decided_by", "decided_name", "decided_at", "decision_reason"},
                          {{c.id, c.parameter, c.value, to_string(c.from), c.reason, std::string(name_of(c.state)), c.entered_by, c.entered_name, c.entered_at.ms, c.decided_by, c.decided_name, db::Null{}, c.decision_reason}});
}

bool decide_change(db::Transaction& transaction, const ParameterChange& c) {
  return transaction.execute("UPDATE planning_parameter SET state = $1, decided_by = $2, decided_name = $3, decided_at = $4, decision_reason = $5 WHERE id = $6 AND state = 'proposed'",
                             {std::string(name_of(c.state)), c.decided_by, c.decided_name, c.decided_at->ms, c.decision_reason, c.id}) == 1;
}

std::optional<ParameterChange> find_change(db::Transaction& transaction, const std::string& id) {
  const auto rows = transaction.query("SELECT * FROM planning_parameter WHERE id = $1", {id});
  return rows.empty() ? std::nullopt : std::optional(change_in(rows, 0));
}

ChangeList list_changes(db::Transaction& transaction, const ChangeFilter& filter) {
  db::Conditions where;
  where.equals("parameter", filter.parameter).equals("state", filter.state);
  ChangeList list;
  list.total = transaction.query("SELECT COUNT(*) AS total FROM planning_parameter" + where.text(), where.values()).integer(0, "total");
  const std::string begin = "SELECT * FROM planning_parameter" + where.text() + " ORDER BY " + filter.order;
  const std::string window = where.page(filter.limit, filter.offset);
  const auto rows = transaction.query(begin + window, where.values());
  for (std::size_t row = 0; row < rows.size(); ++row) list.items.push_back(change_in(rows, row));
  return list;
}

} // namespace ankao::planning
