// SPDX-License-Identifier: Apache-2.0
// What happened to a monthly return or a summary report that somebody else has to know or act on; told in the transaction of the step.
#pragma once

#include <functional>
#include <string>

#include "base/date.hpp"
#include "db/db.hpp"

namespace ankao::reporting {

struct News {
  std::string action;   ///< of the ledger: "return.reopen", "summary.propose"
  std::string id;       ///< "2023-11-440106", "SI-2023-city"
  std::string district; ///< "" the city's own
  std::string name;     ///< of the office
  std::string account;  ///< of the drafter, where the answer is for him
  std::string text;     ///< the reason
  bool own = false;     ///< a district did it to its own return: the city learns of it
};
using Tell = std::function<void(db::Transaction&, const News&, Instant now)>;

} // namespace ankao::reporting
