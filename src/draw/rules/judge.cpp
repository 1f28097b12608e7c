// SPDX-License-Identifier: Apache-2.0
#include "draw/rules/judge.hpp"

#include <algorithm>
#include <limits>
#include <set>
#include <tuple>

#include "base/ensure.hpp"
#include "draw/rules/envy.hpp"
#include "draw/rules/ledger.hpp"

namespace ankao::draw {
namespace {

__extension__ using Wide = __int128;

std::int64_t narrow(Wide value) {
  constexpr Wide k_most = std::numeric_limits<std::int64_t>::max();
  return static_cast<std::int64_t>(std::min(value, k_most));
}

class Judge {
public:
  Judge(const Model& model, const Seating& seating)
      : model_(model)
      , instance_(model.instance)
      , seating_(seating)
      , ledger_(model, seating) {}

  Verdict run() {
    judge_sittings();
    judge_rooms();
    judge_batches();
    judge_institutions();
    judge_quotas();
    measure_unplaced();
    measure_visits();
    measure_places();
    verdict_.levels.envy = count_envy(model_, seating_, ledger_);
    measure_quality();
    return std::move(verdict_);
  }

private:
  void fault(int rule, int room = -1, int time = -1, int batch = -1) { verdict_.faults.push_back({rule, room, time, batch}); }

  void judge_sittings() {
    std::set<std::tuple<int, int, int>> seen;
    for (const Sitting& s : seating_) {
      if (s.seats.empty()) fault(0, s.room, s.time);
      if (model_.seats(s.room, s.subject) == 0) fault(0, s.room, s.time);
      if (!at(at(model_.open, s.room), s.time)) fault(4, s.room, s.time);
      if (!seen.insert({s.room, s.time, s.subject}).second) fault(3, s.room, s.time);
      std::set<int> present;
      for (const Share& share : s.seats) {
        if (!present.insert(share.batch).second) fault(0, s.room, s.time, share.batch);
        judge_share(s, share);
      }
    }
  }

  void judge_share(const Sitting& s, const Share& share) {
    const Batch& batch = at(instance_.batches, share.batch);
    const BatchFacts& facts = at(model_.batches, share.batch);
    const Site& site = at(instance_.sites, at(instance_.rooms, s.room).site);
    if (share.candidates < 1 || batch.subject != s.subject) fault(0, s.room, s.time, share.batch);
    if (facts.waiver == Waiver::None && site.owner == batch.institution) fault(1, s.room, s.time, share.batch);
    if (at(facts.ready, s.time) == Ready::Suspended) fault(4, s.room, s.time, share.batch);
    if (at(facts.ready, s.time) == Ready::NotReady) fault(5, s.room, s.time, share.batch);
    if (share.candidates < model_.smallest_share(share.batch, s.room, s.subject)) fault(9, s.room, s.time, share.batch);
  }

  void judge_rooms() {
    std::map<std::pair<int, int>, std::int64_t> used;
    std::map<std::pair<int, int>, std::set<int>> served;
    for (const Sitting& s : seating_) {
      std::int64_t here = 0;
      for (const Share& share : s.seats) here += share.candidates;
      if (here > model_.seats(s.room, s.subject)) fault(2, s.room, s.time);
      used[{s.room, s.time}] += here;
      served[{s.room, s.time}].insert(s.subject);
    }
    for (const auto& [where, count] : used)
      if (count > at(instance_.rooms, where.first).capacity) fault(2, where.first, where.second);
    for (const auto& [where, subjects] : served)
      if (at(instance_.rooms, where.first).exclusive && subjects.size() > 1) fault(3, where.first, where.second);
    for (const auto& [where, subjects] : served)
      for (int subject : subjects)
        verdict_.levels.vacant +=
            subject == *subjects.begin()
                ? model_.vacancy(where.first, subject, static_cast<int>(std::min<std::int64_t>(used[where], 1000000000)))
                : 0;
  }

  void judge_batches() {
    std::map<std::pair<int, int>, int> body;
    for (int b = 0; b < count_of(model_.batches); ++b) {
      if (ledger_.left(b) < 0) fault(0, -1, -1, b);
      for (const Stay& stay : ledger_.stays(b)) {
        const auto [who, fresh] = body.try_emplace({at(model_.batches, b).class_index, stay.time}, b);
        if (!fresh && who->second != b) fault(10, stay.room, stay.time, b);
      }
    }
  }

  void judge_institutions() {
    for (int i = 0; i < count_of(instance_.institutions); ++i) {
      if (!chain_holds(at(model_.last_group, i), ledger_.chain(i))) fault(6);
      const auto most = instance_.policy.max_sites_per_institution_slot;
      for (const auto& [time, sites] : ledger_.attended(i))
        if (most && count_of(sites) > *most) fault(8, -1, time);
    }
  }

  void judge_quotas() {
    std::map<int, int> by_time, by_subject;
    for (const Sitting& s : seating_) {
      ++by_time[s.time];
      ++by_subject[s.subject];
    }
    for (const auto& [time, count] : by_time)
      if (instance_.policy.max_sessions_per_slot && count > *instance_.policy.max_sessions_per_slot) fault(8, -1, time);
    for (const auto& [subject, count] : by_subject) {
      const auto most = at(instance_.subjects, subject).max_sessions;
      if (most && count > *most) fault(8);
    }
  }

