// SPDX-License-Identifier: Apache-2.0
// How long the payload of an event is kept (law/retention.yaml), and what keeps it longer.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/date.hpp"

namespace ankao::ledger {

struct Term {
  std::string id;
  std::string zh;
  std::string en;
  std::string clause;
  std::optional<int> years;       ///< none: never expires
  std::vector<std::string> kinds; ///< of subjects; empty: all that no other term names
};

struct Hold {
  std::string id;
  Month first;
  Month last;
  std::string term; ///< "": every term
  std::string reason;
  std::string placed_by;
  Instant placed_at;
  std::string lift_reason;
  std::string lifted_by;
  std::optional<Instant> lifted_at;
};

} // namespace ankao::ledger
