// SPDX-License-Identifier: Apache-2.0
// What a unit told of itself beside what an office found afterwards (M-3.1, M-3.2b): the same form, the same items, the same points.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "inspection/words/measures.hpp"

namespace ankao::inspection {

/// The first visit of an office (look backs aside) against the unit's last own visit before it. `visits`: signed ones of a campaign;
/// `reported`: subjects that handed in Annex 3.
HonestyGap honesty(const std::vector<MeasuredVisit>& visits, const MeasuredForms& forms, const std::set<std::string>& reported);

/// Items that both forms have with the same points and both visits looked at, in the order of the first.
std::vector<const FormItem*> common_items(const MeasuredForms& forms, const MeasuredVisit& one, const MeasuredVisit& other);
/// sum / count to the nearest, halves up; 0 of nothing.
std::int64_t mean_of(std::int64_t sum, std::int64_t count);

} // namespace ankao::inspection
