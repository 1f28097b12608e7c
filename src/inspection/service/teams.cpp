// SPDX-License-Identifier: Apache-2.0
#include "inspection/service/teams.hpp"

#include "db/use_case.hpp"
#include "inspection/files/law.hpp"
#include "inspection/files/papers.hpp"
#include "inspection/rules/ties.hpp"
#include "inspection/store/papers.hpp"

namespace ankao::inspection {

Result<Paper> declare_member(db::Database& database, const Party& party, const std::string& campaign_id, const std::string& name, const TeamPerson& content) {
  if (name.find_first_not_of(' ') == std::string::npos || name.size() > 60) return problem("inspection.member_name", {{"value", name}}, "name");
  if (!member_role_of(content.role)) return problem("inspection.member_role", {{"value", content.role}}, "role");
  if (auto fine = check_words("unit", content.unit, false, 300); !fine) return fine.problem();
  return db::decide(database, [&](db::Transaction& transaction) -> Result<Paper> {
    const auto campaign = running(transaction, campaign_id);
    if (!campaign.ok()) return campaign.problem();
    TeamPerson kept = content;
    for (TeamTie& tie : kept.ties) {
      if (shipped_law().tie(tie.kind) == nullptr) return problem("inspection.tie_unknown", {{"value", tie.kind}}, "ties");
      const auto targets = store::targets_of(transaction, campaign_id, tie.subject);
      if (targets.empty()) return problem("inspection.target_unknown", {{"value", tie.subject}}, "ties");
      tie.name = targets.front().name;
    }
    const std::string district = party.viewer.kind == "district" ? party.viewer.id : "";
    const std::string subject = district + "/" + name;
    auto stands = store::paper_of(transaction, PaperKind::Member, campaign_id, subject);
    const std::string before = stands ? digest_of(*stands) : "";
    Paper paper = stands.value_or(Paper{});
    paper.kind = PaperKind::Member;
    paper.campaign = campaign_id;
    paper.subject = subject;
    paper.name = name;
    paper.district = district;
    paper.state = "declared";
    paper.content = write_content(kept);
    paper.made = party.endorsement();
    keep(transaction, party, "member.declare", paper, before, "G-44");
    return paper;
  });
}

std::vector<Paper> members_of(db::Transaction& transaction, const std::string& campaign, const std::string& district) {
  std::vector<Paper> out;
  for (Paper& one : store::papers(transaction, PaperKind::Member, campaign))
    if (one.district == district) out.push_back(std::move(one));
  return out;
}

Result<void> check_declared(db::Transaction& transaction, const std::string& campaign, const std::string& by, const std::vector<Member>& team, const Target& target) {
  for (const Paper& one : members_of(transaction, campaign, by))
    for (const Member& member : team)
      if (member.name == one.name)
        if (auto free = check_ties(shipped_law(), member.name, read_content<TeamPerson>(one.content).ties, target); !free) return free;
  return {};
}

} // namespace ankao::inspection
