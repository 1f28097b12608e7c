// SPDX-License-Identifier: Apache-2.0
#include "inspection/rules/differences.hpp"

namespace ankao::inspection {

std::optional<DifferenceKind> difference(const Fact& fact, Mark mark, std::optional<int> counted, std::optional<int> known) {
  const auto stands = counted ? counted : known;
  if (!stands) return std::nullopt;
  if (mark == Mark::Met && *stands < fact.at_least) return DifferenceKind::Below;
  return counted && known && *counted != *known ? std::optional(DifferenceKind::Differs) : std::nullopt;
}

std::optional<Difference> difference_in(const std::vector<Answer>& answers, const std::string& item, const std::string& part, const Fact& fact, std::optional<int> known) {
  for (const Answer& one : answers) {
    if (one.item != item) continue;
    for (const PartAnswer& given : one.parts) {
      if (given.part != part) continue;
      const Count* count = given.count(fact.name);
      const auto counted = count == nullptr ? std::nullopt : std::optional(count->value);
      if (const auto kind = difference(fact, given.mark, counted, known)) return Difference{item, part, fact.name, fact.at_least, counted, known, *kind};
    }
  }
  return std::nullopt;
}

} // namespace ankao::inspection
