// SPDX-License-Identifier: Apache-2.0
#include "server/campaign_open.hpp"

#include "registry/service/city.hpp"
#include "reporting/service/summaries.hpp"

namespace ankao::server {

std::vector<inspection::OpenThing> open_summaries(db::Transaction& transaction, const inspection::Campaign& campaign) {
  using reporting::SummaryState;
  const auto& city = registry::City::shipped();
  std::vector<inspection::OpenThing> out;
  for (const auto& one : reporting::standing_summaries(transaction, campaign)) {
    if (one.district.empty()) {
      if (one.state != SummaryState::Signed) out.push_back({"summary_city", "", one.id, city.catalogue.city_name, one.due});
    } else if (one.state == SummaryState::Filed) {
      out.push_back({"summary_receive", one.district, one.id, city.name_of(one.district), one.due});
    } else if (one.state != SummaryState::Received) {
      out.push_back({"summary", one.district, one.id, city.name_of(one.district), one.due});
    }
  }
  return out;
}

} // namespace ankao::server
