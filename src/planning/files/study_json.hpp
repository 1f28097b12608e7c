// SPDX-License-Identifier: Apache-2.0
// Questions and answers of studies as the JSON that is kept.
#pragma once

#include <string>

#include "planning/rules/what_if.hpp"
#include "planning/words/study.hpp"

namespace ankao::planning {

struct WhatIfRequest {
  WhatIf wish;
  int draws = 1;
  std::int64_t work = 0;
};
struct YearRequest {
  std::vector<int> percents; ///< of the month's demand, month by month
  std::int64_t work = 0;
};
struct ChancesRequest {
  int draws = 50;
  std::int64_t work = 0;
};

std::string write(const WhatIfRequest& request);
std::string write(const YearRequest& request);
std::string write(const ChancesRequest& request);
WhatIfRequest read_what_if(const std::string& text);
YearRequest read_year(const std::string& text);
ChancesRequest read_chances(const std::string& text);

std::string write(const WhatIfAnswer& answer);
std::string write(const YearAnswer& answer);
std::string write(const ChancesAnswer& answer);
WhatIfAnswer read_what_if_answer(const std::string& text);
YearAnswer read_year_answer(const std::string& text);
ChancesAnswer read_chances_answer(const std::string& text);

} // namespace ankao::planning
