// SPDX-License-Identifier: Apache-2.0
#include "planning/store/history.hpp"

#include <set>

#include "base/ensure.hpp"

namespace ankao::planning {

void put_history(db::Transaction& transaction, const std::string& source, const std::vector<HeldVisit>& visits,
                 const std::vector<HeldSessions>& sessions) {
  transaction.execute("DELETE FROM planning_visit WHERE source = $1", {source});
  transaction.execute("DELETE FROM planning_held WHERE source = $1", {source});
  std::vector<db::Values> rows;
  for (const auto& v : std::set<HeldVisit>(visits.begin(), visits.end()))
    rows.push_back({source, v.institution, v.site, v.subject, to_string(v.date), v.slot, std::int64_t{v.waived}});
  transaction.insert_many("planning_visit", {"source", "institution", "site", "subject", "date", "slot", "waived"}, rows);
  rows.clear();
  for (const auto& s : sessions) rows.push_back({source, to_string(s.month), s.site, s.subject, s.count});
  transaction.insert_many("planning_held", {"source", "month", "site", "subject", "sessions"}, rows);
}

std::vector<HeldVisit> visits_before(db::Transaction& transaction, Date day) {
  const auto rows = transaction.query(
      "SELECT * FROM planning_visit WHERE date < $1 ORDER BY institution, site, subject, date, slot, waived", {to_string(day)});
  std::vector<HeldVisit> visits;
  for (std::size_t row = 0; row < rows.size(); ++row) {
    const auto date = parse_date(rows.text(row, "date"));
    ensure(date.has_value(), "a stored date is a date");
    visits.push_back({rows.text(row, "institution"), rows.text(row, "site"), rows.text(row, "subject"), *date, rows.text(row, "slot"),
                      rows.integer(row, "waived") != 0});
  }
  return visits;
}

std::vector<HeldSessions> sessions_of_year(db::Transaction& transaction, int year) {
  const std::string begin = to_string(Month{year, 1});
  const std::string end = to_string(Month{year, 12});
  const auto rows =
      transaction.query("SELECT * FROM planning_held WHERE month >= $1 AND month <= $2 ORDER BY month, site, subject", {begin, end});
  std::vector<HeldSessions> sessions;
  for (std::size_t row = 0; row < rows.size(); ++row) {
    const auto month = parse_month(rows.text(row, "month"));
    ensure(month.has_value(), "a stored month is a month");
    sessions.push_back({rows.text(row, "site"), rows.text(row, "subject"), *month, rows.integer(row, "sessions")});
  }
  return sessions;
}

} // namespace ankao::planning
