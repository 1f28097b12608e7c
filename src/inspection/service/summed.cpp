// SPDX-License-Identifier: Apache-2.0
#include "inspection/service/summed.hpp"

#include <map>

#include "inspection/files/papers.hpp"
#include "inspection/store/papers.hpp"

namespace ankao::inspection {

std::vector<Target> targets_in(db::Transaction& transaction, const std::string& campaign, const std::string& district) {
  auto out = store::all_targets(transaction, campaign);
  if (!district.empty()) std::erase_if(out, [&](const Target& one) { return one.district != district; });
  return out;
}

std::vector<SummedProblem> office_problems(db::Transaction& transaction, const std::string& campaign, const std::string& district) {
  std::map<std::string, std::string> looked;
  for (const Paper& one : store::papers(transaction, PaperKind::LookBack, campaign)) looked[one.subject] = read_content<LookedBack>(one.content).result;
  std::vector<SummedProblem> out;
  for (Defect& one : store::office_defects(transaction, campaign)) {
    if (!district.empty() && one.district != district) continue;
    const auto found = looked.find(one.id);
    out.push_back({std::move(one), found == looked.end() ? "" : found->second});
  }
  return out;
}

std::vector<ClearedCase> cleared_cases(db::Transaction& transaction, const std::string& campaign, const std::string& district) {
  std::vector<ClearedCase> out;
  for (const Paper& one : store::papers(transaction, PaperKind::Case, campaign)) {
    if (one.state != "published" || (!district.empty() && one.district != district)) continue;
    const auto content = read_content<TypicalCase>(one.content);
    out.push_back({one.id(), one.district, content.kind, content.public_title, content.public_text});
  }
  return out;
}

std::vector<ScorePair> score_pairs(db::Transaction& transaction, const std::string& campaign, const std::string& district) {
  const auto last = [](const char* phase) { return std::string("(SELECT target, MAX(number) AS number FROM visit WHERE campaign = $1 AND state = 'signed' AND phase ") + phase + " 'self' GROUP BY target)"; };
  const auto problems = [](const char* visit) { return std::string("(SELECT COUNT(*) FROM defect d WHERE d.visit = ") + visit + ".number)"; };
  const auto rows = transaction.query("SELECT t.id, t.name, t.district, t.checklist, s.number AS self_visit, o.number AS official_visit, s.total AS self_total, o.total AS official_total, " + problems("s") + " AS self_problems, " + problems("o") +
                                          " AS official_problems FROM campaign_target t JOIN " + last("=") + " sl ON sl.target = t.id JOIN visit s ON s.number = sl.number JOIN " + last("<>") +
                                          " ol ON ol.target = t.id JOIN visit o ON o.number = ol.number WHERE t.campaign = $1 AND ($2 = '' OR t.district = $2) ORDER BY t.id",
                                      {campaign, district});
  std::vector<ScorePair> out;
  for (std::size_t i = 0; i < rows.size(); ++i)
    out.push_back({rows.text(i, "id"), rows.text(i, "name"), rows.text(i, "district"), rows.text(i, "checklist"), "V-" + std::to_string(rows.integer(i, "self_visit")), "V-" + std::to_string(rows.integer(i, "official_visit")), rows.integer(i, "self_total"), rows.integer(i, "official_total"),
                   rows.integer(i, "self_problems"), rows.integer(i, "official_problems")});
  return out;
}

} // namespace ankao::inspection
