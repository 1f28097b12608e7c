// SPDX-License-Identifier: Apache-2.0
// The tables in which places send persons and figures, and what their cells mean.
#pragma once

#include <string>
#include <vector>

#include "base/result.hpp"
#include "registry/words/catalogue.hpp"
#include "registry/words/conditions.hpp"
#include "tables/form/form.hpp"

namespace ankao::registry {

/// One line a person.
tables::Form staff_form(const ConditionsLaw& law);
/// One line a condition that is not counted.
tables::Form condition_form(const ConditionsLaw& law);

/// Faults at the key of their column.
struct StaffLine {
  StaffRow row;
  std::vector<Problem> faults;
};
StaffLine staff_line(const tables::FormRow& row, const Catalogue& catalogue);

struct StatedLine {
  Stated stated;
  std::vector<Problem> faults;
};
StatedLine stated_line(const tables::FormRow& row, const ConditionsLaw& law);

/// The figure of a condition as people type it: "60", "112.50", "是". Problem register.condition_number, register.condition_area.
Result<std::int64_t> read_figure(const ConditionLaw& condition, const std::string& text);
/// The other way round; of a term nothing.
std::string figure_text(const ConditionLaw& condition, std::int64_t number);

} // namespace ankao::registry
