// SPDX-License-Identifier: Apache-2.0
// How severe teams are beside each other, from the places that two of them looked at, and what the scores would be if all were alike.
// A team is an office: a district with its own people at home and away, or the city. Persons are never compared.
// - Look backs and self-inspections are no overlap; a team's first visit of a place counts.
// - Between two visits a place corrects itself, which would make the later team look mild: an item that was corrected in between is left
//   out. Only items that had been found can be corrected, so leaving them out alone would make the later team look severe: the found ones
//   that were not corrected stand for all found ones (weight found / left, over all places of the two teams in that order).
// - Differences of two teams are compared by least squares in each connected group, exactly; teams of two groups never.
#pragma once

#include <vector>

#include "inspection/words/measures.hpp"

namespace ankao::inspection {

Severity severity(const SeverityLaw& law, const std::vector<MeasuredVisit>& visits, const MeasuredForms& forms);

/// From thousandths of a tenth to the nearest tenth, halves away from zero.
std::int64_t tenths_of(std::int64_t fine);

/// Only the pairs of visits, before anything is solved.
std::vector<Comparison> comparisons(const std::vector<MeasuredVisit>& visits, const MeasuredForms& forms);
/// Weighs, leaves out what the law refuses, solves. `visits` for the means.
Severity solve(const SeverityLaw& law, std::vector<Comparison> places, const std::vector<MeasuredVisit>& visits, const MeasuredForms& forms);

} // namespace ankao::inspection
