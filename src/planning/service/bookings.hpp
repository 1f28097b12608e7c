// SPDX-License-Identifier: Apache-2.0
// Bookings: made, changed, withdrawn, imported. An institution acts for itself only; the city for all.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "planning/service/world.hpp"
#include "planning/store/bookings.hpp"

namespace ankao::planning {

/// S-4.2: a late booking is kept with its lateness and needs a reason. Problems planning.booking_*, planning.out_of_scope.
Result<Booking> create_booking(const World& world, const Act& act, const BookingInput& input);

/// Members that are absent stay as they are.
struct BookingEdit {
  std::string id;
  int version = 0;
  std::string reason;
  std::optional<int> candidates;
  std::optional<Date> completed, not_before, finish_by;
};
/// Refused while the booking stands in a frozen plan that is not published yet, and once it is wholly planned.
Result<Booking> change_booking(const World& world, const Act& act, const BookingEdit& edit);
Result<Booking> withdraw_booking(const World& world, const Act& act, const std::string& id, const std::string& reason);

/// One that the actor may change now: within scope, still waiting, in no frozen plan, with a reason.
Result<Booking> editable_booking(db::Transaction& transaction, const Act& act, const std::string& id, const std::string& reason);

/// What the actor may see: the city all, an institution its own, everybody else nothing.
/// Problem planning.booking_unknown, also for one outside the actor's scope.
Result<Booking> show_booking(const World& world, const ledger::Actor& actor, const std::string& id);
Result<BookingList> find_bookings(const World& world, const ledger::Actor& actor, BookingFilter filter);

/// One row of an import with its place in the sheet.
struct BookingRow {
  int row = 0;
  BookingInput input;
  std::vector<Problem> faults; ///< Problem::at = heading of the column, "value" among the details
};

struct BookingImport {
  int rows = 0;
  int stored = 0;
  int late = 0;
  std::vector<BookingRow> bad; ///< rows with faults
};
/// Checks every row and stores all of them or, when one is bad or `dry_run`, none.
BookingImport store_bookings(const World& world, const Act& act, std::vector<BookingRow> rows, bool dry_run);

/// What the demo makes: stored as it is, without checks, in one transaction of the caller, with one event for all.
void store_demo_bookings(db::Transaction& transaction, const World& world, const Act& act, std::vector<Booking>& bookings);

/// Remarks on a booking that are no refusal; ids planning.warning_*.
std::vector<Problem> warnings(const World& world, const Booking& booking);

} // namespace ankao::planning
