// SPDX-License-Identifier: Apache-2.0
#include "inspection/words/campaign.hpp"

namespace ankao::inspection {

const Phase* Campaign::phase(const std::string& wanted) const {
  for (const Phase& one : phases)
    if (one.id == wanted) return &one;
  return nullptr;
}

const TieLaw* InspectionLaw::tie(const std::string& wanted) const {
  for (const TieLaw& one : ties)
    if (one.id == wanted) return &one;
  return nullptr;
}

std::vector<Phase> phases_of(const InspectionLaw& law, int year) {
  std::vector<Phase> out;
  for (const PhaseLaw& one : law.phases) {
    const int of = one.next_year ? year + 1 : year;
    out.push_back({one.id, one.title, one.clause, make_date(of, one.from_month, one.from_day), make_date(of, one.to_month, one.to_day)});
  }
  return out;
}

} // namespace ankao::inspection
