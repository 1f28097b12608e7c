// SPDX-License-Identifier: Apache-2.0
// Figures counted on the spot beside those of the register: where the two differ, or where a part is called met below what the form asks.
#pragma once

#include <optional>

#include "inspection/words/answers.hpp"
#include "inspection/words/record.hpp"

namespace ankao::inspection {

/// Nothing where they agree. `below` goes before `differs`: it is a wrong answer, not only a wrong register.
std::optional<DifferenceKind> difference(const Fact& fact, Mark mark, std::optional<int> counted, std::optional<int> known);

/// Of the standing answers of an item's part; the first that does not agree counts, so that a form with two columns tells a figure once.
std::optional<Difference> difference_in(const std::vector<Answer>& answers, const std::string& item, const std::string& part, const Fact& fact, std::optional<int> known);

} // namespace ankao::inspection
