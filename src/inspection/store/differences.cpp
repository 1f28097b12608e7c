// SPDX-License-Identifier: Apache-2.0
#include "inspection/store/differences.hpp"

#include "inspection/store/numbers.hpp"

namespace ankao::inspection::store {
namespace {

db::Value number(const std::optional<int>& value) { return value ? db::Value(std::int64_t{*value}) : db::Value(db::Null{}); }

/// Visits of offices at the scope's units.
db::Conditions visits_in(const BoardScope& scope) {
  db::Conditions where;
  where.add("v.state = 'signed' AND v.by_whom NOT LIKE '%:%'");
  where.equals("v.campaign", scope.campaign);
  if (scope.viewer.kind == "district") where.add("t.district = " + where.put(scope.viewer.id));
  return where;
}

constexpr const char* k_visits = " FROM visit v JOIN campaign_target t ON t.campaign = v.campaign AND t.id = v.target";

} // namespace

std::vector<db::Migration> difference_migrations() {
  return {{1471, "counted figures that differ from the register", R"(ALTER TABLE visit ADD COLUMN differences BIGINT NOT NULL DEFAULT 0;
CREATE TABLE visit_difference (
  visit BIGINT NOT NULL REFERENCES visit (number),
  item TEXT NOT NULL,
  part TEXT NOT NULL,
  name TEXT NOT NULL,
  at_least BIGINT NOT NULL,
  counted BIGINT,
  known BIGINT,
  kind TEXT NOT NULL,
  PRIMARY KEY (visit, item, part, name)
);
)"}};
}

void put_differences(db::Transaction& transaction, const std::string& visit, const std::vector<Difference>& all) {
  if (all.empty()) return;
  const std::int64_t id = number_of(visit, "V-");
  std::vector<db::Values> rows;
  for (const Difference& one : all) rows.push_back({id, one.item, one.part, one.name, std::int64_t{one.at_least}, number(one.counted), number(one.known), std::string(name_of(one.kind))});
  transaction.insert_many("visit_difference", {"visit", "item", "part", "name", "at_least", "counted", "known", "kind"}, rows);
  transaction.execute("UPDATE visit SET differences = $2 WHERE number = $1", {id, static_cast<std::int64_t>(all.size())});
}

std::vector<FigureDifferences> differences_by_figure(db::Transaction& transaction, const BoardScope& scope, int most) {
  db::Conditions where = visits_in(scope);
  const std::string count = "COUNT(DISTINCT CASE WHEN d.kind = '";
  const auto rows = transaction.query("SELECT d.name, COUNT(DISTINCT d.visit) AS n, " + count + "differs' THEN d.visit END) AS differs, " + count + "below' THEN d.visit END) AS below" + k_visits +
                                          " JOIN visit_difference d ON d.visit = v.number" + where.text() + " GROUP BY d.name ORDER BY n DESC, d.name LIMIT " + where.put(std::int64_t{most}),
                                      where.values());
  std::vector<FigureDifferences> out;
  for (std::size_t i = 0; i < rows.size(); ++i) out.push_back({rows.text(i, "name"), rows.integer(i, "n"), rows.integer(i, "differs"), rows.integer(i, "below")});
  return out;
}

VisitsThatDiffer visits_that_differ(db::Transaction& transaction, const BoardScope& scope) {
  db::Conditions where = visits_in(scope);
  const auto rows = transaction.query(std::string("SELECT COUNT(*) AS n, COALESCE(SUM(CASE WHEN v.differences > 0 THEN 1 ELSE 0 END), 0) AS differ") + k_visits + where.text(), where.values());
  return {rows.integer(0, "n"), rows.integer(0, "differ")};
}

} // namespace ankao::inspection::store
