// SPDX-License-Identifier: Apache-2.0
// What happened in a special inspection that somebody else has to know or act on. Told in the transaction of the step, by whoever joins the
// capabilities (server/campaign_news).
#pragma once

#include <functional>
#include <optional>
#include <string>

#include "base/date.hpp"
#include "db/db.hpp"

namespace ankao::inspection {

struct News {
  std::string action;   ///< of the ledger: "handover.make", "defect.assign"
  std::string id;       ///< of the record: "H-3", "Q-7", "V-12"
  std::string campaign; ///< "SI-2023"
  std::string name;     ///< of the unit, of the two districts of a handover, of the campaign
  std::string subject;  ///< of a self-inspection report
  std::string district; ///< whose unit it is; "" the city's own; the district that acts in a handover
  std::string other;    ///< the other district of a handover
  std::string institution, site; ///< the unit
  std::string text;     ///< reason, measure, problem
  std::optional<Date> limit;
  int count = 0;        ///< problems of a visit
  bool self = false;    ///< the unit found it itself and follows it itself
};
using Tell = std::function<void(db::Transaction&, const News&, Instant now)>;

} // namespace ankao::inspection
