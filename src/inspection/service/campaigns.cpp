// SPDX-License-Identifier: Apache-2.0
#include "inspection/service/campaigns.hpp"

#include <algorithm>

#include "base/sm3.hpp"
#include "db/use_case.hpp"
#include "inspection/files/law.hpp"
#include "inspection/service/party.hpp"
#include "inspection/store/inspection.hpp"
#include "ledger/service/ledger.hpp"
#include "registry/service/organisations.hpp"
#include "registry/service/snapshot.hpp"

namespace ankao::inspection {
namespace {

constexpr int k_first_year = 2019; ///< M-3.1b: how far back the inspection looks
constexpr int k_last_year = 2199;
constexpr std::size_t k_longest = 200;

void add_site(const registry::SiteRecord& site, std::vector<Target>& out) {
  const std::string subject = "site:" + site.id;
  const auto add = [&](const char* checklist) { out.push_back({subject + ":" + checklist, checklist, subject, site.name, site.district, site.owner, site.id, true}); };
  if (site.kind != registry::SiteKind::Theory) add("practical_site");
  if (site.kind != registry::SiteKind::Practical) add("theory_site");
}

} // namespace

std::vector<Target> targets_on(db::Transaction& transaction, Date day) {
  const auto all = registry::snapshot(transaction, day);
  std::vector<Target> out;
  for (const auto& one : all.institutions) {
    if (one.standing != registry::Standing::Published) continue;
    const auto& record = one.record;
    out.push_back({"institution:" + record.id, "institution", "institution:" + record.id, record.name, record.supervising_district, record.id, "", !record.projects.empty()});
  }
  for (const auto& one : all.sites)
    if (one.standing == registry::Standing::Published) add_site(one.record, out);
  if (out.empty()) return out;
  out.push_back({registry::k_city_organisation, "exam_organisation", registry::k_city_organisation, "市考试机构", "", "", "", true});
  for (const auto& one : registry::organisations_on(transaction, day)) out.push_back({one.subject(), "exam_organisation", one.subject(), one.name, one.district, "", "", true});
  return out;
}

Result<Campaign> create_campaign(db::Database& database, const ledger::Actor& actor, Instant now, const CampaignForm& form, const Tell& tell) {
  if (form.year < k_first_year || form.year > k_last_year) return problem("inspection.year", {{"value", std::to_string(form.year)}, {"from", std::to_string(k_first_year)}}, "year");
  if (form.title.empty() || form.title.size() > k_longest) return problem("inspection.title_missing", {{"limit", std::to_string(k_longest)}}, "title");
  return db::decide(database, [&](db::Transaction& transaction) -> Result<Campaign> {
    Campaign out{"SI-" + std::to_string(form.year), form.year, form.title, CampaignState::Running, phases_of(shipped_law(), form.year), now};
    if (store::campaign(transaction, out.id)) return problem("inspection.campaign_stands", {{"value", out.id}}, "year");
    const auto targets = targets_on(transaction, date_of(now));
    if (targets.empty()) return problem("inspection.no_targets");
    store::insert(transaction, out, targets);
    std::string content = out.id + "\n" + out.title;
    for (const Target& one : targets) content += "\n" + one.id;
    ledger::append(transaction, {actor, now, "campaign.create", "campaign:" + out.id, "", to_hex(sm3(content)), "M-3.1a", ""});
    open_tasks(transaction, actor, now, out, targets);
    const Phase* self = out.phase("self");
    if (tell && self != nullptr) tell(transaction, {"campaign.create", out.id, out.id, out.title, "", "", "", "", "", "", self->to, 0, false}, now);
    return out;
  });
}

} // namespace ankao::inspection
