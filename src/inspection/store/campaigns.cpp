// SPDX-License-Identifier: Apache-2.0
#include "inspection/store/inspection.hpp"
#include "inspection/store/numbers.hpp"

namespace ankao::inspection::store {
namespace {

Target read_target(const db::Rows& rows, std::size_t i) {
  return {rows.text(i, "target_id"), rows.text(i, "checklist"), rows.text(i, "subject"), rows.text(i, "name"), rows.text(i, "district"), rows.text(i, "institution"), rows.text(i, "site"), rows.integer(i, "special") != 0};
}

Campaign read_campaign(db::Transaction& transaction, const db::Rows& rows, std::size_t i) {
  Campaign out;
  out.id = rows.text(i, "id");
  out.year = static_cast<int>(rows.integer(i, "year"));
  out.title = rows.text(i, "title");
  out.state = rows.text(i, "state") == "closed" ? CampaignState::Closed : CampaignState::Running;
  out.created_at = {rows.integer(i, "created_at")};
  const auto phases = transaction.query("SELECT * FROM campaign_phase WHERE campaign = $1 ORDER BY place", {out.id});
  for (std::size_t k = 0; k < phases.size(); ++k)
    out.phases.push_back({phases.text(k, "phase"), {phases.text(k, "zh"), phases.text(k, "en")}, phases.text(k, "clause"), stored_day(phases, k, "from_day"), stored_day(phases, k, "to_day")});
  return out;
}

/// What a viewer may have of the targets: an office its district, a unit itself.
void narrow(db::Conditions& where, const Viewer& viewer) {
  if (viewer.kind == "district") where.add("t.district = ?", {viewer.id});
  if (viewer.kind == "institution") where.add("t.institution = ?", {viewer.id});
  if (viewer.kind == "site") where.add("t.site = ?", {viewer.id});
}

} // namespace

std::int64_t next(db::Transaction& transaction, const std::string& name) {
  return transaction.query("INSERT INTO inspection_count (name, n) VALUES ($1, 1) ON CONFLICT (name) DO UPDATE SET n = inspection_count.n + 1 RETURNING n", {name}).integer(0, "n");
}

void insert(db::Transaction& transaction, const Campaign& campaign, const std::vector<Target>& targets) {
  transaction.execute("INSERT INTO campaign (id, year, title, state, created_at) VALUES ($1, $2, $3, 'running', $4)", {campaign.id, std::int64_t{campaign.year}, campaign.title, campaign.created_at.ms});
  std::vector<db::Values> phases, rows;
  for (const Phase& one : campaign.phases)
    phases.push_back({campaign.id, static_cast<std::int64_t>(phases.size()), one.id, one.title.zh, one.title.en, one.clause, to_string(one.from), to_string(one.to)});
  transaction.insert_many("campaign_phase", {"campaign", "place", "phase", "zh", "en", "clause", "from_day", "to_day"}, phases);
  for (const Target& one : targets)
    rows.push_back({campaign.id, one.id, one.checklist, one.subject, one.name, one.district, one.institution, one.site, bit(one.special_operation), db::lower_case(one.name + "\n" + one.subject)});
  if (!rows.empty()) transaction.insert_many("campaign_target", {"campaign", "id", "checklist", "subject", "name", "district", "institution", "site", "special", "search"}, rows);
}

std::vector<Campaign> campaigns(db::Transaction& transaction) {
  const auto rows = transaction.query("SELECT * FROM campaign ORDER BY year DESC");
  std::vector<Campaign> out;
  for (std::size_t i = 0; i < rows.size(); ++i) out.push_back(read_campaign(transaction, rows, i));
  return out;
}

std::optional<Campaign> campaign(db::Transaction& transaction, const std::string& id) {
  const auto rows = transaction.query("SELECT * FROM campaign WHERE id = $1", {id});
  if (rows.empty()) return std::nullopt;
  return read_campaign(transaction, rows, 0);
}

std::optional<Target> target(db::Transaction& transaction, const std::string& campaign, const std::string& id) {
  const auto rows = transaction.query("SELECT id AS target_id, checklist, subject, name, district, institution, site, special FROM campaign_target WHERE campaign = $1 AND id = $2", {campaign, id});
  if (rows.empty()) return std::nullopt;
  return read_target(rows, 0);
}

std::vector<Progress> progress(db::Transaction& transaction, const std::string& campaign) {
  const auto rows = transaction.query(R"(SELECT t.district, t.checklist, COUNT(*) AS targets, COALESCE(SUM(v.inspected), 0) AS inspected, COALESCE(SUM(v.failed), 0) AS failed,
  SUM(CASE WHEN v.self = 1 OR p.subject IS NOT NULL THEN 1 ELSE 0 END) AS self
FROM campaign_target t LEFT JOIN (SELECT target, MAX(CASE WHEN phase <> 'self' THEN 1 ELSE 0 END) AS inspected, MAX(CASE WHEN phase <> 'self' AND verdict = 'failed' THEN 1 ELSE 0 END) AS failed,
    MAX(CASE WHEN phase = 'self' THEN 1 ELSE 0 END) AS self FROM visit WHERE campaign = $1 AND state = 'signed' GROUP BY target) v ON v.target = t.id
  LEFT JOIN (SELECT subject FROM campaign_paper WHERE kind = 'self_report' AND campaign = $1 AND state IN ('submitted', 'received')) p ON p.subject = t.subject
WHERE t.campaign = $1 GROUP BY t.district, t.checklist ORDER BY t.district, t.checklist)",
                                      {campaign});
  std::vector<Progress> out;
  for (std::size_t i = 0; i < rows.size(); ++i)
    out.push_back({rows.text(i, "district"), rows.text(i, "checklist"), rows.integer(i, "targets"), rows.integer(i, "inspected"), rows.integer(i, "failed"), rows.integer(i, "self")});
  return out;
}

