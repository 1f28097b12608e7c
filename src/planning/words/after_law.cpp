// SPDX-License-Identifier: Apache-2.0
#include "planning/words/after_law.hpp"

#include "base/ensure.hpp"

namespace ankao::planning {

const DatedValue& AfterLaw::at(const std::string& name, Date day) const {
  const auto found = values.find(name);
  ensure(found != values.end() && !found->second.empty(), "law/plan_after.yaml has no value " + name);
  const DatedValue* best = &found->second.front();
  for (const DatedValue& one : found->second)
    if (one.from <= day) best = &one;
  return *best;
}

int AfterLaw::number(const std::string& name, Date day) const { return std::stoi(text(name, day)); }

} // namespace ankao::planning
