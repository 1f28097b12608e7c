// SPDX-License-Identifier: Apache-2.0
// What a sheet says in figures: persons counted, terms in whole years, what has run out, what lies below the form.
#pragma once

#include <map>

#include "registry/words/conditions.hpp"

namespace ankao::registry {

// Limits, each tested at its edge.
inline constexpr std::int64_t k_most_number = 1'000'000;
inline constexpr std::int64_t k_most_area = 100'000'000; ///< 1 km² in 0.01 m²
inline constexpr int k_most_term_years = 70;
inline constexpr std::size_t k_most_staff = 500;
inline constexpr std::size_t k_longest_staff_text = 60; ///< characters
inline constexpr std::size_t k_longest_note = 200;

/// Whole years from the first day to the last one: 2023-01-01 to 2027-12-31 are five.
int whole_years(Date from, Date until);

/// The certificate is one of a kind and has not run out.
bool certificate_valid(const StaffRow& row, Date day);
/// Whether the rule counts this person on that day.
bool fits(const ConditionsLaw& law, const StaffRule& rule, const StaffRow& row, Date day);
/// `projects` are those of the institution, for the project with fewest. Nothing where there is nobody to measure, or no project.
std::optional<std::int64_t> measured(const ConditionsLaw& law, const StaffRule& rule, const std::vector<StaffRow>& staff, const std::vector<std::string>& projects, Date day);

/// The rule that counts for a place; the condition's own where its forms do not differ.
const StaffRule& rule_of(const ConditionLaw& condition, const std::vector<Premises>& premises);
bool concerns(const ConditionLaw& condition, const std::vector<Premises>& premises);

struct Figure {
  std::int64_t number = 0; ///< of an area in 0.01 m²
  std::optional<Date> until;
  bool expired = false; ///< a term that is over counts 0 years
  bool operator==(const Figure&) const = default;
};
/// What the sheet says of the condition on a day; nothing where it says nothing.
std::optional<Figure> figure_of(const ConditionsLaw& law, const ConditionLaw& condition, const Sheet& sheet, const ConditionPlace& place, Date day);

/// The clauses of the forms that ask for more.
std::vector<std::string> below(const ConditionLaw& condition, const std::vector<Premises>& premises, const Figure& figure);
/// A figure as the forms give it: an area in whole m², rounded down.
std::int64_t as_asked(const ConditionLaw& condition, const Figure& figure);

/// The days within [first, last] on which something of the sheet runs out, with how many persons and which conditions.
struct RunsOut {
  std::vector<std::string> conditions;
  int persons = 0;
};
std::map<Date, RunsOut> run_out(const Sheet& sheet, Date first, Date last);

/// "112.50" and "112" in 0.01; at most two decimals.
std::optional<std::int64_t> read_area(const std::string& text);
std::string area_text(std::int64_t hundredths);

} // namespace ankao::registry
