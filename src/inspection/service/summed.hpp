// SPDX-License-Identifier: Apache-2.0
// What a summary of a campaign reads of inspections in a transaction of its own.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "db/db.hpp"
#include "inspection/words/campaign.hpp"
#include "inspection/words/defect.hpp"

namespace ankao::inspection {

/// Of a campaign; of one district when it is not empty.
std::vector<Target> targets_in(db::Transaction& transaction, const std::string& campaign, const std::string& district);

/// A problem that an office found, with what the look back said of it: holds, again, open; "" not looked at yet.
struct SummedProblem {
  Defect defect;
  std::string looked;
};
std::vector<SummedProblem> office_problems(db::Transaction& transaction, const std::string& campaign, const std::string& district);

/// A typical case that two people of the city cleared for the public; its words hold nothing personal.
struct ClearedCase {
  std::string id, district, kind, title, text;
};
std::vector<ClearedCase> cleared_cases(db::Transaction& transaction, const std::string& campaign, const std::string& district);

} // namespace ankao::inspection
