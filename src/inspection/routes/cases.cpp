// SPDX-License-Identifier: Apache-2.0
// Typical cases at the desk, and the public page with the progress of the campaign.
#include <map>

#include "inspection/files/law.hpp"
#include "inspection/files/papers.hpp"
#include "inspection/routes/paper_api.hpp"
#include "inspection/routes/parts.hpp"
#include "inspection/routes/views.hpp"
#include "inspection/service/offices.hpp"
#include "inspection/store/lines.hpp"
#include "inspection/store/papers.hpp"

namespace ankao::inspection {
namespace {

using api::Call;
using api::None;
using api::Verb;

dto::CaseView case_view(db::Transaction& transaction, const Call& call, const Paper& paper) {
  const Party party = party_of(call);
  const auto content = read_content<TypicalCase>(paper.content);
  dto::CaseView out{paper.id(), paper.campaign, district_name(paper.district), content.kind, paper.state, paper.name, content.facts, content.persons, content.public_title, content.public_text, paper.reason, "", {}, {}, false, false, false, {}};
  if (paper.made) out.reported_by = paper.made->name, out.reported_at = paper.made->at;
  if (paper.done) out.done_at = paper.done->at;
  out.may_word = paper.state == "reported" && party.city() && call.caller.can("case.word");
  out.own_wording = paper.state == "worded" && paper.done && paper.done->account == call.caller.account;
  out.may_publish = paper.state == "worded" && party.city() && !out.own_wording && call.caller.can("case.publish");
  out.steps = steps_of(transaction, "case:" + paper.id());
  return out;
}

Result<dto::CaseList> cases(db::Transaction& transaction, const Call& call, const std::string& campaign) {
  const Party party = party_of(call);
  dto::CaseList out;
  for (const Choice& one : shipped_law().cases) out.kinds.push_back({one.id, one.words.zh, one.words.en, one.clause});
  for (const Paper& one : store::papers(transaction, PaperKind::Case, campaign))
    if (sees(party, one)) out.items.insert(out.items.begin(), case_view(transaction, call, one));
  return out;
}

Result<dto::CaseView> shown(db::Database& database, const Call& call, const Result<Paper>& done) {
  if (!done.ok()) return done.problem();
  return case_view(*database.begin(db::Mode::Read), call, *done);
}

void add_progress(db::Transaction& transaction, const Campaign& campaign, dto::PublicCampaign& out) {
  std::map<std::string, dto::CampaignProgress> by;
  for (const auto& row : store::progress(transaction, campaign.id)) {
    if (row.checklist == "production_unit") continue;
    auto& line = by[row.district];
    line.district = row.district;
    line.district_name = district_name(row.district);
    line.targets += row.targets, line.inspected += row.inspected, line.failed += row.failed, line.self += row.self;
    out.targets += row.targets, out.inspected += row.inspected, out.failed += row.failed, out.self += row.self;
  }
  for (auto& [code, line] : by) out.progress.push_back(line);
  const auto problems = store::office_problems(transaction, campaign.id);
  out.problems = problems.found;
  out.closed = problems.closed;
}

dto::PublicCampaign public_view(db::Transaction& transaction, const Call& call, const Campaign& campaign) {
  const Date today = date_of(call.now);
  dto::PublicCampaign out;
  out.id = campaign.id;
  out.title = campaign.title;
  out.state = campaign.state == CampaignState::Closed ? "closed" : "running";
  for (const Phase& one : campaign.phases) out.phases.push_back({one.id, one.title.zh, one.title.en, one.clause, one.from, one.to, one.from <= today && today <= one.to});
  add_progress(transaction, campaign, out);
  for (const Paper& one : store::papers(transaction, PaperKind::Case, campaign.id)) {
    if (one.state != "published" || !one.done) continue;
    const auto content = read_content<TypicalCase>(one.content);
    dto::PublicCase row{district_name(one.district), "", "", content.public_title, content.public_text, date_of(one.done->at)};
    for (const Choice& kind : shipped_law().cases)
      if (kind.id == content.kind) row.kind_zh = kind.words.zh, row.kind_en = kind.words.en;
    out.cases.insert(out.cases.begin(), std::move(row));
  }
  return out;
}

} // namespace

void add_case_routes(api::Endpoints& endpoints, db::Database& database) {
  endpoints.add<dto::OfCampaign, dto::CaseList>({.verb = Verb::Get, .path = "/api/typical-cases", .operation = "case.list", .summary = "Typical cases of the own scope", .clauses = {"M-4.1.6"}},
                                                [&database](const Call& call, const dto::OfCampaign& query) { return db::look(database, [&](db::Transaction& transaction) { return cases(transaction, call, query.campaign); }); });
  endpoints.add<dto::CaseReport, dto::CaseView>({.verb = Verb::Post, .path = "/api/typical-cases", .operation = "case.report", .summary = "Report a typical case", .clauses = {"M-4.1.6"}},
                                                [&database](const Call& call, const dto::CaseReport& form) {
                                                  return shown(database, call, report_case(database, party_of(call), form.campaign, form.title, {form.kind, form.facts, form.persons, "", ""}));
                                                });
  endpoints.add<dto::CaseWording, dto::CaseView>({.verb = Verb::Post, .path = "/api/typical-cases/{id}/wording", .operation = "case.word", .summary = "Word a case for the public, or refuse it", .clauses = {"M-4.3.4"}},
                                                 [&database](const Call& call, const dto::CaseWording& form) {
                                                   return shown(database, call, word_case(database, party_of(call), form.id, form.accept, form.title.value_or(""), form.text.value_or(""), form.reason.value_or("")));
                                                 });
  endpoints.add<dto::PaperDecision, dto::CaseView>({.verb = Verb::Post, .path = "/api/typical-cases/{id}/publish", .operation = "case.publish", .summary = "Let a worded case out, by a second person", .clauses = {"M-4.3.4"}},
                                                   [&database](const Call& call, const dto::PaperDecision& form) { return shown(database, call, publish_case(database, party_of(call), form.id, form.accept, form.reason.value_or(""))); });
  endpoints.add<None, dto::PublicCampaigns>({.verb = Verb::Get, .path = "/api/public/campaigns", .operation = "campaign.public", .access = api::Access::Public, .summary = "Progress and typical cases of the special inspections", .clauses = {"M-4.3.4", "M-1.2"}, .cacheable = true},
                                            [&database](const Call& call, const None&) -> Result<dto::PublicCampaigns> {
                                              return db::look(database, [&](db::Transaction& transaction) -> Result<dto::PublicCampaigns> {
                                                dto::PublicCampaigns out;
                                                for (const Campaign& one : store::campaigns(transaction)) out.items.push_back(public_view(transaction, call, one));
                                                return out;
                                              });
                                            });
}

} // namespace ankao::inspection
