// SPDX-License-Identifier: Apache-2.0
// From records to figures. O(records) for each row, or O(counts).
#pragma once

#include <string_view>
#include <vector>

#include "reporting/words/figures.hpp"

namespace ankao::reporting {

/// The periods of a campaign's returns, in order: each from the day after the last cut-off (G-03).
std::vector<Period> periods_of(const ReportingLaw& law, int year);

bool counted(const RowLaw& row, const Item& item);

/// `items` by day. The records that make a figure up: of units the first record of each, whenever it was.
std::vector<const Item*> behind(const RowLaw& row, const std::vector<Item>& items, const Period& period, Cell cell);
std::int64_t sum(const RowLaw& row, const std::vector<const Item*>& items);
Figures tally(const std::vector<RowLaw>& rows, const std::vector<Item>& items, const Period& period);

/// The same figures from counts, of the period at `place`; what is tallied was tallied by these periods.
Figures tally(const std::vector<RowLaw>& rows, const Basis& basis, const std::vector<Period>& periods, std::size_t place);
/// "site" of "site:GZ-A01-S1"; "exam_organisation" of "city:exam_organisation" and of "exam_organisation:EO-01".
std::string_view kind_of_unit(std::string_view subject);

/// As it would be sent: the month as counted or corrected; the cumulative figure the sum of the months up to it, or corrected.
/// `computed` and `kept` are of the periods in order; the last is the one asked for.
Figures value_of(const std::vector<RowLaw>& rows, const std::vector<Figures>& computed, const std::vector<const Kept*>& kept);

/// Parts above their whole; a cumulative figure below the month; one that is not the last sent plus the month. `before` is the figures of
/// the month before, none for the first.
std::vector<Finding> findings(const std::vector<RowLaw>& rows, const Figures& value, const Figures* before);

} // namespace ankao::reporting
