// SPDX-License-Identifier: Apache-2.0
// The values of law/plan_after.yaml, each from a day on.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "base/date.hpp"

namespace ankao::planning {

struct DatedValue {
  Date from;
  std::string value;
  std::string clause;
  bool setting = false; ///< the notice leaves it to the city
  std::string note;
};

struct AfterLaw {
  std::map<std::string, std::vector<DatedValue>> values; ///< by name, oldest first
  std::map<std::string, std::string> slot_times;         ///< slot -> "09:00-12:00"
  std::string bring_zh, bring_en;
  /// The value that holds on the day; before the first one's day the first. The file's reader has seen to it that there is one.
  const DatedValue& at(const std::string& name, Date day) const;
  const std::string& text(const std::string& name, Date day) const { return at(name, day).value; }
  int number(const std::string& name, Date day) const;
};

} // namespace ankao::planning
