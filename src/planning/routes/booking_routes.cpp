// SPDX-License-Identifier: Apache-2.0
#include "api/endpoints.hpp"
#include "planning/files/booking_sheet.hpp"
#include "planning/routes/booking_why.hpp"
#include "planning/routes/exports.hpp"
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

BookingFilter filter_of(const dto::BookingsQuery& q) {
  BookingFilter filter;
  filter.month = q.month;
  filter.q = q.q;
  filter.institution = q.institution;
  filter.subject = q.subject;
  filter.kind = q.kind;
  filter.state = q.state;
  filter.late = q.late;
  filter.completed = q.completed;
  filter.sort = q.sort;
  filter.page = q.page;
  filter.size = q.size;
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
  endpoints.add<dto::BookingsQuery, dto::BookingsPage>(
      spec(Verb::Get, "/api/bookings", "booking.list", "Bookings within the caller's scope", {"S-2.2", "S-4.2"}),
      [&world](const Call& call, const dto::BookingsQuery& query) -> Result<dto::BookingsPage> {
        if (const auto fine = check_page(query.page, query.size); !fine.ok()) return fine.problem();
        const auto list = find_bookings(world, call.caller.actor(), filter_of(query));
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
  endpoints.add<dto::BookingsQuery, Download>(
      spec(Verb::Get, "/api/bookings/export", "booking.export", "The same bookings as a table file", {"S-2.2"}, "booking.list"),
      [&world](const Call& call, const dto::BookingsQuery& query) -> Result<Download> {
        const auto csv = wants_csv(query.format);
        if (!csv.ok()) return csv.problem();
        auto filter = filter_of(query);
        filter.page = 1;
        filter.size = 100'000;
        const auto list = find_bookings(world, call.caller.actor(), filter);
        if (!list.ok()) return list.problem();
        auto bytes = write_bookings(list->items, world.subject_names, *csv);
        if (!bytes.ok()) return bytes.problem();
        return download("考试预约" + (query.month ? "-" + to_string(*query.month) : std::string()), *csv, std::move(bytes).value());
      });
  endpoints.add<None, Download>(
      spec(Verb::Get, "/api/bookings/template", "booking.template", "Empty table to fill in", {"S-4.2"}, "booking.import"),
      [](const Call&, const None&) -> Result<Download> {
        auto bytes = booking_template();
        if (!bytes.ok()) return bytes.problem();
        return download("考试预约模板", false, std::move(bytes).value());
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
    names.subjects[id] = id;
    names.subjects[name] = id;
  }
  const auto snapshot =
      look(world.database, [&](db::Transaction& transaction) { return registry::snapshot(transaction, date_of(call.now)); });
  for (const auto& one : snapshot.institutions) {
    for (const auto& alias : one.record.aliases) names.institutions.emplace(alias, one.record.id);
    names.institutions[one.record.name] = one.record.id;
    names.institutions[one.record.id] = one.record.id;
  }
  return names;
}

dto::ImportReport report_of(const BookingImport& result, bool dry_run, problems::Language language) {
  dto::ImportReport report{dry_run, result.rows, result.rows - static_cast<int>(result.bad.size()), result.stored, result.late, {}};
  for (const auto& row : result.bad)
    for (const auto& fault : row.faults) {
      const auto text = problems::Catalogue::shipped().text(fault, language);
      std::string value;
      for (const auto& detail : fault.details)
        if (detail.name == "value") value = detail.value;
      report.errors.push_back({row.row, heading_of(fault.at), value, fault.id, text.title, text.remedy});
    }
  return report;
}

void add_import(Endpoints& endpoints, const World& world) {
  endpoints.add<Upload, dto::ImportReport>(spec(Verb::Post, "/api/bookings/import", "booking.import",
                                                "Bookings from a table file; nothing is stored when a row is wrong", {"S-4.2"}),
                                           [&world](const Call& call, const Upload& upload) -> Result<dto::ImportReport> {
                                             const auto rows = read_bookings(upload.bytes, sheet_names(world, call));
                                             if (!rows.ok()) return rows.problem();
                                             const bool dry_run = upload.field("dry_run").value_or("false") == "true";
                                             return report_of(store_bookings(world, act_of(call), *rows, dry_run), dry_run, call.language);
                                           });
}

} // namespace

void add_booking_routes(Endpoints& endpoints, const World& world) {
  add_reads(endpoints, world);
  add_changes(endpoints, world);
  add_import(endpoints, world);
}

} // namespace ankao::planning
