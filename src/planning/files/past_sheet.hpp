// SPDX-License-Identifier: Apache-2.0
// Sessions of past months as people kept them in tables.
#pragma once

#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "planning/service/quotas.hpp"
#include "tables/form/form.hpp"

namespace ankao::planning {

struct PastNames {
  std::vector<tables::Choice> sites, subjects;
};

tables::Form past_form(const PastNames& names);
Result<std::vector<PastRow>> read_past(std::string_view bytes, const PastNames& names);

} // namespace ankao::planning
