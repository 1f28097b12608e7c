// SPDX-License-Identifier: Apache-2.0
#include "planning/store/quotas.hpp"

#include <algorithm>

#include "base/ensure.hpp"
#include "db/conditions.hpp"

namespace ankao::planning {
namespace {

constexpr const char* k_source = "import";

Month month_in(const db::Rows& rows, std::size_t row) {
  const auto month = parse_month(rows.text(row, "month"));
  ensure(month.has_value(), "a stored month is a month");
  return *month;
}

Quota quota_in(db::Transaction& transaction, const db::Rows& rows, std::size_t row) {
  const auto state = change_state(rows.text(row, "state"));
  ensure(state.has_value(), "a stored quota has a state");
  Quota one;
  one.id = rows.text(row, "id");
  one.month = month_in(rows, row);
  one.reason = rows.text(row, "reason");
  one.state = *state;
  one.entered_by = rows.text(row, "entered_by");
  one.entered_name = rows.text(row, "entered_name");
  one.entered_at = {rows.integer(row, "entered_at")};
  one.decided_by = rows.text(row, "decided_by");
  one.decided_name = rows.text(row, "decided_name");
  if (const auto at = rows.maybe_integer(row, "decided_at")) one.decided_at = Instant{*at};
  one.decision_reason = rows.text(row, "decision_reason");
  const auto lines = transaction.query("SELECT subject, forecast, max_sessions FROM planning_quota_line WHERE quota = $1 ORDER BY subject", {one.id});
  for (std::size_t i = 0; i < lines.size(); ++i) one.lines.push_back({lines.text(i, "subject"), lines.integer(i, "forecast"), static_cast<int>(lines.integer(i, "max_sessions"))});
  return one;
}

} // namespace

void insert_quota(db::Transaction& transaction, const Quota& q) {
  transaction.insert_many("planning_quota", {"id", "month", "reason", "state", "entered_by", "entered_name", "entered_at", "decided_by", "decided_name", "decided_at", "decision_reason"},
                          {{q.id, to_string(q.month), q.reason, std::string(name_of(q.state)), q.entered_by, q.entered_name, q.entered_at.ms, q.decided_by, q.decided_name, db::Null{}, q.decision_reason}});
  std::vector<db::Values> rows;
  for (const auto& line : q.lines) rows.push_back({q.id, line.subject, line.forecast, std::int64_t{line.max_sessions}});
  transaction.insert_many("planning_quota_line", {"quota", "subject", "forecast", "max_sessions"}, rows);
}

bool decide_quota(db::Transaction& transaction, const Quota& q) {
  return transaction.execute("UPDATE planning_quota SET state = $1, decided_by = $2, decided_name = $3, decided_at = $4, decision_reason = $5 WHERE id = $6 AND state = 'proposed'",
                             {std::string(name_of(q.state)), q.decided_by, q.decided_name, q.decided_at->ms, q.decision_reason, q.id}) == 1;
}

std::optional<Quota> find_quota(db::Transaction& transaction, const std::string& id) {
  const auto rows = transaction.query("SELECT * FROM planning_quota WHERE id = $1", {id});
  return rows.empty() ? std::nullopt : std::optional(quota_in(transaction, rows, 0));
}

QuotaList list_quotas(db::Transaction& transaction, const QuotaFilter& filter) {
  db::Conditions where;
  where.equals("state", filter.state);
  if (filter.month) where.add("month = ?", {to_string(*filter.month)});
  QuotaList list;
  list.total = transaction.query("SELECT COUNT(*) AS total FROM planning_quota" + where.text(), where.values()).integer(0, "total");
  const std::string begin = "SELECT * FROM planning_quota" + where.text() + " ORDER BY " + filter.order;
  const std::string window = where.page(filter.limit, filter.offset);
  const auto rows = transaction.query(begin + window, where.values());
  for (std::size_t row = 0; row < rows.size(); ++row) list.items.push_back(quota_in(transaction, rows, row));
  return list;
}

std::map<std::string, int> approved_lines(db::Transaction& transaction, Month month) {
  const auto rows = transaction.query("SELECT id FROM planning_quota WHERE month = $1 AND state = 'approved' ORDER BY decided_at DESC, id DESC LIMIT 1", {to_string(month)});
  std::map<std::string, int> lines;
  if (rows.empty()) return lines;
  const auto quota = find_quota(transaction, rows.text(0, "id"));
  for (const auto& line : quota->lines) lines[line.subject] = line.max_sessions;
  return lines;
}

std::map<std::string, Series> past_sessions(db::Transaction& transaction, Month end) {
  const auto rows = transaction.query("SELECT month, subject, CAST(SUM(sessions) AS BIGINT) AS sessions FROM planning_held WHERE month < $1 GROUP BY month, subject ORDER BY month, subject", {to_string(end)});
  std::map<std::string, Series> all;
  if (rows.empty()) return all;
  const Month first = month_in(rows, 0), last = month_in(rows, rows.size() - 1);
  std::map<Month, std::size_t> place;
  for (Month month = first; month <= last; month = month.next()) place.emplace(month, place.size());
  for (std::size_t row = 0; row < rows.size(); ++row) {
    auto& series = all[rows.text(row, "subject")];
    series.first = first;
    series.counts.resize(place.size());
    series.counts[place.at(month_in(rows, row))] = rows.integer(row, "sessions");
  }
  // Before a subject's first session nothing is known of it: that is no month without sessions.
  for (auto& [subject, series] : all)
    while (!series.counts.empty() && series.counts.front() == 0) {
      series.counts.erase(series.counts.begin());
      series.first = series.first.next();
    }
  return all;
}

void put_past(db::Transaction& transaction, const std::vector<PastSessions>& rows) {
  std::vector<db::Values> fresh;
  for (const auto& row : rows) {
    transaction.execute("DELETE FROM planning_held WHERE source = $1 AND month = $2 AND site = $3 AND subject = $4", {k_source, to_string(row.month), row.site, row.subject});
    fresh.push_back({k_source, to_string(row.month), row.site, row.subject, row.sessions});
  }
  transaction.insert_many("planning_held", {"source", "month", "site", "subject", "sessions"}, fresh);
}

} // namespace ankao::planning
