// SPDX-License-Identifier: Apache-2.0
// Which monthly returns of a campaign are in: districts by months.
#pragma once

#include <boost/describe.hpp>
#include <string>
#include <vector>

#include "api/api.hpp"

namespace ankao::reporting::dto {

struct CompletenessOf {
  std::string id; ///< of the campaign
};
BOOST_DESCRIBE_STRUCT(CompletenessOf, (), (id))

struct CompletenessCell {
  std::string id, district, district_name, month;
  std::string state; ///< submitted, reopened, overdue, open, upcoming
  bool on_time = true;
};
BOOST_DESCRIBE_STRUCT(CompletenessCell, (), (id, district, district_name, month, state, on_time))

struct CompletenessMonth {
  std::string month;
  Date due;
  std::int64_t submitted = 0, overdue = 0;
};
BOOST_DESCRIBE_STRUCT(CompletenessMonth, (), (month, due, submitted, overdue))

struct CompletenessView {
  std::int64_t districts = 0;
  std::vector<CompletenessMonth> months;
  std::vector<CompletenessCell> cells; ///< by district, then month
};
BOOST_DESCRIBE_STRUCT(CompletenessView, (), (districts, months, cells))

} // namespace ankao::reporting::dto
