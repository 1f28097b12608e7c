// SPDX-License-Identifier: Apache-2.0
// One printed row understood on its own; what other rows say about the same institution comes later (build.hpp).
#pragma once

#include "registry/rules/findings.hpp"
#include "registry/rules/lexicon.hpp"
#include "registry/words/catalogue.hpp"

namespace ankao::registry {

inline constexpr int k_highest_row_number = 9999;
inline constexpr std::size_t k_longest_cell = 4000; ///< code points

/// Row::institution stays empty. What is wrong goes to `findings` as problems; the row returned is then not to be used.
/// Table b: the projects that a row repeats from table a are kept in Row::projects for comparison.
Row read_row(Table table, const PrintedRow& printed, const Catalogue& catalogue, const Lexicon& lexicon, Findings& findings);

} // namespace ankao::registry
