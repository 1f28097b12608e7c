// SPDX-License-Identifier: Apache-2.0
// Who examines which session of a published month (examiners in practice, invigilators in theory), and in which institutions they have an
// interest: whoever has one examines nobody from there (A21-6).
#pragma once

#include <optional>
#include <string>

#include "base/date.hpp"

namespace ankao::planning {

struct Examiner {
  std::string account, name;
};

struct Assignment {
  std::string id; ///< "KP-000001"
  Month month;
  std::string session; ///< the same in every version of the month that has it
  std::string date, slot; ///< of the session when it was made
  std::string account, name;
  std::string made_name;
  Instant made_at;
  std::string ended_name, end_reason;
  std::optional<Instant> ended_at;
};

struct Interest {
  std::string id; ///< "LH-000001"
  std::string account, name;
  std::string institution, institution_name;
  std::string text; ///< what it is: works there, teaches there, is related to its head
  std::string declared_name;
  Instant declared_at;
  std::string ended_name, end_reason;
  std::optional<Instant> ended_at;
};

} // namespace ankao::planning
