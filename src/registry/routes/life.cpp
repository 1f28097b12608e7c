// SPDX-License-Identifier: Apache-2.0
// Written reports, their verification and publication (P-1.2), edits of institutions, suspensions.
#include "lists/routes/add.hpp"
#include "registry/routes/lists.hpp"
#include "registry/routes/parts.hpp"
#include "registry/service/institutions.hpp"
#include "registry/service/suspensions.hpp"

namespace ankao::registry::routes {
namespace {

using api::Access;
using api::Call;
using api::Verb;

InstitutionRecord record_of(const InstitutionRecordInput& input) {
  InstitutionRecord record;
  record.name = input.name;
  record.aliases = input.aliases.value_or(std::vector<std::string>{});
  record.supervising_district = input.district;
  for (const AddressInput& address : input.addresses) record.addresses.push_back({address.text, address.district, false});
  record.contacts = input.contacts;
  record.telephones = input.telephones;
  record.projects = input.projects;
  record.scopes = input.scopes;
  record.credit_code = input.credit_code.value_or("");
  return record;
}

Result<ReportView> viewed(const Result<Report>& report) {
  if (!report.ok()) return report.problem();
  return view_of(*report);
}

Result<ReportPage> reports(const Shared& shared, const Call& call, const ReportQuery& query, const lists::Window& window) {
  const ReportFilter filter{query.q, query.state, query.kind, query.institution, {}, window.order, window.limit, window.offset};
  const ReportsFound found = list_reports(shared.database, viewer_of(call), filter);
  ReportPage page{found.total, query.page, query.size, {}};
  for (const Report& report : found.items) page.items.push_back(view_of(report));
  return page;
}

Result<SuspensionPage> suspensions(const Shared& shared, const Call& call, const SuspensionQuery& query, const lists::Window& window) {
  const auto on = day_of(query.on, "/on");
  if (!on.ok()) return on.problem();
  SuspensionFilter filter;
  filter.q = query.q;
  filter.subject = query.subject;
  filter.on = *on;
  filter.order = window.order;
  filter.limit = window.limit;
  filter.offset = window.offset;
  const SuspensionsFound found = list_suspensions(shared.database, viewer_of(call), filter);
  SuspensionPage page{found.total, query.page, query.size, {}};
  for (const RecordedSuspension& one : found.items) page.items.push_back(view_of(one, date_of(call.now)));
  return page;
}

Result<SuspensionView> suspend(const Shared& shared, const Call& call, const SuspensionInput& input) {
  const auto from = parse_date(input.from);
  if (!from) return problem("register.date", {{"value", input.from}}, "/from");
  const auto to = parse_date(input.to);
  if (!to) return problem("register.date", {{"value", input.to}}, "/to");
  const auto recorded = record_suspension(shared.database, act_of(call), {{}, input.subject, *from, *to, input.clause, input.reason});
  if (!recorded.ok()) return recorded.problem();
  shared.changed();
  return view_of(*recorded, date_of(call.now));
}

Result<InstitutionDetail> edit(const Shared& shared, const Call& call, const InstitutionEdit& input) {
  InstitutionChanges changes;
  changes.school = input.school;
  changes.credit_code = input.credit_code;
  changes.place = place_in(input.place);
  changes.remove_place = input.remove_place.value_or(false);
  changes.district = input.district;
  changes.confirmed_addresses = input.confirmed_addresses;
  changes.resolved_flags = input.resolved_flags.value_or(std::vector<std::string>{});
  const auto edited = edit_institution(shared.database, act_of(call), {input.id, input.version, input.reason}, changes);
  if (!edited.ok()) return edited.problem();
  shared.changed();
  return shown_institution(shared, call, input.id);
}

void add_reports(api::Endpoints& endpoints, const SharedPtr& shared) {
  lists::add<ReportQuery, ReportPage>(
      endpoints, shared->database, report_list(),
      {.verb = Verb::Get, .path = "/api/registry/reports", .operation = "report.list", .access = Access::SignedIn, .summary = "Written reports within the caller's scope", .clauses = {"P-1.2a"}},
      "report.export", [shared](const Call& call, const ReportQuery& query, const lists::Window& window) { return reports(*shared, call, query, window); });
  endpoints.add<ReportInput, ReportView>({.verb = Verb::Post,
                                          .path = "/api/registry/reports",
                                          .operation = "institution.report",
                                          .summary = "Report an institution, a change or its end in writing",
                                          .clauses = {"P-1.2a", "P-1.2c"}},
                                         [shared](const Call& call, const ReportInput& input) {
                                           ReportDraft draft{input.kind, input.institution.value_or(""), {}, input.reason};
                                           if (input.record) draft.record = record_of(*input.record);
                                           return viewed(submit_report(shared->database, act_of(call), draft));
                                         });
  endpoints.add<Verification, ReportView>({.verb = Verb::Post,
                                           .path = "/api/registry/reports/{id}/verify",
                                           .operation = "institution.verify",
                                           .summary = "Verify or return a report",
                                           .clauses = {"P-1.2b"}},
                                          [shared](const Call& call, const Verification& input) {
                                            return viewed(verify_report(shared->database, act_of(call), input.id,
                                                                        input.accept ? Verdict::Accept : Verdict::Return,
                                                                        input.reason.value_or("")));
                                          });
  endpoints.add<Publication, ReportView>({.verb = Verb::Post,
                                          .path = "/api/registry/reports/{id}/publish",
                                          .operation = "institution.publish",
                                          .summary = "Publish a verified report",
                                          .clauses = {"P-1.2b"}},
                                         [shared](const Call& call, const Publication& input) -> Result<ReportView> {
                                           const auto day = wanted_day(input.effective_date);
                                           if (!day.ok()) return day.problem();
                                           const auto published =
                                               publish_report(shared->database, act_of(call), input.id, *day, input.reason.value_or(""));
                                           if (published.ok()) shared->changed();
                                           return viewed(published);
                                         });
}

} // namespace

void add_life(api::Endpoints& endpoints, const SharedPtr& shared) {
  add_reports(endpoints, shared);
  endpoints.add<IdQuery, History>(
      {.verb = Verb::Get,
       .path = "/api/registry/institutions/{id}/history",
       .operation = "institution.history",
       .access = Access::SignedIn,
       .summary = "Every version of an institution with what it changed",
       .clauses = {"P-1.2b"}},
      [shared](const Call& call, const IdQuery& query) -> Result<History> {
        const auto card = show_institution(shared->database, viewer_of(call), query.id, date_of(call.now));
        if (!card.ok()) return card.problem();
        if (!card->inside)
          return problem("register.out_of_scope", {{"scope", call.caller.actor().scope}, {"subject", "institution:" + query.id}});
        return history_of(*card);
      });
  endpoints.add<InstitutionEdit, InstitutionDetail>(
      {.verb = Verb::Put,
       .path = "/api/registry/institutions/{id}",
       .operation = "institution.edit",
       .summary = "Enter what the notice does not print of an institution",
       .clauses = {"A6-F9"},
       .permission = "institution.change"},
      [shared](const Call& call, const InstitutionEdit& input) { return edit(*shared, call, input); });
  lists::add<SuspensionQuery, SuspensionPage>(
      endpoints, shared->database, suspension_list(),
      {.verb = Verb::Get,
       .path = "/api/registry/suspensions",
       .operation = "suspension.list",
       .access = Access::SignedIn,
       .summary = "Suspensions within the caller's scope",
       .clauses = {"P-3.2"}},
      "suspension.export", [shared](const Call& call, const SuspensionQuery& query, const lists::Window& window) { return suspensions(*shared, call, query, window); });
  endpoints.add<SuspensionInput, SuspensionView>(
      {.verb = Verb::Post,
       .path = "/api/registry/suspensions",
       .operation = "suspension.record",
       .summary = "Record a suspension",
       .clauses = {"P-3.2", "C-1a"}},
      [shared](const Call& call, const SuspensionInput& input) { return suspend(*shared, call, input); });
}

} // namespace ankao::registry::routes
