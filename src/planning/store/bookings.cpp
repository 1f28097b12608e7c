// SPDX-License-Identifier: Apache-2.0
#include <cstdio>
#include <map>

#include "base/ensure.hpp"
#include "db/columns.hpp"
#include "db/conditions.hpp"
#include "planning/store/bookings.hpp"

namespace ankao::planning {

namespace {

Date date_in(const db::Rows& rows, std::size_t row, std::string_view column) {
  const auto date = parse_date(rows.text(row, column));
  ensure(date.has_value(), "a stored date is a date");
  return *date;
}

Month month_in(const db::Rows& rows, std::size_t row, std::string_view column) {
  const auto month = parse_month(rows.text(row, column));
  ensure(month.has_value(), "a stored month is a month");
  return *month;
}

int whole(const db::Rows& rows, std::size_t row, std::string_view column) { return static_cast<int>(rows.integer(row, column)); }

Booking booking_in(const db::Rows& rows, std::size_t row) {
  Booking booking;
  booking.id = rows.text(row, "id");
  booking.month = month_in(rows, row, "month");
  booking.class_id = rows.text(row, "class");
  booking.institution = rows.text(row, "institution");
  booking.institution_name = rows.text(row, "institution_name");
  booking.subject = rows.text(row, "subject");
  booking.kind = booking_kind(rows.text(row, "kind")).value_or(BookingKind::Regular);
  booking.own_school = rows.integer(row, "own_school") != 0;
  booking.class_opened = date_in(rows, row, "class_opened");
  booking.booked_at = {rows.integer(row, "booked_at")};
  booking.working_days_late = whole(rows, row, "days_late");
  booking.late_reason = rows.text(row, "late_reason");
  booking.started = date_in(rows, row, "started");
  booking.planned_completed = date_in(rows, row, "planned_completed");
  booking.completed = db::day_in(rows, row, "completed");
  booking.not_before = db::day_in(rows, row, "not_before");
  booking.finish_by = db::day_in(rows, row, "finish_by");
  booking.regular_exam = db::day_in(rows, row, "regular_exam");
  booking.carried = whole(rows, row, "carried");
  booking.candidates = whole(rows, row, "candidates");
  booking.placed = whole(rows, row, "placed");
  booking.state = booking_state(rows.text(row, "state")).value_or(BookingState::Booked);
  booking.reason = rows.text(row, "reason");
  booking.demo = rows.integer(row, "demo") != 0;
  booking.version = whole(rows, row, "version");
  return booking;
}

const std::vector<std::string> k_columns{"id",         "month",        "class",       "institution",  "institution_name",
                                         "subject",    "subject_name", "kind",        "own_school",   "class_opened",
                                         "booked_at",  "days_late",    "late_reason", "started",      "planned_completed",
                                         "completed",  "not_before",   "finish_by",   "regular_exam", "carried",
                                         "candidates", "placed",       "state",       "reason",       "demo",
                                         "version",    "search"};

db::Values values_of(const Booking& b, const std::string& subject_name) {
  return {b.id,
          to_string(b.month),
          b.class_id,
          b.institution,
          b.institution_name,
          b.subject,
          subject_name,
          std::string(name_of(b.kind)),
          std::int64_t{b.own_school},
          to_string(b.class_opened),
          b.booked_at.ms,
          std::int64_t{b.working_days_late},
          b.late_reason,
          to_string(b.started),
          to_string(b.planned_completed),
          db::day(b.completed),
          db::day(b.not_before),
          db::day(b.finish_by),
          db::day(b.regular_exam),
          std::int64_t{b.carried},
          std::int64_t{b.candidates},
          std::int64_t{b.placed},
          std::string(name_of(b.state)),
          b.reason,
          std::int64_t{b.demo},
          std::int64_t{b.version},
          db::lower_case(b.id + " " + b.class_id + " " + b.institution + " " + b.institution_name + " " + b.subject + " " + subject_name)};
}

db::Conditions conditions(const BookingFilter& filter) {
  db::Conditions where;
  if (filter.month) where.equals("month", to_string(*filter.month));
  where.equals("institution", filter.institution).equals("subject", filter.subject).equals("kind", filter.kind).equals("state", filter.state);
  if (filter.late) where.add(*filter.late ? "days_late > 0" : "days_late = 0");
  if (filter.completed) where.add(*filter.completed ? "completed IS NOT NULL" : "completed IS NULL");
  where.contains_words("search", filter.q);
  return where;
}

} // namespace

std::int64_t next_number(db::Transaction& transaction, const std::string& name, std::int64_t count) {
  const auto rows = transaction.query("INSERT INTO planning_counter (name, value) VALUES ($1, $2) "
                                      "ON CONFLICT (name) DO UPDATE SET value = planning_counter.value + $2 RETURNING value",
                                      {name, count});
  return rows.integer(0, "value") - count + 1;
}

std::string booking_id(std::int64_t number) {
  char text[24];
  std::snprintf(text, sizeof text, "B-%06lld", static_cast<long long>(number));
  return text;
}

void insert_bookings(db::Transaction& transaction, const std::vector<Booking>& bookings,
                     const std::map<std::string, std::string>& subject_names) {
  std::vector<db::Values> rows;
  rows.reserve(bookings.size());
  for (const auto& booking : bookings) {
    const auto name = subject_names.find(booking.subject);
    rows.push_back(values_of(booking, name == subject_names.end() ? booking.subject : name->second));
  }
  transaction.insert_many("planning_booking", k_columns, rows);
}

bool update_booking(db::Transaction& transaction, const Booking& b) {
  return transaction.execute(
             "UPDATE planning_booking SET month = $1, completed = $2, not_before = $3, finish_by = $4, carried = $5, candidates = $6, "
             "placed = $7, state = $8, reason = $9, version = version + 1 WHERE id = $10 AND version = $11",
             {to_string(b.month), db::day(b.completed), db::day(b.not_before), db::day(b.finish_by), std::int64_t{b.carried},
              std::int64_t{b.candidates}, std::int64_t{b.placed}, std::string(name_of(b.state)), b.reason, b.id,
              std::int64_t{b.version}}) == 1;
}

std::optional<Booking> find_booking(db::Transaction& transaction, const std::string& id) {
  const auto rows = transaction.query("SELECT * FROM planning_booking WHERE id = $1", {id});
  if (rows.empty()) return std::nullopt;
  return booking_in(rows, 0);
}

std::vector<Booking> waiting_bookings(db::Transaction& transaction, Month month) {
  const auto rows =
      transaction.query("SELECT * FROM planning_booking WHERE state = 'booked' AND month <= $1 ORDER BY id", {to_string(month)});
  std::vector<Booking> bookings;
  for (std::size_t row = 0; row < rows.size(); ++row) bookings.push_back(booking_in(rows, row));
  return bookings;
}

std::optional<std::string> same_booking(db::Transaction& transaction, const Booking& booking) {
  const auto rows =
      transaction.query("SELECT id FROM planning_booking WHERE institution = $1 AND class = $2 AND subject = $3 AND kind = $4 "
                        "AND own_school = $5 AND state <> 'withdrawn' AND id <> $6 ORDER BY id",
                        {booking.institution, booking.class_id, booking.subject, std::string(name_of(booking.kind)),
                         std::int64_t{booking.own_school}, booking.id});
  if (rows.empty()) return std::nullopt;
  return rows.text(0, "id");
}

BookingList list_bookings(db::Transaction& transaction, const BookingFilter& filter) {
  db::Conditions where = conditions(filter);
  BookingList list;
  const auto sums = transaction.query(
      "SELECT COUNT(*) AS total, CAST(COALESCE(SUM(candidates), 0) AS BIGINT) AS candidates FROM planning_booking" + where.text(),
      where.values());
  list.total = sums.integer(0, "total");
  list.candidates = sums.integer(0, "candidates");
  const std::string conditions_sql = where.text();
  const std::string page = where.page(filter.limit, filter.offset);
  const auto rows =
      transaction.query("SELECT * FROM planning_booking" + conditions_sql + " ORDER BY " + filter.order + page, where.values());
  for (std::size_t row = 0; row < rows.size(); ++row) list.items.push_back(booking_in(rows, row));
  return list;
}

void insert_note(db::Transaction& transaction, const BookingNote& note) {
  transaction.execute(
      "INSERT INTO planning_booking_change (number, booking, institution, institution_name, month, what, at, days_late, reason) "
      "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
      {next_number(transaction, "booking_change"), note.booking, note.institution, note.institution_name, to_string(note.month), note.what,
       note.at.ms, std::int64_t{note.days_late}, note.reason});
}

std::vector<BookingNote> notes(db::Transaction& transaction, Month month, int limit) {
  const auto rows = transaction.query("SELECT * FROM planning_booking_change WHERE month = $1 ORDER BY at DESC, number DESC LIMIT $2",
                                      {to_string(month), std::int64_t{limit}});
  std::vector<BookingNote> found;
  for (std::size_t row = 0; row < rows.size(); ++row)
    found.push_back({rows.text(row, "booking"),
                     rows.text(row, "institution"),
                     rows.text(row, "institution_name"),
                     month_in(rows, row, "month"),
                     rows.text(row, "what"),
                     {rows.integer(row, "at")},
                     whole(rows, row, "days_late"),
                     rows.text(row, "reason")});
  return found;
}

std::vector<MonthDemand> demand_by_month(db::Transaction& transaction) {
  const auto rows = transaction.query(
      "SELECT month, COUNT(*) AS bookings, CAST(COALESCE(SUM(candidates - placed), 0) AS BIGINT) AS candidates, MAX(demo) AS demo "
      "FROM planning_booking WHERE state = 'booked' GROUP BY month ORDER BY month DESC");
  std::vector<MonthDemand> demand;
  for (std::size_t row = 0; row < rows.size(); ++row)
    demand.push_back(
        {month_in(rows, row, "month"), rows.integer(row, "bookings"), rows.integer(row, "candidates"), rows.integer(row, "demo") != 0});
  return demand;
}

} // namespace ankao::planning