  void measure_unplaced() {
    for (const SubjectFacts& subject : model_.subjects) {
      std::int64_t missing = 0, total = 0;
      for (int b : subject.queue) {
        missing += at(model_.batches, b).weight * std::max<std::int64_t>(0, ledger_.left(b));
        total += static_cast<std::int64_t>(at(model_.batches, b).weight) * at(instance_.batches, b).candidates;
      }
      verdict_.levels.unplaced += shortage(subject.rarity, missing, total);
    }
  }

  void measure_visits() {
    for (int k = 0; k < count_of(model_.visit_keys); ++k) {
      const int visits = ledger_.visits(k);
      const int limit = at(model_.visit_keys, k).limit;
      if (visits <= limit) continue;
      verdict_.levels.exceptions += visits - limit;
      verdict_.exceeded.push_back({k, visits});
    }
  }

  void measure_places() {
    for (int subject : model_.subjects_by_id)
      for (int b : at(model_.subjects, subject).queue) {
        std::vector<int> places;
        for (const Stay& stay : ledger_.stays(b)) {
          const int place = at(at(model_.batches, b).place, stay.site);
          places.push_back(place);
          if (place < 0 || place >= at(model_.batches, b).offer) verdict_.levels.beyond_offer += stay.candidates;
        }
        std::sort(places.begin(), places.end());
        verdict_.tickets.insert(verdict_.tickets.end(), places.begin(), places.end());
      }
  }

  void measure_quality() {
    for (int b = 0; b < count_of(model_.batches); ++b) measure_batch(b);
    measure_retakes();
    const Wide imbalance = measure_imbalance();
    const Weights& w = instance_.policy.weights;
    Quality& q = verdict_.quality;
    q.imbalance = narrow(imbalance);
    verdict_.levels.quality = narrow(imbalance * w.imbalance + Wide{q.waiting} * w.waiting + Wide{q.distance} * w.distance +
                                     Wide{q.split} * w.split + Wide{q.retake_alone} * w.retake_alone);
  }

  void measure_batch(int b) {
    const BatchFacts& facts = at(model_.batches, b);
    const std::int64_t rarity = at(model_.subjects, at(instance_.batches, b).subject).rarity;
    for (const Stay& stay : ledger_.stays(b)) {
      const std::int64_t weeks = model_.weeks_waited(b, stay.time);
      verdict_.quality.waiting += rarity * stay.candidates * weeks * weeks;
      const int place = at(facts.place, stay.site);
      if (place < 0) continue;
      const DrawnSite& drawn = at(facts.order, place);
      verdict_.quality.distance += std::int64_t{stay.candidates} * (10 * drawn.band + drawn.inner);
    }
    verdict_.quality.split += std::max(0, count_of(ledger_.stays(b)) - 1);
  }

  void measure_retakes() {
    std::set<int> with_regular;
    const auto regular = [&](int b) { return at(instance_.batches, b).kind == BatchKind::Regular; };
    for (int b = 0; b < count_of(model_.batches); ++b)
      if (regular(b) && !ledger_.stays(b).empty()) with_regular.insert(at(instance_.batches, b).subject);
    for (const Sitting& s : seating_) {
      const bool alone = std::none_of(s.seats.begin(), s.seats.end(), [&](const Share& share) { return regular(share.batch); });
      if (alone && with_regular.contains(s.subject)) ++verdict_.quality.retake_alone;
    }
  }

  Wide measure_imbalance() const {
    auto sessions = model_.past_sessions;
    for (const Sitting& s : seating_) {
      const std::vector<int>& sites = at(model_.subjects, s.subject).sites;
      const auto found = std::lower_bound(sites.begin(), sites.end(), at(instance_.rooms, s.room).site);
      if (found != sites.end()) ++at(sessions, s.subject)[static_cast<std::size_t>(found - sites.begin())];
    }
    Wide total = 0;
    for (int j = 0; j < count_of(model_.subjects); ++j) {
      if (!model_.practical(j)) continue;
      Wide sum = 0, squares = 0;
      for (std::int64_t n : at(sessions, j)) {
        sum += n;
        squares += Wide{n} * n;
      }
      total += squares * count_of(at(sessions, j)) - sum * sum;
    }
    return total;
  }

  const Model& model_;
  const Instance& instance_;
  const Seating& seating_;
  Ledger ledger_;
  Verdict verdict_;
};

} // namespace

bool Verdict::breaks(int rule) const {
  return std::any_of(faults.begin(), faults.end(), [&](const Fault& fault) { return fault.rule == rule; });
}

Verdict judge(const Model& model, const Seating& seating) { return Judge(model, seating).run(); }

bool better(const Verdict& a, const Verdict& b) { return std::tie(a.levels, a.tickets) < std::tie(b.levels, b.tickets); }

std::int64_t shortage(std::int64_t rarity, std::int64_t weighted_unplaced, std::int64_t weighted_total) {
  if (weighted_total == 0) return 0;
  const Wide square = Wide{1000} * weighted_unplaced * weighted_unplaced;
  return narrow((square + weighted_total - 1) / weighted_total * rarity);
}

bool chain_holds(const std::vector<int>& last_group, const Chain& chain) {
  const std::vector<int>* before = &last_group;
  for (const auto& [time, sites] : chain) {
    std::vector<int> common;
    std::set_intersection(before->begin(), before->end(), sites.begin(), sites.end(), std::back_inserter(common));
    if (!common.empty()) return false;
    before = &sites;
  }
  return true;
}

} // namespace ankao::draw
