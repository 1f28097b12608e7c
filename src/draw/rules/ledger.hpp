// SPDX-License-Identifier: Apache-2.0
// A seating turned round: what each batch, institution and visit key has in it.
#pragma once

#include <algorithm>
#include <cstdint>
#include <map>
#include <set>
#include <vector>

#include "draw/rules/judge.hpp"

namespace ankao::draw {

/// One share of a batch, seen from the batch.
struct Stay {
  int time = 0;
  int room = 0;
  int site = 0;
  int candidates = 0;
};

class Ledger {
public:
  Ledger(const Model& model, const Seating& seating) {
    left_.resize(model.batches.size());
    stays_.resize(model.batches.size());
    chains_.resize(model.instance.institutions.size());
    attended_.resize(model.instance.institutions.size());
    visit_times_.resize(model.visit_keys.size());
    for (int b = 0; b < count_of(left_); ++b) at(left_, b) = at(model.instance.batches, b).candidates;
    for (const Sitting& s : seating)
      for (const Share& share : s.seats) enter(model, s, share);
    for (int k = 0; k < count_of(model.visit_keys); ++k) visits_.push_back(at(model.visit_keys, k).held + count_of(at(visit_times_, k)));
    for (auto& stays : stays_)
      std::sort(stays.begin(), stays.end(),
                [](const Stay& x, const Stay& y) { return std::pair(x.time, x.room) < std::pair(y.time, y.room); });
  }

  std::int64_t left(int batch) const { return at(left_, batch); }               ///< unplaced candidates
  const std::vector<Stay>& stays(int batch) const { return at(stays_, batch); } ///< by (time, room)
  const Chain& chain(int institution) const { return at(chains_, institution); }
  /// time -> sites that its counting batches attend then.
  const Chain& attended(int institution) const { return at(attended_, institution); }
  int visits(int key) const { return at(visits_, key); }                            ///< of the year, history included
  const std::set<int>& visit_times(int key) const { return at(visit_times_, key); } ///< of the month

private:
  static void insert_site(std::vector<int>& sites, int site) {
    const auto spot = std::lower_bound(sites.begin(), sites.end(), site);
    if (spot == sites.end() || *spot != site) sites.insert(spot, site);
  }

  void enter(const Model& model, const Sitting& s, const Share& share) {
    const int site = at(model.instance.rooms, s.room).site;
    at(left_, share.batch) -= share.candidates;
    at(stays_, share.batch).push_back({s.time, s.room, site, share.candidates});
    const BatchFacts& facts = at(model.batches, share.batch);
    const int institution = at(model.instance.batches, share.batch).institution;
    if (!facts.counts) return;
    insert_site(at(attended_, institution)[s.time], site);
    if (facts.chained) insert_site(at(chains_, institution)[s.time], site);
    const int place = at(facts.place, site);
    if (place >= 0) at(visit_times_, at(facts.order, place).visit_key).insert(s.time);
  }

  std::vector<std::int64_t> left_;
  std::vector<std::vector<Stay>> stays_;
  std::vector<Chain> chains_, attended_;
  std::vector<std::set<int>> visit_times_;
  std::vector<int> visits_;
};

} // namespace ankao::draw
