// SPDX-License-Identifier: Apache-2.0
// Bookings as a table of an official's desk (.xlsx, .csv): template, import, export. Heading names are the ones people see on screen.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "planning/service/bookings.hpp"

namespace ankao::planning {

struct SheetNames {
  std::map<std::string, std::string> institutions; ///< name or alias -> id, and id -> id
  std::map<std::string, std::string> subjects;     ///< name -> id, and id -> id
  std::string own;                                 ///< the institution of the account; empty for the city: then the sheet must name one
};

inline constexpr std::size_t k_max_booking_rows = 5000;

/// The first visible sheet. Problems tables.*, planning.sheet_*; faults of single cells stand in the rows.
Result<std::vector<BookingRow>> read_bookings(std::string_view bytes, const SheetNames& names);

/// The heading of a member of BookingInput, for messages; the member itself when it has none.
std::string heading_of(std::string_view member);

/// What an import reads back, without the columns that the platform fills in.
Result<std::string> booking_template();
Result<std::string> write_bookings(const std::vector<Booking>& bookings, const std::map<std::string, std::string>& subject_names, bool csv);

} // namespace ankao::planning
