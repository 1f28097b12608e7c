// SPDX-License-Identifier: Apache-2.0
#include "inspection/service/counted.hpp"

#include "inspection/store/inspection.hpp"

namespace ankao::inspection {
namespace {

std::vector<Counted> counted(const db::Rows& rows, const char* start) {
  std::vector<Counted> out;
  for (std::size_t i = 0; i < rows.size(); ++i)
    out.push_back({start + std::to_string(rows.integer(i, "number")), rows.text(i, "subject"), rows.text(i, "name"), rows.text(i, "district"), rows.text(i, "by_whom"), rows.text(i, "phase"), rows.text(i, "clause"), {rows.integer(i, "at")}, rows.integer(i, "closed") != 0});
  return out;
}

} // namespace

std::optional<Defect> defect_in(db::Transaction& transaction, const std::string& id) { return store::defect(transaction, id); }
std::optional<Visit> visit_in(db::Transaction& transaction, const std::string& id) { return store::visit(transaction, id); }
std::optional<Campaign> campaign_in(db::Transaction& transaction, const std::string& id) { return store::campaign(transaction, id); }
std::vector<Campaign> campaigns_in(db::Transaction& transaction) { return store::campaigns(transaction); }

std::vector<Counted> signed_visits(db::Transaction& transaction, const std::string& campaign, const std::string& district, Instant from, Instant before) {
  return counted(transaction.query("SELECT v.number, t.subject, t.name, t.district, v.by_whom, v.phase, '' AS clause, v.signed_at AS at, 0 AS closed FROM visit v JOIN campaign_target t ON t.campaign = v.campaign AND t.id = v.target "
                                   "WHERE v.campaign = $1 AND v.state = 'signed' AND v.signed_at >= $2 AND v.signed_at < $3 AND ($4 = '' OR t.district = $4) ORDER BY v.signed_at, v.number",
                                   {campaign, from.ms, before.ms, district}),
                 "V-");
}

std::vector<Counted> problems_found(db::Transaction& transaction, const std::string& campaign, const std::string& district, Instant from, Instant before) {
  return counted(transaction.query("SELECT number, subject, name, district, by_whom, phase, clause, found_at AS at, CASE WHEN state = 'closed' THEN 1 ELSE 0 END AS closed FROM defect "
                                   "WHERE campaign = $1 AND found_at >= $2 AND found_at < $3 AND ($4 = '' OR district = $4) ORDER BY found_at, number",
                                   {campaign, from.ms, before.ms, district}),
                 "Q-");
}

} // namespace ankao::inspection
