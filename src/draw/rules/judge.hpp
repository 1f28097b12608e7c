// SPDX-License-Identifier: Apache-2.0
// The full evaluator: every rule and every level of draw.md for a whole seating, computed from nothing. It is the oracle of all
// incremental evaluation in the engine. O(sessions · queue) time.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "draw/rules/model.hpp"
#include "draw/rules/seating.hpp"
#include "draw/words/plan.hpp"

namespace ankao::draw {

/// One breach of a rule: R0 ... R10 as a number; -1 where an index does not apply.
struct Fault {
  int rule = 0;
  int room = -1;
  int time = -1;
  int batch = -1;
  bool operator==(const Fault&) const = default;
};

/// Visits of the year, history included, of a key that has more than its limit.
struct Exceeded {
  int visit_key = 0;
  int visits = 0;
};

/// The unweighted parts of Q, of draw.md's paragraph below the table.
struct Quality {
  std::int64_t imbalance = 0;
  std::int64_t waiting = 0;
  std::int64_t distance = 0;
  std::int64_t split = 0;
  std::int64_t retake_alone = 0;
};

struct Verdict {
  std::vector<Fault> faults;
  Levels levels;
  std::vector<int> tickets; ///< level T, batch by batch, places from 0
  std::vector<Exceeded> exceeded;
  Quality quality;
  bool lawful() const { return faults.empty(); }
  bool breaks(int rule) const;
};

/// A seating whose indices are out of range breaks the program's invariants; everything else is judged. Levels of an unlawful
/// seating are computed as far as they make sense.
Verdict judge(const Model& model, const Seating& seating);

/// Lexicographic over U ... Q and then T.
bool better(const Verdict& a, const Verdict& b);

/// rarity · ⌈1000·u²/d⌉ for one subject; 0 when it has no batches.
std::int64_t shortage(std::int64_t rarity, std::int64_t weighted_unplaced, std::int64_t weighted_total);

/// An institution's groups of the month: time -> sites it visits then (chained batches only), ascending without repetition.
using Chain = std::map<int, std::vector<int>>;
/// R6: no two neighbouring groups, the last of the history first, share a site.
bool chain_holds(const std::vector<int>& last_group, const Chain& chain);

} // namespace ankao::draw
