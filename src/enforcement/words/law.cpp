// SPDX-License-Identifier: Apache-2.0
#include "enforcement/words/law.hpp"

#include <algorithm>
#include <array>
#include <utility>

#include "base/ensure.hpp"

namespace ankao::enforcement {
namespace {

constexpr std::array<std::pair<Kind, const char*>, 9> k_kinds{{{Kind::Warning, "warning"},
                                                               {Kind::Correct, "correct"},
                                                               {Kind::Suspension, "suspension"},
                                                               {Kind::Fine, "fine"},
                                                               {Kind::Persons, "persons"},
                                                               {Kind::Removal, "removal"},
                                                               {Kind::Revocation, "revocation"},
                                                               {Kind::MarketReferral, "market_referral"},
                                                               {Kind::PoliceReferral, "police_referral"}}};
constexpr std::array<std::pair<Need, const char*>, 7> k_needs{
    {{Need::Due, "due"}, {Need::Dates, "dates"}, {Need::Start, "start"}, {Need::Amount, "amount"}, {Need::Basis, "basis"}, {Need::Persons, "persons"}, {Need::Authority, "authority"}}};

template <class List, class Value>
const char* name_in(const List& list, Value value) {
  for (const auto& [one, name] : list)
    if (one == value) return name;
  return "";
}
template <class Value, class List>
std::optional<Value> value_in(const List& list, const std::string& name) {
  for (const auto& [one, known] : list)
    if (known == name) return one;
  return std::nullopt;
}

} // namespace

const char* name_of(Kind kind) { return name_in(k_kinds, kind); }
std::optional<Kind> kind_of(const std::string& name) { return value_in<Kind>(k_kinds, name); }
const char* name_of(Need need) { return name_in(k_needs, need); }
std::optional<Need> need_of(const std::string& name) { return value_in<Need>(k_needs, name); }

bool KindLaw::needs_it(Need need) const { return std::find(needs.begin(), needs.end(), need) != needs.end(); }

const MeasureLaw* GroundLaw::measure(Kind kind) const {
  const auto found = std::find_if(measures.begin(), measures.end(), [&](const MeasureLaw& one) { return one.kind == kind; });
  return found == measures.end() ? nullptr : &*found;
}

bool GroundLaw::is_against(const std::string& subject_kind) const { return std::find(against.begin(), against.end(), subject_kind) != against.end(); }

const KindLaw& EnforcementLaw::kind(Kind kind) const {
  const auto found = std::find_if(kinds.begin(), kinds.end(), [&](const KindLaw& one) { return one.kind == kind; });
  ensure(found != kinds.end(), "every kind of measure has its law");
  return *found;
}

const GroundLaw* EnforcementLaw::ground(const std::string& clause) const {
  const auto found = std::find_if(grounds.begin(), grounds.end(), [&](const GroundLaw& one) { return one.clause == clause; });
  return found == grounds.end() ? nullptr : &*found;
}

} // namespace ankao::enforcement
