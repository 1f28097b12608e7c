// SPDX-License-Identifier: Apache-2.0
// A visit's counted figures against the register of the day.
#pragma once

#include <vector>

#include "inspection/service/visits.hpp"
#include "inspection/words/record.hpp"

namespace ankao::inspection {

/// Of every figure that the form asks for, in its order.
std::vector<Difference> differences_of(db::Transaction& transaction, const Visit& visit, const Standing& standing, Date day);

/// What a visit counted for an item, and what the register said of it then: for the problem that came of it.
struct CountedFigure {
  FactLaw law;
  int at_least = 0;
  std::optional<int> counted, known;
};
std::vector<CountedFigure> figures_of(db::Transaction& transaction, const Visit& visit, const Standing& standing, const std::string& item, Date day);

} // namespace ankao::inspection
