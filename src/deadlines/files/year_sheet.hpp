// SPDX-License-Identifier: Apache-2.0
// A year's holidays and worked weekends as a table to fill in from the State Council's notice.
#pragma once

#include <map>
#include <string>
#include <string_view>

#include "deadlines/words/entry.hpp"
#include "tables/form/form.hpp"

namespace ankao::deadlines {

tables::Form year_form();

struct YearSheet {
  YearEntry entry;                    ///< rest and worked only
  std::vector<tables::FormRow> bad;   ///< rows with faults
  int rows = 0;
  std::map<std::string, int> places;  ///< "/rest/0" -> row of the sheet
};
/// Problems tables.*; faults of single cells stand in `bad`.
Result<YearSheet> read_year_sheet(std::string_view bytes);

} // namespace ankao::deadlines
