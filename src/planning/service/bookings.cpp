// SPDX-License-Identifier: Apache-2.0
#include "planning/service/bookings.hpp"

#include <algorithm>
#include <set>

#include "base/sm3.hpp"
#include "ledger/service/ledger.hpp"
#include "planning/rules/booking.hpp"
#include "planning/service/digest.hpp"
#include "planning/service/parameters.hpp"
#include "planning/service/told.hpp"
#include "planning/store/booking_past.hpp"
#include "registry/service/snapshot.hpp"

namespace ankao::planning {

namespace {

Result<void> require_own(const ledger::Actor& actor, const std::string& institution) {
  const auto scope = registry::scope_of(actor);
  if (scope.kind == "city" || (scope.kind == "institution" && scope.id == institution)) return {};
  return problem("planning.out_of_scope", {{"institution", institution}});
}

/// The register of the day, looked at once for many bookings.
class Register {
public:
  Register(db::Transaction& transaction, Date day)
      : snapshot_(registry::snapshot(transaction, day))
      , day_(day) {}

  const registry::InstitutionEntry* published(const std::string& id) const {
    for (const auto& one : snapshot_.institutions)
      if (one.record.id == id && one.standing == registry::Standing::Published) return &one;
    return nullptr;
  }

  const registry::Suspension* suspension(const std::string& institution) const {
    for (const auto& one : snapshot_.suspensions)
      if (one.subject == "institution:" + institution && one.from <= day_ && day_ <= one.to) return &one;
    return nullptr;
  }

private:
  registry::Snapshot snapshot_;
  Date day_;
};

void check_register(const World& world, const Register& reg, const BookingInput& input, std::vector<Problem>& faults) {
  const auto* institution = reg.published(input.institution);
  if (institution == nullptr) {
    faults.push_back(problem("planning.booking_institution_unknown", {{"value", input.institution}}, "institution"));
    return;
  }
  if (const auto* suspension = reg.suspension(input.institution))
    faults.push_back(problem("planning.booking_institution_suspended",
                             {{"value", institution->record.name}, {"to", to_string(suspension->to)}, {"clause", suspension->clause}},
                             "institution"));
  if (!world.subject_names.contains(input.subject)) {
    faults.push_back(problem("planning.booking_subject_unknown", {{"value", input.subject}}, "subject"));
    return;
  }
  const auto& trained = institution->record.projects;
  if (input.subject != k_theory && std::find(trained.begin(), trained.end(), input.subject) == trained.end())
    faults.push_back(
        problem("planning.booking_subject_not_trained",
                {{"value", input.subject}, {"subject", world.subject_names.at(input.subject)}, {"institution", institution->record.name}},
                "subject"));
}

Booking booking_of(const World& world, const BookingInput& input, const std::string& institution_name, Instant now) {
  Booking booking;
  booking.month = wanted_month(input);
  booking.class_id = input.class_id;
  booking.institution = input.institution;
  booking.institution_name = institution_name;
  booking.subject = input.subject;
  booking.kind = input.kind;
  booking.own_school = input.own_school;
  booking.class_opened = input.class_opened;
  booking.booked_at = now;
  booking.started = input.started;
  booking.planned_completed = input.planned_completed;
  booking.completed = input.completed;
  booking.not_before = input.not_before;
  booking.finish_by = input.finish_by;
  booking.regular_exam = input.regular_exam;
  // S-3.5 is a proposal, not a bar (G-17): it only stands in when the institution names no day itself and the day can still be met.
  if (input.kind == BookingKind::Retake && !input.finish_by && input.regular_exam) {
    const Date by = retake_by(law_of(world, *input.regular_exam), *input.regular_exam);
    if (by >= booking.month.first() && (!input.not_before || *input.not_before <= by)) booking.finish_by = by;
  }
  booking.candidates = input.candidates;
  // A retake is no new class: the three working days count for regular bookings.
  if (input.kind == BookingKind::Regular)
    booking.working_days_late = working_days_late(law_of(world, input.class_opened), world.calendar, input.class_opened, date_of(now)).value_or(0);
  if (booking.working_days_late > 0) booking.late_reason = input.late_reason;
  return booking;
}

/// Whether a booking is late is never guessed (G-63): deadlines.year_without_data until the year is entered.
void check_calendar(const World& world, const BookingInput& input, Date today, std::vector<Problem>& faults) {
  if (input.kind != BookingKind::Regular || working_days_late(law_of(world, input.class_opened), world.calendar, input.class_opened, today)) return;
  int year = input.class_opened.year();
  while (year < today.year() && world.calendar.working(make_date(year, 1, 1))) ++year;
  faults.push_back(problem("deadlines.year_without_data", {{"year", std::to_string(year)}}, "class_opened"));
}

/// Everything that can be wrong with one input; the booking when nothing is.
struct Checked {
  Booking booking;
  std::vector<Problem> faults;
};

Checked check(const World& world, const Register& reg, const BookingInput& input, Instant now) {
  Checked checked;
  const Date today = date_of(now);
  checked.faults = faults(input, today);
  check_register(world, reg, input, checked.faults);
  if (input.month && *input.month < month_of(today))
    checked.faults.push_back(problem("planning.booking_month_past", {{"value", to_string(*input.month)}}, "month"));
  if (checked.faults.empty()) check_calendar(world, input, today, checked.faults);
  if (!checked.faults.empty()) return checked;
  checked.booking = booking_of(world, input, reg.published(input.institution)->record.name, now);
  if (checked.booking.working_days_late > 0 && input.late_reason.empty())
    checked.faults.push_back(
        problem("planning.booking_late",
                {{"value", to_string(input.class_opened)}, {"days", std::to_string(checked.booking.working_days_late)}}, "late_reason"));
  return checked;
}

Problem refusal(std::vector<Problem> faults) {
  Problem all = problem("planning.booking_invalid", {{"count", std::to_string(faults.size())}});
  all.parts = std::move(faults);
  return all;
}

Problem doubled(const Booking& booking, const std::string& other) {
  return problem("planning.booking_doubled", {{"value", booking.class_id}, {"other", other}}, "class_id");
}

void record(db::Transaction& transaction, const Act& act, const char* action, const Booking* before, const Booking& after) {
  ledger::append(transaction,
                 {act.actor, act.at, action, "booking:" + after.id, before == nullptr ? "" : digest_of(*before), digest_of(after),
                  after.kind == BookingKind::Retake ? "S-3.5" : "S-4.2", before == nullptr ? after.late_reason : after.reason});
  put_past(transaction, {after.id, act.at, action, act.actor.name, act.actor.role, before == nullptr ? after.late_reason : after.reason,
                         before == nullptr ? std::nullopt : std::optional(*before)});
}

void note(db::Transaction& transaction, const Booking& booking, const char* what, Instant at) {
  insert_note(transaction, {booking.id, booking.institution, booking.institution_name, booking.month, what, at, booking.working_days_late,
                            what == std::string("booked_late") ? booking.late_reason : booking.reason});
}

/// Stands in a frozen plan that is on its way: the instance cannot be changed any more.
std::optional<Month> frozen_in(db::Transaction& transaction, const std::string& id) {
  const auto rows =
      transaction.query("SELECT p.month AS month FROM planning_batch b JOIN planning_plan p ON p.month = b.month AND p.version = b.version "
                        "WHERE b.id = $1 AND p.stage IN ('frozen', 'seeded', 'drawing', 'failed', 'drawn', 'submitted')",
                        {id});
  return rows.empty() ? std::nullopt : parse_month(rows.text(0, "month"));
}

} // namespace

Result<Booking> editable_booking(db::Transaction& transaction, const Act& act, const std::string& id, const std::string& reason) {
  const auto booking = find_booking(transaction, id);
  // What lies outside one's scope is as unknown as what does not exist.
  if (!booking || !require_own(act.actor, booking->institution).ok()) return problem("planning.booking_unknown", {{"value", id}});
  if (reason.empty()) return problem("planning.reason_missing", {}, "reason");
  if (booking->state != BookingState::Booked)
    return problem(booking->state == BookingState::Planned ? "planning.booking_planned" : "planning.booking_withdrawn", {{"value", id}});
  if (const auto month = frozen_in(transaction, id))
    return problem("planning.booking_frozen", {{"value", id}, {"month", to_string(*month)}});
  return *booking;
}

namespace {

std::vector<Problem> faults_of_edit(const Booking& booking, Date today) {
  std::vector<Problem> found;
  if (booking.candidates < 1 || booking.candidates > k_max_candidates)
    found.push_back(problem("planning.booking_candidates", {{"value", std::to_string(booking.candidates)}}, "candidates"));
  else if (booking.candidates < booking.placed)
    found.push_back(problem("planning.booking_candidates_placed",
                            {{"value", std::to_string(booking.candidates)}, {"placed", std::to_string(booking.placed)}}, "candidates"));
  if (booking.completed && *booking.completed > today)
    found.push_back(problem("planning.booking_completed_in_future", {{"value", to_string(*booking.completed)}}, "completed"));
  if (booking.completed && *booking.completed < booking.started)
    found.push_back(problem("planning.booking_completed_before_start", {{"value", to_string(*booking.completed)}}, "completed"));
  if (booking.not_before && booking.finish_by && *booking.finish_by < *booking.not_before)
    found.push_back(problem("planning.booking_window_empty", {{"value", to_string(*booking.finish_by)}}, "finish_by"));
  return found;
}

} // namespace

Result<Booking> create_booking(const World& world, const Act& act, const BookingInput& input) {
  if (const auto own = require_own(act.actor, input.institution); !own.ok()) return own.problem();
  return decide(world.database, [&](db::Transaction& transaction) -> Result<Booking> {
    world.live_calendar->refresh(transaction);
    const Register reg(transaction, act.today());
    auto checked = check(world, reg, input, act.at);
    if (!checked.faults.empty()) return refusal(std::move(checked.faults));
    if (input.kind == BookingKind::Regular)
      if (const auto other = same_booking(transaction, checked.booking)) return doubled(checked.booking, *other);
    checked.booking.id = booking_id(next_number(transaction, "booking"));
    insert_bookings(transaction, {checked.booking}, world.subject_names);
    record(transaction, act, "booking.create", nullptr, checked.booking);
    if (checked.booking.working_days_late > 0) note(transaction, checked.booking, "booked_late", act.at);
    tell_booked(transaction, act, checked.booking, reg.published(input.institution)->record.supervising_district);
    return checked.booking;
  });
}

Result<Booking> change_booking(const World& world, const Act& act, const BookingEdit& edit) {
  return decide(world.database, [&](db::Transaction& transaction) -> Result<Booking> {
    const auto found = editable_booking(transaction, act, edit.id, edit.reason);
    if (!found.ok()) return found.problem();
    if (found->version != edit.version) return problem("planning.booking_stale", {{"value", edit.id}});
    Booking changed = *found;
    if (edit.candidates) changed.candidates = *edit.candidates;
    if (edit.completed) changed.completed = edit.completed;
    if (edit.not_before) changed.not_before = edit.not_before;
    if (edit.finish_by) changed.finish_by = edit.finish_by;
    if (changed == *found) return problem("planning.booking_unchanged", {{"value", edit.id}});
    changed.reason = edit.reason;
    if (auto wrong = faults_of_edit(changed, act.today()); !wrong.empty()) return refusal(std::move(wrong));
    if (changed.waiting() == 0) changed.state = BookingState::Planned;
    if (!update_booking(transaction, changed)) return problem("planning.booking_stale", {{"value", edit.id}});
    ++changed.version;
    record(transaction, act, "booking.change", &*found, changed);
    note(transaction, changed, "changed", act.at);
    return changed;
  });
}

Result<Booking> withdraw_booking(const World& world, const Act& act, const std::string& id, const std::string& reason) {
  return decide(world.database, [&](db::Transaction& transaction) -> Result<Booking> {
    const auto found = editable_booking(transaction, act, id, reason);
    if (!found.ok()) return found.problem();
    Booking withdrawn = *found;
    withdrawn.state = BookingState::Withdrawn;
    withdrawn.reason = reason;
    if (!update_booking(transaction, withdrawn)) return problem("planning.booking_stale", {{"value", id}});
    ++withdrawn.version;
    record(transaction, act, "booking.withdraw", &*found, withdrawn);
    note(transaction, withdrawn, "withdrawn", act.at);
    tell_withdrawn(transaction, act, withdrawn);
    return withdrawn;
  });
}

Result<Booking> show_booking(const World& world, const ledger::Actor& actor, const std::string& id) {
  const auto found = look(world.database, [&](db::Transaction& transaction) { return find_booking(transaction, id); });
  if (!found || !require_own(actor, found->institution).ok()) return problem("planning.booking_unknown", {{"value", id}});
  return *found;
}

Result<BookingList> find_bookings(const World& world, const ledger::Actor& actor, BookingFilter filter) {
  const auto scope = registry::scope_of(actor);
  if (scope.kind == "institution") {
    if (!filter.institution.empty() && filter.institution != scope.id)
      return problem("planning.out_of_scope", {{"institution", filter.institution}});
    filter.institution = scope.id;
  } else if (scope.kind != "city") {
    return problem("planning.out_of_scope", {{"institution", filter.institution}});
  }
  return look(world.database, [&](db::Transaction& transaction) -> Result<BookingList> { return list_bookings(transaction, filter); });
}

namespace {

void check_row(db::Transaction& transaction, const World& world, const Act& act, const Register& reg, BookingRow& row, Booking& booking,
               std::set<std::string>& seen) {
  if (!row.faults.empty()) return;
  if (const auto own = require_own(act.actor, row.input.institution); !own.ok()) {
    row.faults.push_back(
        problem("planning.out_of_scope", {{"institution", row.input.institution}, {"value", row.input.institution}}, "institution"));
    return;
  }
  auto checked = check(world, reg, row.input, act.at);
  row.faults = std::move(checked.faults);
  booking = std::move(checked.booking);
  if (!row.faults.empty() || row.input.kind == BookingKind::Retake) return;
  const auto key = booking.institution + "|" + booking.class_id + "|" + booking.subject + (booking.own_school ? "|own" : "|");
  if (const auto other = same_booking(transaction, booking))
    row.faults.push_back(doubled(booking, *other));
  else if (!seen.insert(key).second)
    row.faults.push_back(problem("planning.booking_row_doubled", {{"value", booking.class_id}}, "class_id"));
}

} // namespace

BookingImport store_bookings(const World& world, const Act& act, std::vector<BookingRow> rows, bool dry_run) {
  const auto outcome = decide(world.database, [&](db::Transaction& transaction) -> Result<BookingImport> {
    BookingImport result;
    result.rows = static_cast<int>(rows.size());
    world.live_calendar->refresh(transaction);
    const Register reg(transaction, act.today());
    std::set<std::string> seen;
    std::vector<Booking> good;
    for (auto row : rows) {
      Booking booking;
      check_row(transaction, world, act, reg, row, booking, seen);
      if (booking.working_days_late > 0) ++result.late;
      if (row.faults.empty())
        good.push_back(std::move(booking));
      else
        result.bad.push_back(std::move(row));
    }
    if (dry_run || !result.bad.empty() || good.empty()) return result;
    auto number = next_number(transaction, "booking", static_cast<std::int64_t>(good.size()));
    for (auto& booking : good) booking.id = booking_id(number++);
    insert_bookings(transaction, good, world.subject_names);
    for (const auto& booking : good) {
      record(transaction, act, "booking.import", nullptr, booking);
      if (booking.working_days_late > 0) note(transaction, booking, "booked_late", act.at);
      tell_booked(transaction, act, booking, reg.published(booking.institution)->record.supervising_district);
    }
    result.stored = static_cast<int>(good.size());
    return result;
  });
  return *outcome;
}

void store_demo_bookings(db::Transaction& transaction, const World& world, const Act& act, std::vector<Booking>& bookings) {
  auto number = next_number(transaction, "booking", static_cast<std::int64_t>(bookings.size()));
  for (auto& booking : bookings) {
    booking.id = booking_id(number++);
    booking.demo = true;
  }
  insert_bookings(transaction, bookings, world.subject_names);
  std::string all;
  for (const auto& booking : bookings) {
    all += digest_of(booking);
    if (booking.working_days_late > 0) note(transaction, booking, "booked_late", booking.booked_at);
  }
  ledger::append(transaction, {act.actor, act.at, "demo.bookings", "bookings:demo", "", to_hex(sm3(all)), "S-4.2", "演示数据"});
}

std::vector<Problem> warnings(const World& world, const Booking& booking) {
  std::vector<Problem> found;
  if (booking.working_days_late > 0)
    found.push_back(problem("planning.warning_late", {{"days", std::to_string(booking.working_days_late)}}));
  if (booking.kind == BookingKind::Retake && booking.regular_exam) {
    const Date by = retake_by(law_of(world, *booking.regular_exam), *booking.regular_exam);
    if (booking.month.last() > by && booking.month.first() > by)
      found.push_back(problem("planning.warning_retake_late", {{"by", to_string(by)}}));
  }
  if (!booking.completed && booking.state == BookingState::Booked) found.push_back(problem("planning.warning_not_completed", {}));
  if (booking.carried > 0) found.push_back(problem("planning.warning_carried", {{"months", std::to_string(booking.carried)}}));
  return found;
}

} // namespace ankao::planning
