// SPDX-License-Identifier: Apache-2.0
// Records of a campaign as figures count them: what was done, at which unit, when. Names are looked up for the rows that are shown.
#pragma once

#include <cstdint>
#include <set>
#include <string>
#include <vector>

#include "base/date.hpp"

namespace ankao::inspection {

/// SelfVisit: a signed self-inspection or a report handed in; SelfProblem: found by the unit itself; City: by the city; Office: by a district.
enum class Marked { SelfVisit, SelfProblem, OfficeVisit, CityVisit, Case };

struct Marking {
  std::size_t unit = 0; ///< place in Marks::units
  Marked what = Marked::SelfVisit;
  Instant at;              ///< of the signature, of the finding, of the report
  char kind = 'V';         ///< of the record: V a visit, Q a problem, S a report of a unit, C a case
  std::int64_t number = 0; ///< of the record
  int count = 1;           ///< problems of a report
  std::string id() const { return std::string(1, kind) + "-" + std::to_string(number); }
};

struct MarkedUnit {
  std::string subject, district;
};

struct Marks {
  std::vector<MarkedUnit> units;
  std::vector<Marking> all; ///< in no order
};

} // namespace ankao::inspection
