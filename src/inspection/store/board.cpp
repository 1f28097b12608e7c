// SPDX-License-Identifier: Apache-2.0
#include "inspection/store/board.hpp"

#include <map>

#include "inspection/store/inspection.hpp"
#include "inspection/store/numbers.hpp"

namespace ankao::inspection::store {
namespace {

/// Problems that an office found at the scope's units.
db::Conditions found_in(const BoardScope& scope) {
  db::Conditions where;
  where.add("self = 0");
  where.equals("campaign", scope.campaign);
  if (scope.viewer.kind == "district") where.add("district = ?", {scope.viewer.id});
  return where;
}

std::int64_t start_ms(Date day) { return start_of(day).ms; }

/// Days of China's time, as a number since 1970.
std::string day_number(const std::string& column) { return "((" + column + " + 28800000) / 86400000)"; }

} // namespace

std::vector<DistrictProblems> problems_by_district(db::Transaction& transaction, const BoardScope& scope) {
  db::Conditions where = found_in(scope);
  const std::string today = where.put(to_string(scope.today));
  const auto rows = transaction.query("SELECT district, COUNT(*) AS found, SUM(CASE WHEN state = 'closed' THEN 1 ELSE 0 END) AS closed, SUM(CASE WHEN state <> 'closed' AND limit_day IS NOT NULL AND limit_day < " + today +
                                          " THEN 1 ELSE 0 END) AS overdue FROM defect" + where.text() + " GROUP BY district ORDER BY district",
                                      where.values());
  std::vector<DistrictProblems> out;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const auto found = rows.integer(i, "found"), closed = rows.integer(i, "closed");
    out.push_back({rows.text(i, "district"), found, found - closed, rows.integer(i, "overdue"), closed});
  }
  return out;
}

std::vector<ItemProblems> problems_by_item(db::Transaction& transaction, const BoardScope& scope, int most) {
  db::Conditions where = found_in(scope);
  const auto rows = transaction.query("SELECT checklist, item, item_number, MIN(clause) AS clause, COUNT(*) AS found, SUM(CASE WHEN level > 1 THEN 1 ELSE 0 END) AS repeats, SUM(CASE WHEN state <> 'closed' THEN 1 ELSE 0 END) AS still_open FROM defect" +
                                          where.text() + " GROUP BY checklist, item, item_number ORDER BY found DESC, checklist, item LIMIT " + where.put(std::int64_t{most}),
                                      where.values());
  std::vector<ItemProblems> out;
  for (std::size_t i = 0; i < rows.size(); ++i)
    out.push_back({rows.text(i, "checklist"), rows.text(i, "item"), rows.text(i, "item_number"), rows.text(i, "clause"), rows.integer(i, "found"), rows.integer(i, "repeats"), rows.integer(i, "still_open")});
  return out;
}

std::vector<DayProblems> problems_by_day(db::Transaction& transaction, const BoardScope& scope) {
  std::map<std::int64_t, DayProblems> days;
  for (const bool closed : {false, true}) {
    db::Conditions where = found_in(scope);
    if (closed) where.add("closed_at IS NOT NULL");
    const std::string day = day_number(closed ? "closed_at" : "found_at");
    const auto rows = transaction.query("SELECT " + day + " AS day_number, COUNT(*) AS n FROM defect" + where.text() + " GROUP BY " + day, where.values());
    for (std::size_t i = 0; i < rows.size(); ++i) {
      const auto number = rows.integer(i, "day_number");
      DayProblems& one = days[number];
      one.day = Date{static_cast<std::int32_t>(number)};
      (closed ? one.closed : one.found) = rows.integer(i, "n");
    }
  }
  std::vector<DayProblems> out;
  for (const auto& [number, one] : days) out.push_back(one);
  return out;
}

Ages ages_of_open(db::Transaction& transaction, const BoardScope& scope) {
  db::Conditions where = found_in(scope);
  where.add("state <> 'closed'");
  // The day of finding counts as day 0: up to 7 days are those found on or after today - 7.
  const std::string week = where.put(start_ms(scope.today - 7)), month = where.put(start_ms(scope.today - 30)), quarter = where.put(start_ms(scope.today - 90));
  const auto count = [](const std::string& condition) { return "COALESCE(SUM(CASE WHEN " + condition + " THEN 1 ELSE 0 END), 0)"; };
  const auto rows = transaction.query("SELECT " + count("found_at >= " + week) + " AS week_n, " + count("found_at < " + week + " AND found_at >= " + month) + " AS month_n, " +
                                          count("found_at < " + month + " AND found_at >= " + quarter) + " AS quarter_n, " + count("found_at < " + quarter) + " AS older_n FROM defect" + where.text(),
                                      where.values());
  return {rows.integer(0, "week_n"), rows.integer(0, "month_n"), rows.integer(0, "quarter_n"), rows.integer(0, "older_n")};
}

std::vector<Honesty> honesty(db::Transaction& transaction, const BoardScope& scope) {
  db::Conditions where;
  const std::string campaign = where.put(scope.campaign);
  where.add("t.campaign = " + campaign);
  if (scope.viewer.kind == "district") where.add("t.district = ?", {scope.viewer.id});
  const auto problems = [](const char* visit) { return std::string("SUM((SELECT COUNT(*) FROM defect d WHERE d.visit = ") + visit + ".number))"; };
  // The last signed visit of each target by the unit itself and by an office, from an index alone.
  const std::string last = "SELECT target, MAX(CASE WHEN phase = 'self' THEN number END) AS self, MAX(CASE WHEN phase <> 'self' THEN number END) AS office FROM visit WHERE campaign = " + campaign + " AND state = 'signed' GROUP BY target";
  const auto rows = transaction.query("SELECT t.checklist, COUNT(*) AS units, SUM(s.total) AS self_total, SUM(o.total) AS official_total, " + problems("s") + " AS self_problems, " + problems("o") +
                                          " AS official_problems FROM (" + last + ") l JOIN campaign_target t ON t.id = l.target JOIN visit s ON s.number = l.self JOIN visit o ON o.number = l.office" + where.text() +
                                          " GROUP BY t.checklist ORDER BY t.checklist",
                                      where.values());
  std::vector<Honesty> out;
  for (std::size_t i = 0; i < rows.size(); ++i)
    out.push_back({rows.text(i, "checklist"), rows.integer(i, "units"), rows.integer(i, "self_total"), rows.integer(i, "official_total"), rows.integer(i, "self_problems"), rows.integer(i, "official_problems")});
  return out;
}

} // namespace ankao::inspection::store
