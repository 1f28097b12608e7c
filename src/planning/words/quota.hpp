// SPDX-License-Identifier: Apache-2.0
// Sessions of a month by subject (S-2.1): proposed from the forecast, changed with a reason, approved by a second person.
#pragma once

#include <cstdint>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "planning/words/parameter.hpp"

namespace ankao::planning {

struct QuotaLine {
  std::string subject;
  std::int64_t forecast = -1; ///< what was proposed for it; -1: too little was known
  int max_sessions = 0;
  bool operator==(const QuotaLine&) const = default;
};

struct Quota {
  std::string id; ///< "CC-000001"
  Month month;
  std::string reason;
  ChangeState state = ChangeState::Proposed;
  std::string entered_by, entered_name;
  Instant entered_at;
  std::string decided_by, decided_name;
  std::optional<Instant> decided_at;
  std::string decision_reason;
  std::vector<QuotaLine> lines; ///< by subject
};

} // namespace ankao::planning
