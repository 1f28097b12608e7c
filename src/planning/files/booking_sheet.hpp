// SPDX-License-Identifier: Apache-2.0
// Bookings as a table of an official's desk (.xlsx, .csv): template, import, export. Heading names are the ones people see on screen.
#pragma once

#include <map>
#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "planning/service/bookings.hpp"
#include "tables/form/form.hpp"

namespace ankao::planning {

struct SheetNames {
  std::vector<tables::Choice> institutions, subjects; ///< by id, with every name people use
  std::string own;                                    ///< the institution of the account; empty for the city: then the sheet must name one
};

inline constexpr std::size_t k_max_booking_rows = 5000;

/// Keys are the members of BookingInput.
tables::Form booking_form(const SheetNames& names);

/// Problems tables.*; faults of single cells stand in the rows, their place is the key of the column.
Result<std::vector<BookingRow>> read_bookings(std::string_view bytes, const SheetNames& names);

Result<std::string> write_bookings(const std::vector<Booking>& bookings, const std::map<std::string, std::string>& subject_names, bool csv);

} // namespace ankao::planning
