// SPDX-License-Identifier: Apache-2.0
#include "registry/words/conditions.hpp"

#include <array>
#include <utility>

namespace ankao::registry {
namespace {

template <class T, std::size_t n>
using Names = std::array<std::pair<T, const char*>, n>;

constexpr Names<Premises, 3> k_premises{{{Premises::Institution, "institution"}, {Premises::PracticalSite, "practical_site"}, {Premises::TheorySite, "theory_site"}}};
constexpr Names<ConditionKind, 5> k_kinds{
    {{ConditionKind::Number, "number"}, {ConditionKind::Area, "area"}, {ConditionKind::Term, "term"}, {ConditionKind::YesNo, "yes_no"}, {ConditionKind::Staff, "staff"}}};
constexpr Names<Measure, 5> k_measures{
    {{Measure::Count, "count"}, {Measure::Share, "share"}, {Measure::Fewest, "fewest"}, {Measure::LeastYears, "least_years"}, {Measure::LeastMonths, "least_months"}}};
constexpr Names<SheetState, 4> k_states{
    {{SheetState::Declared, "declared"}, {SheetState::Confirmed, "confirmed"}, {SheetState::Returned, "returned"}, {SheetState::Replaced, "replaced"}}};

template <class T, std::size_t n>
const char* name_in(const Names<T, n>& names, T value) {
  for (const auto& [one, name] : names)
    if (one == value) return name;
  return "";
}
template <class T, std::size_t n>
std::optional<T> value_in(const Names<T, n>& names, const std::string& text) {
  for (const auto& [one, name] : names)
    if (text == name) return one;
  return std::nullopt;
}

} // namespace

const Ask* ConditionLaw::ask_of(Premises premises) const {
  for (const Ask& one : asks)
    if (one.premises == premises) return &one;
  return nullptr;
}

const ConditionLaw* ConditionsLaw::find(const std::string& id) const {
  for (const ConditionLaw& one : conditions)
    if (one.id == id) return &one;
  return nullptr;
}

const char* name_of(Premises value) { return name_in(k_premises, value); }
const char* name_of(ConditionKind value) { return name_in(k_kinds, value); }
const char* name_of(Measure value) { return name_in(k_measures, value); }
const char* name_of(SheetState value) { return name_in(k_states, value); }
std::optional<Premises> premises_of(const std::string& name) { return value_in(k_premises, name); }
std::optional<ConditionKind> condition_kind_of(const std::string& name) { return value_in(k_kinds, name); }
std::optional<Measure> measure_of(const std::string& name) { return value_in(k_measures, name); }
std::optional<SheetState> sheet_state_of(const std::string& name) { return value_in(k_states, name); }

} // namespace ankao::registry
