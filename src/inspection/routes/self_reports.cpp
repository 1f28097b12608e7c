// SPDX-License-Identifier: Apache-2.0
#include "inspection/files/law.hpp"
#include "inspection/files/papers.hpp"
#include "inspection/routes/lists.hpp"
#include "inspection/routes/parts.hpp"
#include "inspection/routes/self_report_api.hpp"
#include "inspection/routes/views.hpp"
#include "inspection/service/checklists.hpp"
#include "inspection/service/self_reports.hpp"
#include "inspection/store/papers.hpp"
#include "lists/routes/add.hpp"
#include "paper/docx.hpp"
#include "paper/pdf.hpp"

namespace ankao::inspection {

Party party_of(const api::Call& call, Tell tell) { return {call.caller.actor(), viewer_of(call), call.now, std::move(tell)}; }

Result<api::Download> file_of(const Result<paper::Sheet>& sheet, const std::string& name, const std::string& format) {
  if (!sheet.ok()) return sheet.problem();
  if (format == "docx") return api::Download{name + ".docx", "application/vnd.openxmlformats-officedocument.wordprocessingml.document", paper::to_docx(*sheet)};
  if (format != "pdf") return problem("inspection.form_format", {{"value", format}}, "format");
  auto bytes = paper::to_pdf(*sheet);
  if (!bytes.ok()) return bytes.problem();
  return api::Download{name + ".pdf", "application/pdf", std::move(bytes.value())};
}

namespace {

using api::Call;
using api::Verb;

Date last_of(const Campaign& campaign) {
  const Phase* phase = campaign.phase("self");
  return phase == nullptr ? date_of(campaign.created_at) : phase->to;
}

dto::SelfReportText text_of(const SelfReport& c) {
  dto::SelfReportText out{c.founded, c.head, c.scope, c.sites, c.improvement, c.staff, c.full_time, c.part_time, {}, c.none_found, {}};
  for (const YearFigures& one : c.years) out.years.push_back({one.year, one.trained, one.passed});
  for (const ReportedProblem& p : c.problems) out.problems.push_back({p.item, p.since, p.basis, p.result, p.limit, p.person, p.defect, p.text, p.measure, p.done});
  return out;
}

SelfReport content_of(const dto::SelfReportText& in) {
  SelfReport out;
  out.founded = in.founded.value_or("");
  out.head = in.head.value_or("");
  out.scope = in.scope.value_or("");
  out.sites = in.sites.value_or("");
  out.improvement = in.improvement.value_or("");
  out.staff = in.staff;
  out.full_time = in.full_time;
  out.part_time = in.part_time;
  out.none_found = in.none_found;
  for (const auto& one : in.years) out.years.push_back({one.year, one.trained, one.passed});
  for (const auto& p : in.problems)
    out.problems.push_back({p.item.value_or(""), p.text, p.since.value_or(""), p.measure.value_or(""), p.basis.value_or(""), p.result.value_or(""), p.limit.value_or(""), p.person.value_or(""), p.done, p.defect.value_or("")});
  return out;
}

dto::SelfReportRow row_of(const store::SelfRow& in, const Campaign& campaign, const Party& party) {
  dto::SelfReportRow out;
  out.campaign = campaign.id;
  out.subject = in.subject;
  out.name = in.name;
  out.district = in.district;
  out.district_name = district_name(in.district);
  out.checklist = in.checklist;
  out.state = in.report ? in.report->state : "missing";
  const bool handed = out.state == "submitted" || out.state == "received";
  out.overdue = !handed && in.checklist != "production_unit" && date_of(party.now) > last_of(campaign);
  Target target{"", in.checklist, in.subject, in.name, in.district, in.institution, in.site, true};
  out.mine = may_write(party, target);
  if (!in.report) return out;
  out.id = in.report->id();
  if (handed && in.report->made) out.made_name = in.report->made->name, out.made_at = in.report->made->at;
  if (out.state == "received" && in.report->done) out.done_at = in.report->done->at;
  // What a unit has not handed in yet is its own.
  if (handed || out.mine) out.problems = static_cast<std::int64_t>(read_content<SelfReport>(in.report->content).problems.size());
  return out;
}

Result<dto::SelfReportPage> page(db::Transaction& transaction, const Call& call, const dto::SelfReportQuery& query, const lists::Window& window) {
  const Party party = party_of(call);
  const auto campaign = known_campaign(transaction, query.campaign);
  dto::SelfReportPage out;
  if (!campaign.ok()) return out;
  const store::SelfFilter filter{party.viewer, party.organisation(), query.campaign, query.q, query.district, query.state, date_of(call.now), last_of(*campaign), window.limit, window.offset, window.order};
  const auto found = store::self_rows(transaction, filter);
  out.total = found.total;
  for (const auto& one : found.rows) out.items.push_back(row_of(one, *campaign, party));
  return out;
}

/// The sheet of a unit: the report that stands, or what the platform knows already.
Result<dto::SelfReportView> sheet(db::Transaction& transaction, const Call& call, const std::string& campaign_id, const std::string& subject) {
  const Party party = party_of(call);
  const auto campaign = known_campaign(transaction, campaign_id);
  if (!campaign.ok()) return campaign.problem();
  const auto targets = store::targets_of(transaction, campaign_id, subject);
  const Problem unknown = problem("inspection.target_unknown", {{"value", subject}}, "subject");
  if (targets.empty()) return unknown;
  const Target& unit = targets.front();
  const auto report = store::paper_of(transaction, PaperKind::SelfReport, campaign_id, subject);
  const bool mine = may_write(party, unit);
  const bool handed = report && (report->state == "submitted" || report->state == "received");
  if (!mine && !(handed && sees(party, *report))) return unknown;
  dto::SelfReportView out;
  out.row = row_of({unit.subject, unit.name, unit.district, unit.institution, unit.site, unit.checklist, report}, *campaign, party);
  out.content = text_of(report ? read_content<SelfReport>(report->content) : prefilled(transaction, *campaign, targets, call.now));
  for (const Target& one : targets)
    if (const auto list = checklist_on(transaction, one.checklist, date_of(call.now)))
      for (const Section& section : list->sections)
        for (const Item& item : section.items) out.items.push_back({item.id, item.number, item.title.zh, item.title.en});
  out.scope_from = shipped_law().self_from;
  out.due = last_of(*campaign);
  const bool open = campaign->state == CampaignState::Running;
  out.reason = report ? report->reason : "";
  out.may_save = mine && !handed && open && call.caller.can("self_report.save");
  out.may_submit = out.may_save && report.has_value();
  out.may_receive = report && report->state == "submitted" && may_receive(party, *report) && call.caller.can("self_report.receive");
  if (report) out.steps = steps_of(transaction, "self_report:" + report->id());
  return out;
}

Result<dto::SelfReportView> shown(db::Database& database, const Call& call, const Result<Paper>& done) {
  if (!done.ok()) return done.problem();
  return sheet(*database.begin(db::Mode::Read), call, done->campaign, done->subject);
}

Result<api::Download> form_file(db::Transaction& transaction, const Call& call, const dto::SelfReportFormOf& query) {
  const Party party = party_of(call);
  const auto found = store::paper(transaction, PaperKind::SelfReport, query.id);
  const bool handed = found && (found->state == "submitted" || found->state == "received");
  const auto targets = found ? store::targets_of(transaction, found->campaign, found->subject) : std::vector<Target>{};
  if (targets.empty() || !(may_write(party, targets.front()) || (handed && sees(party, *found)))) return problem("inspection.paper_unknown", {{"value", query.id}}, "id");
  return file_of(report_form(transaction, *found, call.now), found->id(), query.format);
}

} // namespace

void add_self_report_routes(api::Endpoints& endpoints, db::Database& database, const Tell& tell) {
  lists::add<dto::SelfReportQuery, dto::SelfReportPage>(endpoints, database, self_report_list(),
                                                        {.verb = Verb::Get, .path = "/api/self-reports", .operation = "self_report.list", .summary = "Who has reported its self-inspection", .clauses = {"M-3.1a", "M-4.1.7", "G-07"}},
                                                        "self_report.export", [&database](const Call& call, const dto::SelfReportQuery& query, const lists::Window& window) { return page(*database.begin(db::Mode::Read), call, query, window); });
  endpoints.add<dto::SelfReportAt, dto::SelfReportView>({.verb = Verb::Get, .path = "/api/self-reports/sheet", .operation = "self_report.show", .summary = "Annex 3 of a unit, prefilled while there is none", .clauses = {"A3-1c", "A3-2", "G-08"}, .permission = "self_report.list"},
                                                        [&database](const Call& call, const dto::SelfReportAt& query) {
                                                          return db::look(database, [&](db::Transaction& transaction) { return sheet(transaction, call, query.campaign, query.subject); });
                                                        });
  endpoints.add<dto::SelfReportSave, dto::SelfReportView>({.verb = Verb::Post, .path = "/api/self-reports", .operation = "self_report.save", .summary = "Keep a self-inspection report as a draft", .clauses = {"M-3.1c", "M-3.1d"}},
                                                          [&database](const Call& call, const dto::SelfReportSave& form) { return shown(database, call, save_report(database, party_of(call), form.campaign, form.subject, content_of(form.content))); });
  endpoints.add<dto::SelfReportOf, dto::SelfReportView>({.verb = Verb::Post, .path = "/api/self-reports/{id}/submit", .operation = "self_report.submit", .summary = "Hand in a self-inspection report", .clauses = {"M-3.1d"}, .permission = "self_report.save"},
                                                        [&database, tell](const Call& call, const dto::SelfReportOf& form) { return shown(database, call, submit_report(database, party_of(call, tell), form.id)); });
  endpoints.add<dto::SelfReportReceive, dto::SelfReportView>({.verb = Verb::Post, .path = "/api/self-reports/{id}/receive", .operation = "self_report.receive", .summary = "Confirm that a report was received, or give it back", .clauses = {"M-4.1.7"}},
                                                             [&database, tell](const Call& call, const dto::SelfReportReceive& form) { return shown(database, call, receive_report(database, party_of(call, tell), form.id, form.accept, form.reason.value_or(""))); });
  endpoints.add<dto::SelfReportFormOf, api::Download>({.verb = Verb::Get, .path = "/api/self-reports/{id}/form", .operation = "self_report.form", .summary = "Annex 3, filled, as PDF or Word", .clauses = {"A3-1a"}, .permission = "self_report.list"},
                                                      [&database](const Call& call, const dto::SelfReportFormOf& query) { return db::look(database, [&](db::Transaction& transaction) { return form_file(transaction, call, query); }); });
}

} // namespace ankao::inspection
