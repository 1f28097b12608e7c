// SPDX-License-Identifier: Apache-2.0
#include "inspection/store/lines.hpp"

#include "inspection/store/numbers.hpp"
#include "inspection/store/papers.hpp"
#include "inspection/store/reading.hpp"

namespace ankao::inspection::store {

std::vector<VisitLine> office_visit_lines(db::Transaction& transaction, const std::string& campaign) {
  const auto rows = transaction.query("SELECT v.number, v.phase, v.by_whom, v.target, t.name, v.verdict, v.conclusion, v.state FROM visit v JOIN campaign_target t ON t.campaign = v.campaign AND t.id = v.target "
                                      "WHERE v.campaign = $1 AND v.phase <> 'self' ORDER BY v.number",
                                      {campaign});
  std::vector<VisitLine> out;
  for (std::size_t i = 0; i < rows.size(); ++i)
    out.push_back({"V-" + std::to_string(rows.integer(i, "number")), rows.text(i, "phase"), rows.text(i, "by_whom"), rows.text(i, "target"), rows.text(i, "name"), rows.text(i, "verdict"), rows.text(i, "conclusion"), rows.text(i, "state") == "signed"});
  return out;
}

std::vector<DefectLine> office_defect_lines(db::Transaction& transaction, const std::string& campaign) {
  const auto rows = transaction.query("SELECT d.number, d.target, d.name, d.district, d.state, d.level, d.limit_day, COALESCE(p.number, 0) AS paper FROM defect d "
                                      "LEFT JOIN campaign_paper p ON p.kind = 'look_back' AND p.campaign = d.campaign AND p.subject = 'Q-' || CAST(d.number AS TEXT) WHERE d.campaign = $1 AND d.self = 0 ORDER BY d.number",
                                      {campaign});
  std::vector<DefectLine> out;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    DefectLine one{"Q-" + std::to_string(rows.integer(i, "number")), rows.text(i, "target"), rows.text(i, "name"), rows.text(i, "district"), rows.text(i, "state") == "closed", rows.integer(i, "paper") != 0, static_cast<int>(rows.integer(i, "level")), {}};
    if (!rows.is_null(i, "limit_day")) one.limit = stored_day(rows, i, "limit_day");
    out.push_back(std::move(one));
  }
  return out;
}

ProblemCount office_problems(db::Transaction& transaction, const std::string& campaign) {
  const auto rows = transaction.query("SELECT COUNT(*) AS found, COALESCE(SUM(CASE WHEN state = 'closed' THEN 1 ELSE 0 END), 0) AS closed FROM defect WHERE campaign = $1 AND self = 0", {campaign});
  return {rows.integer(0, "found"), rows.integer(0, "closed")};
}

std::vector<Visit> crossed_visits(db::Transaction& transaction, const std::string& campaign, const std::string& by, const std::string& of) {
  return read_visits(transaction.query(visit_columns() + " WHERE v.campaign = $1 AND v.phase = 'enforcement' AND v.by_whom = $2 AND t.district = $3 ORDER BY v.number", {campaign, by, of}));
}

std::vector<Defect> office_defects(db::Transaction& transaction, const std::string& campaign) {
  return read_defects(transaction.query("SELECT * FROM defect WHERE campaign = $1 AND self = 0 ORDER BY number", {campaign}));
}

std::vector<Defect> crossed_defects(db::Transaction& transaction, const std::string& campaign, const std::string& by, const std::string& of) {
  return read_defects(transaction.query("SELECT * FROM defect WHERE campaign = $1 AND phase = 'enforcement' AND by_whom = $2 AND district = $3 ORDER BY number", {campaign, by, of}));
}

Crossed crossed_counts(db::Transaction& transaction, const std::string& campaign, const std::string& by, const std::string& of) {
  const std::string crossed = "FROM visit v WHERE v.campaign = $1 AND v.target = t.id AND v.phase = 'enforcement' AND v.by_whom = $2 AND v.state = 'signed'";
  const auto rows = transaction.query("SELECT COALESCE(SUM((SELECT COUNT(*) " + crossed + ")), 0) AS visits, COALESCE(SUM(CASE WHEN t.checklist <> 'production_unit' AND NOT EXISTS (SELECT 1 " + crossed +
                                          ") THEN 1 ELSE 0 END), 0) AS missing FROM campaign_target t WHERE t.campaign = $1 AND t.district = $3",
                                      {campaign, by, of});
  const auto problems = transaction.query("SELECT COUNT(*) AS n FROM defect WHERE campaign = $1 AND phase = 'enforcement' AND by_whom = $2 AND district = $3", {campaign, by, of});
  return {rows.integer(0, "visits"), problems.integer(0, "n"), rows.integer(0, "missing")};
}

namespace {

/// In the words of the screen; `today` is the place of the day.
std::string why_column(const std::string& today) {
  return "CASE WHEN d.state <> 'closed' AND d.limit_day IS NOT NULL AND d.limit_day < " + today + " THEN 'overdue' WHEN d.state <> 'closed' THEN 'open' WHEN d.level > 1 THEN 'repeated' ELSE 'corrected' END";
}

} // namespace

LookBackFound look_backs(db::Transaction& transaction, const LookBackFilter& filter) {
  const std::string from = " FROM defect d LEFT JOIN campaign_paper p ON p.kind = 'look_back' AND p.campaign = d.campaign AND p.subject = 'Q-' || CAST(d.number AS TEXT)";
  db::Conditions where;
  where.add("d.self = 0");
  where.equals("d.campaign", filter.campaign);
  where.equals("d.district", filter.district);
  LookBackFound out;
  const auto counted = transaction.query("SELECT COUNT(*) AS n, COUNT(p.number) AS done" + from + where.text(), where.values());
  out.all = out.total = counted.integer(0, "n");
  out.done = counted.integer(0, "done");
  // The day has its place in every statement, used or not: PostgreSQL refuses values that no word of the statement asks for.
  const std::string today = where.put(to_string(filter.today)), why = why_column(today);
  where.add(today + " <> ''");
  if (!filter.why.empty()) where.add("(" + why + ") = " + where.put(filter.why));
  if (filter.looked) where.add(*filter.looked ? "p.number IS NOT NULL" : "p.number IS NULL");
  where.contains("d.search", filter.q);
  if (!filter.why.empty() || filter.looked || !filter.q.empty()) out.total = transaction.query("SELECT COUNT(*) AS n" + from + where.text(), where.values()).integer(0, "n");
  const std::string rank = "CASE (" + why + ") WHEN 'overdue' THEN 0 WHEN 'open' THEN 1 WHEN 'repeated' THEN 2 ELSE 3 END";
  const std::string window = where.page(filter.limit, filter.offset);
  const auto rows = transaction.query("SELECT d.*, " + why + " AS why_now, COALESCE(p.number, 0) AS paper" + from + where.text() + " ORDER BY " + rank + ", d.number" + window, where.values());
  const auto defects = read_defects(rows);
  for (std::size_t i = 0; i < rows.size(); ++i) {
    LookBackFound::Row row{defects[i], rows.text(i, "why_now"), std::nullopt};
    if (rows.integer(i, "paper") != 0) row.looked = paper_of(transaction, PaperKind::LookBack, filter.campaign, defects[i].id);
    out.rows.push_back(std::move(row));
  }
  return out;
}

} // namespace ankao::inspection::store
