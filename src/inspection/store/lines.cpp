// SPDX-License-Identifier: Apache-2.0
#include "inspection/store/lines.hpp"

#include "inspection/store/numbers.hpp"
#include "inspection/store/papers.hpp"
#include "inspection/store/reading.hpp"

namespace ankao::inspection::store {

std::set<std::string> visited_targets(db::Transaction& transaction, const std::string& campaign, bool self) {
  const auto rows = transaction.query(std::string("SELECT DISTINCT target FROM visit WHERE campaign = $1 AND state = 'signed' AND phase ") + (self ? "=" : "<>") + " 'self'", {campaign});
  std::set<std::string> out;
  for (std::size_t i = 0; i < rows.size(); ++i) out.insert(rows.text(i, "target"));
  return out;
}

std::vector<VisitLine> spot_lines(db::Transaction& transaction, const std::string& campaign) {
  const auto rows = transaction.query("SELECT v.number, v.target, t.name, v.state FROM visit v JOIN campaign_target t ON t.campaign = v.campaign AND t.id = v.target WHERE v.campaign = $1 AND v.phase = 'spot' AND v.by_whom = '' ORDER BY v.number", {campaign});
  std::vector<VisitLine> out;
  for (std::size_t i = 0; i < rows.size(); ++i) out.push_back({"V-" + std::to_string(rows.integer(i, "number")), "spot", "", rows.text(i, "target"), rows.text(i, "name"), "", "", rows.text(i, "state") == "signed"});
  return out;
}

std::vector<VisitLine> office_visit_lines(db::Transaction& transaction, const std::string& campaign) {
  const auto rows = transaction.query("SELECT v.number, v.phase, v.by_whom, v.target, t.name, v.verdict, v.conclusion, v.state FROM visit v JOIN campaign_target t ON t.campaign = v.campaign AND t.id = v.target "
                                      "WHERE v.campaign = $1 AND v.phase <> 'self' ORDER BY v.number",
                                      {campaign});
  std::vector<VisitLine> out;
  for (std::size_t i = 0; i < rows.size(); ++i)
    out.push_back({"V-" + std::to_string(rows.integer(i, "number")), rows.text(i, "phase"), rows.text(i, "by_whom"), rows.text(i, "target"), rows.text(i, "name"), rows.text(i, "verdict"), rows.text(i, "conclusion"), rows.text(i, "state") == "signed"});
  return out;
}

namespace {

DefectLine line_at(const db::Rows& rows, std::size_t i) {
  DefectLine out{"Q-" + std::to_string(rows.integer(i, "number")), rows.text(i, "target"), rows.text(i, "name"), rows.text(i, "district"), rows.text(i, "state") == "closed", rows.integer(i, "paper") != 0, static_cast<int>(rows.integer(i, "level")), {}};
  if (!rows.is_null(i, "limit_day")) out.limit = stored_day(rows, i, "limit_day");
  return out;
}

} // namespace

std::vector<DefectLine> office_defect_lines(db::Transaction& transaction, const std::string& campaign) {
  const auto rows = transaction.query("SELECT d.number, d.target, d.name, d.district, d.state, d.level, d.limit_day, COALESCE(p.number, 0) AS paper FROM defect d "
                                      "LEFT JOIN campaign_paper p ON p.kind = 'look_back' AND p.campaign = d.campaign AND p.subject = 'Q-' || CAST(d.number AS TEXT) WHERE d.campaign = $1 AND d.self = 0 ORDER BY d.number",
                                      {campaign});
  std::vector<DefectLine> out;
  for (std::size_t i = 0; i < rows.size(); ++i) out.push_back(line_at(rows, i));
  return out;
}

OpenDefects open_defects(db::Transaction& transaction, const std::string& campaign, const std::string& district, int most) {
  const auto read = [&](const std::string& condition, std::vector<DefectLine>& out) {
    const auto rows = transaction.query("SELECT d.number, d.target, d.name, d.district, d.state, d.level, d.limit_day, 0 AS paper FROM defect d WHERE d.campaign = $1 AND d.self = 0 AND ($2 = '' OR d.district = $2) AND " + condition +
                                            " ORDER BY d.district, d.name, d.number LIMIT $3",
                                        {campaign, district, std::int64_t{most}});
    for (std::size_t i = 0; i < rows.size(); ++i) out.push_back(line_at(rows, i));
  };
  const auto counted = transaction.query("SELECT COUNT(*) AS n, COALESCE(SUM(CASE WHEN state <> 'closed' THEN 1 ELSE 0 END), 0) AS still_open FROM defect WHERE campaign = $1 AND self = 0 AND ($2 = '' OR district = $2)", {campaign, district});
  OpenDefects out;
  out.open_count = counted.integer(0, "still_open");
  // Each paper is of one problem that an office found.
  out.unlooked_count = counted.integer(0, "n") - transaction.query("SELECT COUNT(*) AS n FROM campaign_paper WHERE kind = 'look_back' AND campaign = $1 AND ($2 = '' OR district = $2)", {campaign, district}).integer(0, "n");
  read("d.state <> 'closed'", out.open);
  if (out.unlooked_count > 0) read("NOT EXISTS (SELECT 1 FROM campaign_paper p WHERE p.kind = 'look_back' AND p.campaign = d.campaign AND p.subject = 'Q-' || CAST(d.number AS TEXT))", out.unlooked);
  return out;
}

std::int64_t unlooked_of(db::Transaction& transaction, const std::string& campaign, const std::string& district) {
  const auto rows = transaction.query("SELECT (SELECT COUNT(*) FROM defect WHERE campaign = $1 AND self = 0 AND district = $2) - (SELECT COUNT(*) FROM campaign_paper WHERE kind = 'look_back' AND campaign = $1 AND district = $2) AS n", {campaign, district});
  return rows.integer(0, "n");
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
  const auto rows = transaction.query("SELECT COALESCE(SUM(v.n), 0) AS visits, COALESCE(SUM(CASE WHEN t.checklist <> 'production_unit' AND v.n IS NULL THEN 1 ELSE 0 END), 0) AS missing FROM campaign_target t "
                                      "LEFT JOIN (SELECT target, COUNT(*) AS n FROM visit WHERE campaign = $1 AND state = 'signed' AND phase = 'enforcement' AND by_whom = $2 AND target IN "
                                      "(SELECT id FROM campaign_target WHERE campaign = $1 AND district = $3) GROUP BY target) v ON v.target = t.id WHERE t.campaign = $1 AND t.district = $3",
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
  out.all = out.total = transaction.query("SELECT COUNT(*) AS n FROM defect d" + where.text(), where.values()).integer(0, "n");
  out.done = transaction.query("SELECT COUNT(*) AS n FROM campaign_paper WHERE kind = 'look_back' AND campaign = $1 AND ($2 = '' OR district = $2)", {filter.campaign, filter.district}).integer(0, "n");
  // The day has its place in every statement, used or not: PostgreSQL refuses values that no word of the statement asks for.
  const std::string today = where.put(to_string(filter.today)), why = why_column(today);
  where.add(today + " <> ''");
  if (!filter.why.empty()) where.add("(" + why + ") = " + where.put(filter.why));
  if (filter.looked) where.add(*filter.looked ? "p.number IS NOT NULL" : "p.number IS NULL");
  where.contains("d.search", filter.q);
  if (!filter.why.empty() || filter.looked || !filter.q.empty()) out.total = transaction.query("SELECT COUNT(*) AS n" + (filter.looked ? from : std::string(" FROM defect d")) + where.text(), where.values()).integer(0, "n");
  const std::string rank = "CASE (" + why + ") WHEN 'overdue' THEN 0 WHEN 'open' THEN 1 WHEN 'repeated' THEN 2 ELSE 3 END";
  const std::string window = where.page(filter.limit, filter.offset);
  // Only what narrows needs the papers; whole rows are read for the page alone.
  const std::string page = "SELECT d.number" + (filter.looked ? from : std::string(" FROM defect d")) + where.text() + " ORDER BY " + rank + ", d.number" + window;
  const auto rows = transaction.query("SELECT d.*, " + why + " AS why_now, COALESCE(p.number, 0) AS paper" + from + " WHERE d.number IN (" + page + ") ORDER BY " + rank + ", d.number", where.values());
  const auto defects = read_defects(rows);
  for (std::size_t i = 0; i < rows.size(); ++i) {
    LookBackFound::Row row{defects[i], rows.text(i, "why_now"), std::nullopt};
    if (rows.integer(i, "paper") != 0) row.looked = paper_of(transaction, PaperKind::LookBack, filter.campaign, defects[i].id);
    out.rows.push_back(std::move(row));
  }
  return out;
}

} // namespace ankao::inspection::store
