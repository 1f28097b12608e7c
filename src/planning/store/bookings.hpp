// SPDX-License-Identifier: Apache-2.0
// Bookings in the database.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "db/db.hpp"
#include "planning/words/booking.hpp"

namespace ankao::planning {

struct BookingFilter {
  std::optional<Month> month;
  std::string q, institution, subject;
  std::string kind, state; ///< names; empty = all
  std::optional<bool> late, completed;
  std::string order = "id"; ///< SQL
  std::int64_t limit = 50;
  std::int64_t offset = 0;
};

struct BookingList {
  std::int64_t total = 0;
  std::int64_t candidates = 0;
  std::vector<Booking> items;
};

/// A change of a booking that the desk should know of.
struct BookingNote {
  std::string booking, institution, institution_name;
  Month month;
  std::string what; ///< "booked_late", "changed", "withdrawn"
  Instant at;
  int days_late = 0;
  std::string reason;
};

/// 1, 2, 3 ... for each name; takes `count` of them at once and returns the first.
std::int64_t next_number(db::Transaction& transaction, const std::string& name, std::int64_t count = 1);
/// "B-000123".
std::string booking_id(std::int64_t number);

void insert_bookings(db::Transaction& transaction, const std::vector<Booking>& bookings,
                     const std::map<std::string, std::string>& subject_names);
/// Writes what may change, raising the version; false when the stored version is another.
bool update_booking(db::Transaction& transaction, const Booking& booking);
std::optional<Booking> find_booking(db::Transaction& transaction, const std::string& id);
/// Those that still wait and are wanted in the month or before, by id.
std::vector<Booking> waiting_bookings(db::Transaction& transaction, Month month);
/// Another live regular booking of the same class, subject and group.
std::optional<std::string> same_booking(db::Transaction& transaction, const Booking& booking);
BookingList list_bookings(db::Transaction& transaction, const BookingFilter& filter);

void insert_note(db::Transaction& transaction, const BookingNote& note);
/// Newest first, at most `limit`.
std::vector<BookingNote> notes(db::Transaction& transaction, Month month, int limit);

struct MonthDemand {
  Month month;
  std::int64_t bookings = 0;
  std::int64_t candidates = 0;
  bool demo = false;
};
/// Waiting bookings by wanted month, newest first.
std::vector<MonthDemand> demand_by_month(db::Transaction& transaction);

} // namespace ankao::planning
