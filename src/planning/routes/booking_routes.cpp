// SPDX-License-Identifier: Apache-2.0
#include "api/endpoints.hpp"
#include "api/imports/import.hpp"
#include "lists/routes/add.hpp"
#include "planning/files/booking_sheet.hpp"
#include "planning/routes/booking_why.hpp"
#include "planning/routes/exports.hpp"
#include "planning/routes/lists.hpp"
#include "planning/routes/parts.hpp"
#include "planning/service/bookings.hpp"
#include "registry/service/snapshot.hpp"

namespace ankao::planning {

using ::ankao::api::Access;
using ::ankao::api::Call;
using ::ankao::api::Download;
using ::ankao::api::Endpoints;
using ::ankao::api::None;
using ::ankao::api::Spec;
using ::ankao::api::Upload;
using ::ankao::api::Verb;
namespace imports = ::ankao::api::imports;

namespace {

Spec spec(Verb verb, const char* path, const char* operation, const char* summary, std::vector<std::string> clauses,
          const char* permission = "") {
  Spec out;
  out.verb = verb;
  out.path = path;
  out.operation = operation;
  out.access = Access::Permission;
  out.summary = summary;
  out.clauses = std::move(clauses);
  out.permission = permission;
  return out;
}

Act act_of(const Call& call) { return {call.caller.actor(), call.now}; }

std::string own_institution(const Call& call) { return call.caller.scope_kind == "institution" ? call.caller.scope_id : ""; }

BookingFilter filter_of(const dto::BookingsQuery& q, const lists::Window& window) {
  BookingFilter filter;
  filter.month = q.month;
  filter.q = q.q;
  filter.institution = q.institution;
  filter.subject = q.subject;
  filter.kind = q.kind;
  filter.state = q.state;
  filter.late = q.late;
  filter.completed = q.completed;
  filter.order = window.order;
  filter.limit = window.limit;
  filter.offset = window.offset;
  return filter;
}

BookingInput input_of(const Call& call, const dto::BookingBody& body) {
  BookingInput input;
  input.month = body.month;
  input.institution = body.institution.value_or(own_institution(call));
  input.class_id = body.class_id;
  input.subject = body.subject;
  input.kind = body.kind.value_or(BookingKind::Regular);
  input.own_school = body.own_school.value_or(false);
  input.class_opened = body.class_opened;
  input.started = body.started;
  input.planned_completed = body.planned_completed;
  input.completed = body.completed;
  input.not_before = body.not_before;
  input.finish_by = body.finish_by;
  input.regular_exam = body.regular_exam;
  input.candidates = body.candidates;
  input.late_reason = body.late_reason.value_or("");
  return input;
}

void add_reads(Endpoints& endpoints, const World& world) {
  lists::add<dto::BookingsQuery, dto::BookingsPage>(
      endpoints, world.database, booking_list(), spec(Verb::Get, "/api/bookings", "booking.list", "Bookings within the caller's scope", {"S-2.2", "S-4.2"}), "booking.export",
      [&world](const Call& call, const dto::BookingsQuery& query, const lists::Window& window) -> Result<dto::BookingsPage> {
        const auto list = find_bookings(world, call.caller.actor(), filter_of(query, window));
        if (!list.ok()) return list.problem();
        dto::BookingsPage page{list->total, query.page, query.size, list->candidates, {}};
        for (const auto& one : list->items) page.items.push_back(booking_item(world, one, call.language));
        return page;
      });
  endpoints.add<dto::BookingOf, law::Why>(
      spec(Verb::Get, "/api/bookings/{id}/why", "booking.why", "Why a booking counts as late, or as in time", {"S-4.2", "C-4.2.2", "G-63"}, "booking.list"),
      [&world](const Call& call, const dto::BookingOf& query) -> Result<law::Why> {
        const auto booking = show_booking(world, call.caller.actor(), query.id);
        if (!booking.ok()) return booking.problem();
        return look(world.database, [&](db::Transaction& transaction) { return booking_why(transaction, *booking); });
      });
}

void add_changes(Endpoints& endpoints, const World& world) {
  endpoints.add<dto::BookingBody, dto::BookingItem>(
      spec(Verb::Post, "/api/bookings", "booking.create", "Book an examination for a class", {"S-4.2", "G-63"}),
      [&world](const Call& call, const dto::BookingBody& body) -> Result<dto::BookingItem> {
        const auto made = create_booking(world, act_of(call), input_of(call, body));
        if (!made.ok()) return made.problem();
        return booking_item(world, *made, call.language);
      });
  endpoints.add<dto::BookingChange, dto::BookingItem>(
      spec(Verb::Put, "/api/bookings/{id}", "booking.change", "Actual completion, candidates, dates of a booking", {"G-18", "S-3.7"},
           "booking.create"),
      [&world](const Call& call, const dto::BookingChange& body) -> Result<dto::BookingItem> {
        const auto made = change_booking(
            world, act_of(call), {body.id, body.version, body.reason, body.candidates, body.completed, body.not_before, body.finish_by});
        if (!made.ok()) return made.problem();
        return booking_item(world, *made, call.language);
      });
  endpoints.add<dto::BookingWithdrawal, dto::BookingItem>(
      spec(Verb::Post, "/api/bookings/{id}/withdraw", "booking.withdraw", "Withdraw a booking with its reason", {"S-4.2"}),
      [&world](const Call& call, const dto::BookingWithdrawal& body) -> Result<dto::BookingItem> {
        const auto made = withdraw_booking(world, act_of(call), body.id, body.reason);
        if (!made.ok()) return made.problem();
        return booking_item(world, *made, call.language);
      });
}

SheetNames sheet_names(const World& world, const Call& call) {
  SheetNames names;
  names.own = own_institution(call);
  for (const auto& [id, name] : world.subject_names) {
    const auto english = world.subject_english.find(id);
    names.subjects.push_back({id, name, english == world.subject_english.end() ? id : english->second, {}});
  }
  const auto snapshot =
      look(world.database, [&](db::Transaction& transaction) { return registry::snapshot(transaction, date_of(call.now)); });
  for (const auto& one : snapshot.institutions) names.institutions.push_back({one.record.id, one.record.name, one.record.name, one.record.aliases});
  return names;
}

std::string late_remark(int late, problems::Language language) {
  const std::string count = std::to_string(late);
  return language == problems::Language::English ? count + " of them late, kept with their reason" : "其中逾期 " + count + " 行，按逾期说明登记";
}

Result<imports::ImportAnswer> import_bookings(const World& world, const Call& call, const Upload& upload, bool dry_run) {
  const SheetNames names = sheet_names(world, call);
  const auto rows = read_bookings(upload.bytes, names);
  if (!rows.ok()) return rows.problem();
  const BookingImport result = store_bookings(world, act_of(call), *rows, dry_run);
  imports::ImportAnswer answer = imports::answer_for(upload, dry_run);
  answer.rows = result.rows;
  answer.added = result.rows - static_cast<int>(result.bad.size());
  answer.stored = result.stored > 0;
  if (result.late > 0) answer.remarks.push_back(late_remark(result.late, call.language));
  const tables::Form form = booking_form(names);
  for (const auto& row : result.bad) imports::add_faults(answer.errors, form, row.row, row.faults, call.language);
  return answer;
}

/// Whose template it is decides what there is to choose from.
Result<Download> booking_template(const World& world, const Call& call) {
  SheetNames names = sheet_names(world, call);
  if (!names.own.empty()) std::erase_if(names.institutions, [&](const tables::Choice& one) { return one.value != names.own; });
  return imports::template_file(booking_form(names), "考试预约模板", call.language);
}

void add_import(Endpoints& endpoints, const World& world) {
  endpoints.add<None, Download>(spec(Verb::Get, "/api/bookings/template", "booking.template", "Empty table to fill in", {"S-4.2"}, "booking.import"),
                                [&world](const Call& call, const None&) { return booking_template(world, call); });
  const Spec importing = spec(Verb::Post, "/api/bookings/import", "booking.import", "Bookings from a table file; nothing is stored when a row is wrong", {"S-4.2"});
  endpoints.add<Upload, imports::ImportAnswer>(importing, [&world](const Call& call, const Upload& upload) -> Result<imports::ImportAnswer> {
    const auto dry_run = imports::dry_run_of(upload);
    if (!dry_run.ok()) return dry_run.problem();
    return import_bookings(world, call, upload, *dry_run);
  });
  imports::add_marked<imports::ImportAnswer>(endpoints, importing, [&world](const Call& call, const Upload& upload) { return import_bookings(world, call, upload, true); });
}

} // namespace

void add_booking_routes(Endpoints& endpoints, const World& world) {
  add_reads(endpoints, world);
  add_changes(endpoints, world);
  add_import(endpoints, world);
}

} // namespace ankao::planning
