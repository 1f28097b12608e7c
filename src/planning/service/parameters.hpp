// SPDX-License-Identifier: Apache-2.0
// Dated parameters: what holds on a day, and changes of it. A change begins with a month that is neither under way nor frozen; a second
// person approves it; what was frozen or drawn before stays as it was.
#pragma once

#include <string>

#include "planning/service/world.hpp"
#include "planning/words/parameter.hpp"

namespace ankao::planning {

/// The law of a day with the city's approved changes.
PlanningLaw law_in(db::Transaction& transaction, const World& world, Date day);
/// The law data of a day alone: for what the city cannot change.
PlanningLaw law_of(const World& world, Date day);

struct ChangeWanted {
  std::string parameter, value, reason;
  Month from;
};
/// Problems planning.parameter_unknown, parameter_fixed, parameter_past, parameter_month_frozen, parameter_pending, parameter_same and
/// those of the value.
Result<ParameterChange> propose_change(const World& world, const Act& act, const ChangeWanted& wanted);
/// By another person: planning.second_person, parameter_decided; the months are checked again.
Result<ParameterChange> approve_change(const World& world, const Act& act, const std::string& id, const std::string& reason);
Result<ParameterChange> reject_change(const World& world, const Act& act, const std::string& id, const std::string& reason);

/// The first month from this one on whose data are frozen, drawn or published; nothing when there is none.
std::optional<Month> fixed_month_from(db::Transaction& transaction, Month month);

} // namespace ankao::planning
