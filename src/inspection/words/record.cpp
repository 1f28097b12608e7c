// SPDX-License-Identifier: Apache-2.0
#include "inspection/words/record.hpp"

namespace ankao::inspection {

const FactLaw* VisitLaw::fact(const std::string& name) const {
  for (const FactLaw& one : facts)
    if (one.name == name) return &one;
  return nullptr;
}

const char* name_of(DifferenceKind value) { return value == DifferenceKind::Below ? "below" : "differs"; }

const char* name_of(Side value) { return value == Side::Team ? "team" : "unit"; }

std::optional<Side> side_of(const std::string& name) {
  if (name == "team") return Side::Team;
  return name == "unit" ? std::optional(Side::Unit) : std::nullopt;
}

} // namespace ankao::inspection
