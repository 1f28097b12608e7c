// SPDX-License-Identifier: Apache-2.0
// How much chance there is in a month: many draws of the same instance, each with another seed, counted batch by batch.
// Integers only: ratios in thousandths, effective numbers in hundredths.
#pragma once

#include <cstdint>
#include <map>
#include <vector>

#include "draw/rules/model.hpp"
#include "draw/rules/seating.hpp"

namespace ankao::draw {

struct BatchChances {
  int batch = 0;
  std::vector<int> nearest;               ///< eligible sites of its nearest band that is not empty, ascending; k of them
  std::map<int, std::int64_t> seated;     ///< site -> candidates, over all draws
  std::map<int, std::int64_t> first;      ///< site -> draws in which it stood first in the drawn order
  std::int64_t placed = 0, unplaced = 0;  ///< candidates, over all draws
  std::int64_t weeks = 0;                 ///< Σ candidates · weeks waited
  bool has_choice() const { return nearest.size() >= 2; }
  /// Largest share of one site ÷ 1/k, in thousandths; 0 when it was never placed.
  std::int64_t lean() const;
  /// The same of the tickets alone: what uniform chance shows in so many draws.
  std::int64_t floor() const;
  /// 1 ÷ Σ share², in hundredths.
  std::int64_t effective_sites() const;
};

class Chances {
public:
  explicit Chances(const Instance& instance);
  /// One draw; the model is of the same instance.
  void add(const Model& model, const Seating& seating);
  int draws() const { return draws_; }
  const std::vector<BatchChances>& batches() const { return batches_; }

private:
  std::vector<BatchChances> batches_;
  int draws_ = 0;
};

/// The batches that the measure of chance is about: regular, with at least two sites in their nearest band, placed at least once.
std::vector<const BatchChances*> measured(const Instance& instance, const Chances& chances);

/// The p-th percentile (0 ... 100) by nearest rank; 0 of nothing.
std::int64_t percentile(std::vector<std::int64_t> values, int p);

/// Seed number `n` of a simulation: from the instance's digest and a fixed word, so that nobody can take it for a drawn one.
Seed simulated_seed(const Digest& instance_digest, int n);

} // namespace ankao::draw
