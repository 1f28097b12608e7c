// SPDX-License-Identifier: Apache-2.0
#include "draw/rules/envy.hpp"

#include <algorithm>

namespace ankao::draw {
namespace {

class Envy {
public:
  Envy(const Model& model, const Seating& seating, const Ledger& ledger)
      : model_(model)
      , instance_(model.instance)
      , seating_(seating)
      , ledger_(ledger) {
    for (const Sitting& s : seating)
      for (const Share& share : s.seats) used_[{s.room, s.time}] += share.candidates;
    for (int b = 0; b < count_of(model.batches); ++b)
      for (const Stay& stay : ledger.stays(b)) bodies_[{at(model.batches, b).class_index, stay.time}].push_back(b);
  }

  std::vector<std::pair<int, int>> pairs() {
    for (const Sitting& s : seating_) look_at(s);
    std::sort(pairs_.begin(), pairs_.end());
    pairs_.erase(std::unique(pairs_.begin(), pairs_.end()), pairs_.end());
    return std::move(pairs_);
  }

private:
  void look_at(const Sitting& s) {
    int last = -1;
    for (const Share& share : s.seats) last = std::max(last, rank(share.batch));
    const std::vector<int>& queue = at(model_.subjects, s.subject).queue;
    for (int r = 0; r < last; ++r) {
      const int a = at(queue, r);
      if (!wants(a, s) || reachable(a, s) < model_.smallest_share(a, s.room) || !could_sit(a, s)) continue;
      for (const Share& share : s.seats)
        if (rank(share.batch) > r) pairs_.emplace_back(a, share.batch);
    }
  }

  int rank(int b) const { return at(model_.batches, b).rank; }

  /// The session is at a site of a's offer and earlier than some seats of a, or a is partly unplaced.
  bool wants(int a, const Sitting& s) const {
    const int place = at(at(model_.batches, a).place, site(s));
    if (place < 0 || place >= at(model_.batches, a).offer) return false;
    return ledger_.left(a) > 0 || (!ledger_.stays(a).empty() && ledger_.stays(a).back().time > s.time);
  }

  /// Free seats of the session and those held there by batches after a.
  std::int64_t reachable(int a, const Sitting& s) const {
    std::int64_t here = 0, after = 0;
    for (const Share& share : s.seats) {
      here += share.candidates;
      if (rank(share.batch) > rank(a)) after += share.candidates;
    }
    const std::int64_t in_room = at(instance_.rooms, s.room).capacity - used_.at({s.room, s.time});
    return std::min(model_.seats(s.room, s.subject) - here, in_room) + after;
  }

  bool could_sit(int a, const Sitting& s) const {
    const BatchFacts& facts = at(model_.batches, a);
    if (at(facts.ready, s.time) != Ready::Yes) return false;
    const auto bodies = bodies_.find({facts.class_index, s.time});
    if (bodies != bodies_.end() && std::any_of(bodies->second.begin(), bodies->second.end(), [&](int b) { return b != a; })) return false;
    return !facts.counts || visit_holds(a, s);
  }

  /// R6 over the whole chain, the limit of R7 and the third part of R8, with a's later seats taken away and a seated here.
  bool visit_holds(int a, const Sitting& s) const {
    const BatchFacts& facts = at(model_.batches, a);
    const int institution = at(instance_.batches, a).institution;
    Chain attended = without_later(a, s.time, institution, false);
    insert(attended[s.time], site(s));
    const auto most = instance_.policy.max_sites_per_institution_slot;
    if (most && count_of(attended[s.time]) > *most) return false;
    if (visits_then(a, s) > at(model_.visit_keys, at(facts.order, at(facts.place, site(s))).visit_key).limit) return false;
    if (!facts.chained) return true;
    Chain chain = without_later(a, s.time, institution, true);
    insert(chain[s.time], site(s));
    return chain_holds(at(model_.last_group, institution), chain);
  }

  static void insert(std::vector<int>& sites, int site) {
    const auto spot = std::lower_bound(sites.begin(), sites.end(), site);
    if (spot == sites.end() || *spot != site) sites.insert(spot, site);
  }

  /// Whether another batch of the institution than `a` keeps this site at this time (for R6, when `chained_only`).
  bool kept(int a, const Stay& stay, int institution, bool chained_only) const {
    for (int b : present(institution)) {
      if (b == a || (chained_only && !at(model_.batches, b).chained)) continue;
      for (const Stay& other : ledger_.stays(b))
        if (other.time == stay.time && other.site == stay.site) return true;
    }
    return false;
  }

  Chain without_later(int a, int time, int institution, bool chained_only) const {
    Chain chain = chained_only ? ledger_.chain(institution) : ledger_.attended(institution);
    for (const Stay& stay : ledger_.stays(a)) {
      if (stay.time <= time || kept(a, stay, institution, chained_only)) continue;
      std::vector<int>& sites = chain[stay.time];
      sites.erase(std::remove(sites.begin(), sites.end(), stay.site), sites.end());
      if (sites.empty()) chain.erase(stay.time);
    }
    return chain;
  }

  int visits_then(int a, const Sitting& s) const {
    const BatchFacts& facts = at(model_.batches, a);
    const int key = at(facts.order, at(facts.place, site(s))).visit_key;
    int visits = ledger_.visits(key) + (ledger_.visit_times(key).contains(s.time) ? 0 : 1);
    std::vector<int> gone;
    for (const Stay& stay : ledger_.stays(a)) {
      if (stay.time <= s.time || stay.site != site(s) || std::find(gone.begin(), gone.end(), stay.time) != gone.end()) continue;
      gone.push_back(stay.time);
      if (!kept_in_subject(a, stay)) --visits;
    }
    return visits;
  }

  bool kept_in_subject(int a, const Stay& stay) const {
    const Batch& batch = at(instance_.batches, a);
    for (int b : present(batch.institution)) {
      if (b == a || at(instance_.batches, b).subject != batch.subject) continue;
      for (const Stay& other : ledger_.stays(b))
        if (other.time == stay.time && other.site == stay.site) return true;
    }
    return false;
  }

  /// The counting batches of an institution that have a seat.
  const std::vector<int>& present(int institution) const {
    if (present_.empty()) {
      present_.resize(instance_.institutions.size());
      for (int b = 0; b < count_of(model_.batches); ++b)
        if (at(model_.batches, b).counts && !ledger_.stays(b).empty()) at(present_, at(instance_.batches, b).institution).push_back(b);
    }
    return at(present_, institution);
  }

  int site(const Sitting& s) const { return at(instance_.rooms, s.room).site; }

  const Model& model_;
  const Instance& instance_;
  const Seating& seating_;
  const Ledger& ledger_;
  std::map<std::pair<int, int>, std::int64_t> used_;
  std::map<std::pair<int, int>, std::vector<int>> bodies_;
  mutable std::vector<std::vector<int>> present_;
  std::vector<std::pair<int, int>> pairs_;
};

} // namespace

std::vector<std::pair<int, int>> envious_pairs(const Model& model, const Seating& seating, const Ledger& ledger) {
  return Envy(model, seating, ledger).pairs();
}

std::int64_t count_envy(const Model& model, const Seating& seating, const Ledger& ledger) {
  return count_of(envious_pairs(model, seating, ledger));
}

} // namespace ankao::draw
