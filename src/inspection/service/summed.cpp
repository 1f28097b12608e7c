// SPDX-License-Identifier: Apache-2.0
#include "inspection/service/summed.hpp"

#include <map>

#include "inspection/files/papers.hpp"
#include "inspection/store/lines.hpp"
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

} // namespace ankao::inspection
