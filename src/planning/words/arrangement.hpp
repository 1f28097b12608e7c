// SPDX-License-Identifier: Apache-2.0
// What is recorded beside a booking: the basis on which students sit at their own school (P-2.3d), or that its candidates sit in
// another city (P-2.6b), which is lawful only so (G-51).
#pragma once

#include <optional>
#include <string>
#include <string_view>

#include "base/date.hpp"

namespace ankao::planning {

enum class ArrangementKind { OwnSchool, CrossCity };
std::string_view name_of(ArrangementKind kind); ///< "own_school", "cross_city"
std::optional<ArrangementKind> arrangement_kind(std::string_view name);

struct Arrangement {
  std::string id; ///< "AP-000001"
  ArrangementKind kind = ArrangementKind::CrossCity;
  std::string booking, institution, institution_name, subject;
  int candidates = 0;      ///< of the booking when it was recorded
  std::string party;       ///< the school, or the other city's exam organisation
  std::string authority;   ///< of the school: "education", "human_resources"; of the other city: its GB/T 2260 code
  std::string evidence;    ///< number and day of the document it stands on
  std::string held_from, held_until; ///< another city: the days agreed with it; empty: not agreed yet, or recorded before they were asked
  std::string reason;
  std::string recorded_by, recorded_name;
  Instant recorded_at;
  std::string ended_name, end_reason;
  std::optional<Instant> ended_at;
};

} // namespace ankao::planning
