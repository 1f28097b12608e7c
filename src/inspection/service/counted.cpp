// SPDX-License-Identifier: Apache-2.0
#include "inspection/service/counted.hpp"

#include "inspection/files/papers.hpp"
#include "inspection/store/inspection.hpp"
#include "inspection/store/marks.hpp"
#include "inspection/store/papers.hpp"

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

namespace {

bool within(const Paper& paper, const std::string& district, Instant from, Instant before) {
  return paper.made && paper.made->at >= from && paper.made->at < before && (district.empty() || paper.district == district);
}

Counted counted(const Paper& paper) { return {paper.id(), paper.subject, paper.name, paper.district, paper.subject, "self", "M-3.1d", paper.made->at, false}; }

} // namespace

std::vector<Counted> problems_reported(db::Transaction& transaction, const std::string& campaign, const std::string& district, Instant from, Instant before) {
  std::vector<Counted> out;
  for (const Paper& one : store::reports_with_problems(transaction, campaign, district)) {
    if (!within(one, district, from, before)) continue;
    int number = 0;
    for (const ReportedProblem& found : read_content<SelfReport>(one.content).problems) {
      ++number;
      if (!found.defect.empty()) continue;
      Counted problem = counted(one);
      problem.id += "/" + std::to_string(number);
      problem.closed = found.done;
      out.push_back(std::move(problem));
    }
  }
  return out;
}

std::vector<Counted> cases_reported(db::Transaction& transaction, const std::string& campaign, const std::string& district, Instant from, Instant before) {
  std::vector<Counted> out;
  for (const Paper& one : store::papers(transaction, PaperKind::Case, campaign))
    if (within(one, district, from, before)) out.push_back({one.id(), one.subject, one.name, one.district, one.district, "", "M-4.1.6", one.made->at, false});
  return out;
}

Marks marks_in(db::Transaction& transaction, const std::string& campaign, const std::string& district, Instant from, Instant before, const std::set<Marked>& which) {
  return store::marks(transaction, {campaign, district, from, before, which});
}

std::map<std::string, std::string> names_in(db::Transaction& transaction, const std::string& campaign, const std::set<std::string>& subjects) { return store::names_of_units(transaction, campaign, subjects); }

} // namespace ankao::inspection