Found<TargetRow> targets(db::Transaction& transaction, const Filter& filter) {
  db::Conditions where;
  where.add("t.campaign = ?", {filter.campaign});
  narrow(where, filter.viewer);
  where.equals("t.district", filter.district);
  where.equals("t.checklist", filter.checklist);
  where.contains("t.search", filter.q);
  const std::string of_target = " FROM visit v WHERE v.campaign = t.campaign AND v.target = t.id AND v.state = 'signed' AND v.phase <> 'self'", signed_visits = "SELECT COUNT(*)" + of_target, any_visit = "SELECT 1" + of_target;
  if (filter.state == "inspected") where.add("EXISTS (" + any_visit + ")");
  if (filter.state == "waiting") where.add("NOT EXISTS (" + any_visit + ")");
  Found<TargetRow> out;
  out.total = transaction.query("SELECT COUNT(*) AS n FROM campaign_target t" + where.text(), where.values()).integer(0, "n");
  const std::string last = "(SELECT MAX(v.number)" + of_target + ")";
  const std::string window = window_of(where, filter, "t.id");
  // Visits are looked up for the page alone.
  const auto rows = transaction.query("SELECT t.id AS target_id, t.checklist, t.subject, t.name, t.district, t.institution, t.site, t.special, (" + signed_visits + ") AS visits, COALESCE(" + last +
                                          ", 0) AS last_visit, COALESCE((SELECT w.verdict FROM visit w WHERE w.number = " + last + "), '') AS verdict FROM campaign_target t WHERE t.campaign = $1 AND t.id IN (SELECT t.id FROM campaign_target t" + where.text() + window +
                                          ") ORDER BY " + (filter.order.empty() ? "t.id" : filter.order),
                                      where.values());
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const auto number = rows.integer(i, "last_visit");
    out.rows.push_back({read_target(rows, i), rows.integer(i, "visits"), number == 0 ? "" : "V-" + std::to_string(number), rows.text(i, "verdict")});
  }
  return out;
}

} // namespace ankao::inspection::store
