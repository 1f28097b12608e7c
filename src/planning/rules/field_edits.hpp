// SPDX-License-Identifier: Apache-2.0
// What differs between two states of a record, as far as a draw looks at it: one line a field, values as people write them.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "planning/words/booking.hpp"
#include "planning/words/workdays.hpp"
#include "registry/words/record.hpp"

namespace ankao::planning {

struct FieldEdit {
  std::string field;         ///< "capacity", "seats", "openings", "address", "place", "completed", "candidates" ...
  std::string of;            ///< the room, or room and subject, it is a field of; "" of the record itself
  std::string before, after; ///< "" = nothing
  bool operator==(const FieldEdit&) const = default;
};

/// Openings are told as the number of (date, slot) of the month.
std::vector<FieldEdit> field_edits(const std::optional<registry::SiteRecord>& before, const std::optional<registry::SiteRecord>& after, Month month, const Workdays& calendar);
std::vector<FieldEdit> field_edits(const std::optional<registry::InstitutionRecord>& before, const std::optional<registry::InstitutionRecord>& after);
std::vector<FieldEdit> field_edits(const std::optional<Booking>& before, const Booking& after);

} // namespace ankao::planning
