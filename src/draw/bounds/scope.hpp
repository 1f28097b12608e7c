// SPDX-License-Identifier: Apache-2.0
// What the verifier knows of an instance and of the plans that a bound speaks of: those with the higher levels of the given plan.
#pragma once

#include <array>
#include <cstdint>
#include <vector>

#include "draw/bounds/exact.hpp"
#include "draw/check/facts.hpp"
#include "draw/words/plan.hpp"

namespace ankao::draw::proving {

using checking::at;

class Scope {
public:
  Scope(const Instance& instance, const Seed& seed, const Levels& levels);

  const Instance& instance() const { return *instance_; }
  const checking::Facts& facts() const { return facts_; }
  const Levels& levels() const { return levels_; }

  /// Slots of the date in which the room is open (R4).
  int slots(int room, int date) const { return slots_[at(room)][at(date)]; }
  /// Seats that one session of the subject can have there (R2); 0: none.
  std::int64_t seats(int room, int subject) const;
  /// R1, R4, R5 and eligibility: a candidate of the batch may sit in the room on the date, if a slot is open.
  bool may_sit(int batch, int room, int date) const;
  /// Candidates of the batch for whom there is a seat if nobody else sits.
  std::int64_t reachable(int batch) const { return reachable_[at(batch)]; }
  /// Seats at which the vacancy of a session begins to count (level V): base less what is free of charge.
  std::int64_t vacancy_limit(int room, int subject) const;

  /// Σ weight·unplaced of the subject in any plan, from a proven shortage.
  void shortage_proven(int subject, std::int64_t unplaced) { proven_[at(subject)] = unplaced; }
  std::int64_t proven_shortage(int subject) const { return proven_[at(subject)]; }
  /// rarity·⌈1000·u²/d⌉
  Exact shortage_cost(int subject, std::int64_t unplaced) const;
  /// Σ of the proven shortages: the bound of U.
  Exact least_unplaced() const;
  /// The most Σ weight·unplaced that the subject can have while U stands at the plan's value.
  std::int64_t most_unplaced(int subject) const;

  /// Visits without exception of (institution, site, subject): R7's limit less those held; never negative.
  std::int64_t visits_left(int institution, int site, int subject) const;
  /// The most seats for the subject at the site in one (date, slot).
  std::int64_t seats_at_once(int site, int subject) const;

private:
  bool open(int room, int time) const; ///< R4 without the institution
  bool ready(const Batch& batch, Date date) const;
  std::int64_t weighted_total(int subject) const { return totals_[at(subject)]; }

  const Instance* instance_;
  checking::Facts facts_;
  Levels levels_;
  std::vector<std::vector<int>> slots_;
  std::vector<std::vector<char>> ready_;
  std::vector<std::int64_t> reachable_, proven_, totals_;
};

} // namespace ankao::draw::proving
