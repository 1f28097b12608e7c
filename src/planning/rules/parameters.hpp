// SPDX-License-Identifier: Apache-2.0
// Which value of a parameter holds on a day. The latest beginning wins; on one day the city's change goes before the law data. Days
// before the first span are judged by it.
#pragma once

#include <string>
#include <vector>

#include "base/result.hpp"
#include "planning/words/law.hpp"
#include "planning/words/parameter.hpp"

namespace ankao::planning {

/// The value in its one form ("010, 20" -> "10,20"): problems planning.parameter_number, parameter_range, parameter_order; at "value".
Result<std::string> checked_value(const Parameter& parameter, const std::string& text);
std::vector<std::int64_t> numbers_of(const std::string& value);

/// `changes` of any state and parameter; the approved ones of this parameter count.
ParameterValue value_on(const Parameter& parameter, const std::vector<ParameterChange>& changes, Date day);

/// The law as it stands on a day.
PlanningLaw law_on(const PlanningLaw& shipped, const std::vector<Parameter>& parameters, const std::vector<ParameterChange>& changes, Date day);

} // namespace ankao::planning
