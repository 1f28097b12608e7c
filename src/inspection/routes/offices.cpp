// SPDX-License-Identifier: Apache-2.0
// Receipts, working groups and production units of the districts.
#include <set>

#include "inspection/files/law.hpp"
#include "inspection/files/papers.hpp"
#include "inspection/routes/paper_api.hpp"
#include "inspection/routes/parts.hpp"
#include "inspection/routes/views.hpp"
#include "inspection/service/offices.hpp"
#include "inspection/store/papers.hpp"

namespace ankao::inspection {
namespace {

using api::Call;
using api::Verb;

constexpr std::size_t k_head = 3, k_tail = 4;

/// "138****5678"; short ones wholly hidden.
std::string masked(const std::string& text) {
  if (text.size() <= k_head + k_tail) return text.empty() ? "" : "****";
  return text.substr(0, k_head) + "****" + text.substr(text.size() - k_tail);
}

Result<void> add_receipt(db::Transaction& transaction, const vault::Vault& vault, const Paper& paper, dto::OfficeView& out) {
  const auto content = opened(transaction, vault, paper);
  if (!content.ok()) return content.problem();
  out.filed = true;
  if (paper.made) out.filed_at = paper.made->at;
  out.leader = content->leader;
  out.person = content->person;
  out.department = content->department;
  out.telephone = out.own ? content->telephone : masked(content->telephone);
  out.account = out.own ? content->account : masked(content->account);
  return {};
}

void add_group(const Paper& paper, dto::OfficeView& out) {
  const auto content = read_content<WorkingGroup>(paper.content);
  out.group_leader = content.leader;
  for (const auto& one : content.parts) out.parts.push_back({one.division, one.person, one.duty});
  for (const auto& one : content.nodes) out.nodes.push_back({one.day, one.task});
}

Result<dto::OfficeList> offices(db::Transaction& transaction, const vault::Vault& vault, const Call& call, const std::string& id) {
  const auto campaign = known_campaign(transaction, id);
  if (!campaign.ok()) return campaign.problem();
  const Party party = party_of(call);
  const Phase* phase = campaign->phase("self");
  dto::OfficeList out;
  out.due = phase ? phase->to : date_of(campaign->created_at);
  for (const Choice& one : shipped_law().divisions) out.divisions.push_back({one.id, one.words.zh, one.words.en, one.clause});
  std::set<std::string> districts;
  for (const Target& one : store::all_targets(transaction, id))
    if (!one.district.empty()) districts.insert(one.district);
  if (party.viewer.kind == "district") districts = {party.viewer.id};
  for (const std::string& one : districts) {
    dto::OfficeView row;
    row.district = one;
    row.district_name = district_name(one);
    row.own = party.district(one);
    row.plan = id + "-" + one;
    if (const auto paper = store::paper_of(transaction, PaperKind::Receipt, id, "district:" + one))
      if (auto fine = add_receipt(transaction, vault, *paper, row); !fine) return fine.problem();
    if (const auto paper = store::paper_of(transaction, PaperKind::Group, id, "district:" + one)) add_group(*paper, row);
    row.overdue = !row.filed && date_of(call.now) > out.due;
    out.items.push_back(std::move(row));
  }
  return out;
}

Result<dto::OfficeList> listed(db::Database& database, const vault::Vault& vault, const Call& call, const Result<Paper>& done) {
  if (!done.ok()) return done.problem();
  return offices(*database.begin(db::Mode::Read), vault, call, done->campaign);
}

} // namespace

void add_office_routes(api::Endpoints& endpoints, db::Database& database, const vault::Vault& vault) {
  endpoints.add<dto::OfCampaign, dto::OfficeList>({.verb = Verb::Get, .path = "/api/campaign-offices", .operation = "receipt.list", .summary = "Receipts and working groups of the districts", .clauses = {"M-4.1.4", "M-4.1.11", "G-02"}},
                                                  [&database, &vault](const Call& call, const dto::OfCampaign& query) { return db::look(database, [&](db::Transaction& transaction) { return offices(transaction, vault, call, query.campaign); }); });
  endpoints.add<dto::ReceiptFile, dto::OfficeList>({.verb = Verb::Post, .path = "/api/campaign-offices/receipt", .operation = "receipt.file", .summary = "File the receipt of a district", .clauses = {"M-4.1.4", "M-4.1.3", "G-02"}},
                                                   [&database, &vault](const Call& call, const dto::ReceiptFile& form) {
                                                     return listed(database, vault, call, file_receipt(database, vault, party_of(call), form.campaign, {form.leader, form.person, form.department, form.telephone, form.account}));
                                                   });
  endpoints.add<dto::GroupName, dto::OfficeList>({.verb = Verb::Post, .path = "/api/campaign-offices/group", .operation = "group.name", .summary = "Name the working group, its divisions and time nodes", .clauses = {"M-4.1.1", "M-4.1.11"}},
                                                 [&database, &vault](const Call& call, const dto::GroupName& form) {
                                                   WorkingGroup content{form.leader, {}, {}};
                                                   for (const auto& one : form.parts) content.parts.push_back({one.division, one.person, one.duty.value_or("")});
                                                   for (const auto& one : form.nodes) content.nodes.push_back({one.day, one.task});
                                                   return listed(database, vault, call, save_group(database, party_of(call), form.campaign, content));
                                                 });
  endpoints.add<dto::UnitAdd, dto::UnitAdded>({.verb = Verb::Post, .path = "/api/production-units", .operation = "unit.add", .summary = "Add a production unit to the special inspection", .clauses = {"M-2.0a", "M-4.4.3"}},
                                              [&database](const Call& call, const dto::UnitAdd& form) -> Result<dto::UnitAdded> {
                                                const auto done = add_unit(database, party_of(call), {form.campaign, form.name, form.code, form.address});
                                                if (!done.ok()) return done.problem();
                                                return dto::UnitAdded{done->id, done->subject};
                                              });
}

} // namespace ankao::inspection
