// SPDX-License-Identifier: Apache-2.0
// The differences of signed visits, kept where lists and boards count them.
#pragma once

#include <vector>

#include "inspection/store/board.hpp"
#include "inspection/words/record.hpp"

namespace ankao::inspection::store {

std::vector<db::Migration> difference_migrations();

/// Once, with the signature.
void put_differences(db::Transaction& transaction, const std::string& visit, const std::vector<Difference>& all);

/// A figure over the visits of offices.
struct FigureDifferences {
  std::string name;
  std::int64_t visits = 0, differs = 0, below = 0; ///< visits with either; with each
};
/// The most frequent first.
std::vector<FigureDifferences> differences_by_figure(db::Transaction& transaction, const BoardScope& scope, int most);
/// Signed visits of offices, and how many of them have a difference.
struct VisitsThatDiffer {
  std::int64_t visits = 0, differ = 0;
};
VisitsThatDiffer visits_that_differ(db::Transaction& transaction, const BoardScope& scope);

} // namespace ankao::inspection::store
