// SPDX-License-Identifier: Apache-2.0
// Exam organisations of districts (G-09): list, page, entry, change, end.
#include "db/use_case.hpp"
#include "lists/routes/add.hpp"
#include "registry/routes/lists.hpp"
#include "registry/routes/organisations_api.hpp"
#include "registry/routes/parts.hpp"
#include "registry/service/choices.hpp"
#include "registry/service/organisations.hpp"

namespace ankao::registry::routes {
namespace {

using api::Call;
using api::Verb;
using lists::FilterKind;
using lists::Kind;

std::string state_of(const OrganisationRecord& record, Date today) { return record.stands_on(today) ? "standing" : today < record.from ? "coming" : "ended"; }

OrganisationRow row_of(const Organisation& one, const Call& call) {
  const OrganisationRecord& r = one.record;
  return {r.id, r.name, r.district, name_in(call.language, r.district), r.address, r.contact, masked(r.telephone), r.from, r.until, state_of(r, date_of(call.now)), one.version};
}

Result<OrganisationPage> page(db::Transaction& transaction, const Call& call, const OrganisationQuery& query, const lists::Window& window) {
  OrganisationPage out;
  const auto reach = organisations_reach(call.caller.actor());
  if (!reach) return out;
  const auto found = find_organisations(transaction, {query.q, query.district, *reach, query.state, date_of(call.now), window.order, window.limit, window.offset});
  out.total = found.total;
  for (const Organisation& one : found.items) out.items.push_back(row_of(one, call));
  return out;
}

/// What lies outside one's reach is as unknown as what does not exist.
Result<OrganisationView> show(db::Transaction& transaction, const Call& call, const std::string& id) {
  const auto found = organisation_in(transaction, id);
  if (!found || !may_see(call.caller.actor(), found->record)) return problem("register.entry_unknown", {{"id", id.substr(0, 40)}});
  OrganisationView out;
  out.organisation = row_of(*found, call);
  out.organisation.telephone = found->record.telephone;
  out.may_change = call.caller.can("organisation.change") && out.organisation.state != "ended";
  out.may_end = call.caller.can("organisation.end");
  nlohmann::json before;
  for (const Version& v : organisation_history(transaction, id)) {
    OrganisationStep step{v.version, v.step, v.recorded_at, v.person, v.account, v.role, v.reason, v.clause, v.event, {}};
    for (const Difference& one : differences(before, v.record)) step.changed.push_back({one.field, one.before, one.after});
    before = v.record;
    out.time_line.push_back(std::move(step));
  }
  return out;
}

Result<OrganisationView> shown(db::Database& database, const Call& call, const Result<Organisation>& done) {
  if (!done.ok()) return done.problem();
  return db::look(database, [&](db::Transaction& transaction) { return show(transaction, call, done->record.id); });
}

lists::Options states() { return lists::options({{"standing", {"在设", "standing"}}, {"coming", {"未开始", "to come"}}, {"ended", {"已撤销", "dissolved"}}}); }

} // namespace

const lists::List& organisation_list() {
  static const lists::List list{
      .id = "organisations",
      .name = {"区考试机构", "District exam organisations"},
      .columns = {{.key = "name", .heading = {"机构名称", "Organisation"}, .width = 26, .sort = "o.name"},
                  {.key = "id", .heading = {"编号", "Number"}, .width = 9, .sort = "o.id"},
                  {.key = "district_name", .heading = {"区域", "District"}, .width = 12, .sort = "o.district"},
                  {.key = "state", .heading = {"状态", "Status"}, .kind = Kind::Code, .width = 11, .codes = states()},
                  {.key = "from", .heading = {"设立", "From"}, .kind = Kind::Day, .width = 17, .sort = "o.from_day"},
                  {.key = "until", .heading = {"最后一日", "Last day"}, .kind = Kind::Day, .width = 17, .sort = "o.until_day"},
                  {.key = "address", .heading = {"地址", "Address"}, .width = 22},
                  {.key = "contact", .heading = {"联系人", "Contact"}, .width = 10, .personal = true},
                  {.key = "telephone", .heading = {"联系电话", "Telephone"}, .width = 16, .personal = true},
                  {.key = "version", .heading = {"版本", "Version"}, .kind = Kind::Number, .width = 8, .hidden = true}},
      .filters = {{.name = "q", .label = {"关键词", "Keyword"}, .hint = {"名称、编号、地址", "Name, number, address"}},
                  {.name = "state", .label = {"状态", "Status"}, .kind = FilterKind::Choice, .options = states()},
                  {.name = "district", .label = {"区域", "District"}, .kind = FilterKind::Choice, .options = district_options()}},
      .tie = "o.id",
      .sort = "id"};
  return list;
}

void add_organisations(api::Endpoints& endpoints, const SharedPtr& shared) {
  lists::add<OrganisationQuery, OrganisationPage>(endpoints, shared->database, organisation_list(),
                                                  {.verb = Verb::Get, .path = "/api/registry/organisations", .operation = "organisation.list", .summary = "Exam organisations of districts within the caller's scope", .clauses = {"G-09"}},
                                                  "organisation.export", [shared](const Call& call, const OrganisationQuery& query, const lists::Window& window) { return page(*shared->database.begin(db::Mode::Read), call, query, window); });
  endpoints.add<OrganisationOf, OrganisationView>(
      {.verb = Verb::Get, .path = "/api/registry/organisations/{id}", .operation = "organisation.show", .summary = "A district's exam organisation with every change of it", .clauses = {"G-09"}, .permission = "organisation.list"},
      [shared](const Call& call, const OrganisationOf& query) { return db::look(shared->database, [&](db::Transaction& transaction) { return show(transaction, call, query.id); }); });
  endpoints.add<OrganisationNew, OrganisationView>({.verb = Verb::Post, .path = "/api/registry/organisations", .operation = "organisation.enter", .summary = "Enter the exam organisation of a district", .clauses = {"G-09"}},
                                                   [shared](const Call& call, const OrganisationNew& in) {
                                                     const OrganisationForm form{in.name, in.district, in.address, in.contact, in.telephone, in.from};
                                                     return shown(shared->database, call, db::decide(shared->database, [&](db::Transaction& transaction) { return enter_organisation(transaction, act_of(call), form); }));
                                                   });
  endpoints.add<OrganisationChange, OrganisationView>({.verb = Verb::Put, .path = "/api/registry/organisations/{id}", .operation = "organisation.change", .summary = "Change what is registered of a district's exam organisation", .clauses = {"G-09"}},
                                                      [shared](const Call& call, const OrganisationChange& in) {
                                                        const OrganisationForm form{in.name, "", in.address, in.contact, in.telephone, in.from};
                                                        return shown(shared->database, call, db::decide(shared->database, [&](db::Transaction& transaction) { return change_organisation(transaction, act_of(call), in.id, in.version, form, in.reason); }));
                                                      });
  endpoints.add<OrganisationEnd, OrganisationView>({.verb = Verb::Post, .path = "/api/registry/organisations/{id}/end", .operation = "organisation.end", .summary = "Record the last day of a district's exam organisation", .clauses = {"G-09"}},
                                                   [shared](const Call& call, const OrganisationEnd& in) {
                                                     return shown(shared->database, call, db::decide(shared->database, [&](db::Transaction& transaction) { return end_organisation(transaction, act_of(call), in.id, in.version, in.until, in.reason); }));
                                                   });
}

} // namespace ankao::registry::routes
