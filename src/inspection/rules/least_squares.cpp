// SPDX-License-Identifier: Apache-2.0
#include "inspection/rules/least_squares.hpp"

#include "base/ensure.hpp"
#include "inspection/rules/whole.hpp"

namespace ankao::inspection {
namespace {

using Row = std::vector<Whole>;

/// The normal equations with node 0 held at zero: the last column is the right side.
std::vector<Row> equations(std::size_t count, const std::vector<Difference>& measured) {
  std::vector<Row> out(count, Row(count + 1));
  for (const Difference& one : measured) {
    const Whole weight(one.weight), pull = weight * Whole(one.difference);
    out[one.from][one.from] = out[one.from][one.from] + weight;
    out[one.to][one.to] = out[one.to][one.to] + weight;
    out[one.from][one.to] = out[one.from][one.to] - weight;
    out[one.to][one.from] = out[one.to][one.from] - weight;
    out[one.to][count] = out[one.to][count] + pull;
    out[one.from][count] = out[one.from][count] - pull;
  }
  out.erase(out.begin());
  for (Row& row : out) row.erase(row.begin());
  return out;
}

/// Elimination without fractions (Bareiss): every division comes out even. Pivots are minors of a positive matrix, so never zero.
void eliminate(std::vector<Row>& rows) {
  Whole last(1);
  for (std::size_t k = 0; k < rows.size(); ++k) {
    ensure(!rows[k][k].zero(), "what is compared hangs together");
    for (std::size_t i = k + 1; i < rows.size(); ++i) {
      for (std::size_t j = k + 1; j < rows[i].size(); ++j) rows[i][j] = (rows[k][k] * rows[i][j] - rows[i][k] * rows[k][j]) / last;
      rows[i][k] = Whole();
    }
    last = rows[k][k];
  }
}

} // namespace

std::vector<std::int64_t> least_squares(std::size_t count, const std::vector<Difference>& measured) {
  if (count < 2) return std::vector<std::int64_t>(count, 0);
  std::vector<Row> rows = equations(count, measured);
  eliminate(rows);
  const std::size_t n = rows.size();
  // Numerators over the one denominator, the last pivot.
  const Whole below = rows[n - 1][n - 1];
  std::vector<Whole> above(n);
  for (std::size_t i = n; i-- > 0;) {
    Whole left = below * rows[i][n];
    for (std::size_t j = i + 1; j < n; ++j) left = left - rows[i][j] * above[j];
    above[i] = left / rows[i][i];
  }
  Whole sum;
  for (const Whole& one : above) sum = sum + one;
  const Whole nodes(static_cast<std::int64_t>(count));
  std::vector<std::int64_t> out{nearest(-sum, nodes * below)};
  for (const Whole& one : above) out.push_back(nearest(nodes * one - sum, nodes * below));
  return out;
}

} // namespace ankao::inspection
