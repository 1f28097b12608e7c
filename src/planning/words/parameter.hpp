// SPDX-License-Identifier: Apache-2.0
// The numbers that planning is judged by, with the days on which each value holds. A value is text: "3", "" (no limit), "10000,20000".
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.hpp"

namespace ankao::planning {

enum class ParameterKind { Whole, MaybeWhole, WholeList };

struct ParameterSpan {
  Date from;
  std::optional<Date> to;
  std::string value;
};

struct Parameter {
  std::string id, zh, en, clause, note;
  ParameterKind kind = ParameterKind::Whole;
  std::int64_t low = 0, high = 0;
  bool by_city = false;              ///< else by the law alone
  std::vector<ParameterSpan> spans;  ///< of the law data, oldest first, at least one
};

enum class ChangeState { Proposed, Approved, Rejected };
std::string_view name_of(ChangeState state); ///< "proposed", "approved", "rejected"
std::optional<ChangeState> change_state(std::string_view name);

/// A value that the city sets from a month on.
struct ParameterChange {
  std::string id; ///< "CS-000001"
  std::string parameter, value;
  Month from;
  std::string reason;
  ChangeState state = ChangeState::Proposed;
  std::string entered_by, entered_name; ///< account; name shown to officials only
  Instant entered_at;
  std::string decided_by, decided_name;
  std::optional<Instant> decided_at;
  std::string decision_reason;
};

/// What holds on a day and why.
struct ParameterValue {
  std::string value;
  Date from;
  std::string change; ///< id; empty: the law data
};

} // namespace ankao::planning
