// SPDX-License-Identifier: Apache-2.0
#include "planning/store/booking_past.hpp"

#include "base/ensure.hpp"
#include "db/columns.hpp"
#include "planning/store/bookings.hpp"

namespace ankao::planning {

void put_past(db::Transaction& transaction, const PastBooking& past) {
  const Booking before = past.before.value_or(Booking{});
  transaction.execute("INSERT INTO planning_booking_past (number, booking, at, action, person, role, reason, existed, candidates, completed, not_before, finish_by, state) "
                      "VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13)",
                      {next_number(transaction, "booking_past"), past.booking, past.at.ms, past.action, past.person, past.role, past.reason, std::int64_t{past.before ? 1 : 0},
                       std::int64_t{before.candidates}, db::day(before.completed), db::day(before.not_before), db::day(before.finish_by), std::string(name_of(before.state))});
}

std::vector<PastBooking> past_between(db::Transaction& transaction, Instant since, Instant until) {
  const auto rows = transaction.query("SELECT * FROM planning_booking_past WHERE at > $1 AND at <= $2 ORDER BY number", {since.ms, until.ms});
  std::vector<PastBooking> out;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    PastBooking past{rows.text(i, "booking"), {rows.integer(i, "at")}, rows.text(i, "action"), rows.text(i, "person"), rows.text(i, "role"), rows.text(i, "reason"), std::nullopt};
    if (rows.integer(i, "existed") != 0) {
      Booking before;
      before.id = past.booking;
      before.candidates = static_cast<int>(rows.integer(i, "candidates"));
      before.completed = db::day_in(rows, i, "completed");
      before.not_before = db::day_in(rows, i, "not_before");
      before.finish_by = db::day_in(rows, i, "finish_by");
      before.state = *booking_state(rows.text(i, "state"));
      past.before = std::move(before);
    }
    out.push_back(std::move(past));
  }
  return out;
}

} // namespace ankao::planning
