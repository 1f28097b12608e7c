// SPDX-License-Identifier: Apache-2.0
#include "draw/bounds/bounds.hpp"

#include <algorithm>
#include <limits>

#include "draw/bounds/ascent.hpp"
#include "draw/bounds/sharing.hpp"
#include "draw/bounds/simple.hpp"
#include "draw/rules/judge.hpp"

namespace ankao::draw {
namespace {

using namespace producing;

constexpr int k_default_steps = 240;

class Producer {
public:
  Producer(const Instance& instance, const Plan& plan, int effort)
      : in_(instance)
      , plan_(plan)
      , model_(instance, digest_from_hex(plan.seed).value_or(Digest{}))
      , steps_(effort > 0 ? effort : k_default_steps) {
    out_.instance_sm3 = plan.instance_sm3;
    out_.levels.fill(0);
    proven_.assign(in_.subjects.size(), 0);
  }

  Bounds run() {
    if (!sane()) return out_;
    unplaced();
    limit_unplaced();
    exceptions();
    beyond();
    vacant();
    quality();
    return std::move(out_);
  }

private:
  /// Absurd amounts are left to the trivial bound; the ones below never come near an overflow.
  bool sane() const {
    std::int64_t all = 0;
    for (const Batch& batch : in_.batches) all += batch.candidates;
    for (const PastSessions& past : in_.sessions)
      if (past.count > 1'000'000) return false;
    for (const Room& room : in_.rooms)
      if (room.capacity > 1'000'000 || std::any_of(room.seats.begin(), room.seats.end(), [](const auto& seat) { return seat.second > 1'000'000; }))
        return false;
    return all <= 10'000'000 && in_.policy.vacancy_free_percent <= 100;
  }

  void unplaced() {
    std::vector<std::int64_t> missing = weighted_unplaced();
    for (int s = 0; s < count_of(in_.subjects); ++s) {
      if (at(missing, s) == 0) continue;
      auto shortage = shortage_of(model_, s, false);
      if (!shortage) continue;
      at(proven_, s) = shortage->unplaced;
      out_.shortages.push_back(std::move(*shortage));
    }
    if (least_unplaced() == plan_.levels.unplaced) return claim(0, least_unplaced());
    SharedProof shared = shared_rooms(model_, {proven_, std::move(missing)});
    out_.shared = std::move(shared.certificates);
    claim(0, least_unplaced() + shared.gain);
  }

  std::vector<std::int64_t> weighted_unplaced() const {
    std::map<std::string, std::int64_t> left;
    for (const Unplaced& u : plan_.unplaced) left[u.batch] += u.candidates;
    std::vector<std::int64_t> out(in_.subjects.size(), 0);
    for (int b = 0; b < count_of(in_.batches); ++b) at(out, at(in_.batches, b).subject) += at(model_.batches, b).weight * left[at(in_.batches, b).id];
    return out;
  }

  std::int64_t weighted_total(int s) const {
    std::int64_t out = 0;
    for (int b : at(model_.subjects, s).queue) out += std::int64_t{at(model_.batches, b).weight} * at(in_.batches, b).candidates;
    return out;
  }
  std::int64_t cost(int s, std::int64_t weighted) const { return shortage(at(model_.subjects, s).rarity, weighted, weighted_total(s)); }
  std::int64_t least_unplaced() const {
    std::int64_t out = 0;
    for (int s = 0; s < count_of(in_.subjects); ++s) out += cost(s, at(proven_, s));
    return out;
  }

  /// What the plan's U leaves to each subject, once the others have what they cannot avoid.
  void limit_unplaced() {
    const std::int64_t spare = plan_.levels.unplaced - least_unplaced();
    const std::vector<std::int64_t> reach = reachable(model_);
    for (int s = 0; s < count_of(in_.subjects); ++s) {
      std::int64_t low = 0, high = weighted_total(s);
      while (low < high) {
        const std::int64_t middle = low + (high - low + 1) / 2;
        if (cost(s, middle) <= spare + cost(s, at(proven_, s))) {
          low = middle;
        } else {
          high = middle - 1;
        }
      }
      most_.unplaced.push_back(low);
      for (int b : at(model_.subjects, s).queue) low -= at(model_.batches, b).weight * (at(in_.batches, b).candidates - at(reach, b));
      slack_.unplaced.push_back(low);
    }
  }

  /// With divisible shares first, which is quick; then with whole ones.
  Climbed climbed(const Frame& frame, Point start, std::int64_t target) const {
    Climbed rough = climb(frame, plan_.levels, slack_, std::move(start), target, steps_, Shares::Divisible);
    return climb(frame, plan_.levels, slack_, std::move(rough.point), target, std::max(1, steps_ / 2), Shares::Whole);
  }

  void exceptions() {
    if (plan_.levels.exceptions == 0) return;
    out_.exceptions = needed_exceptions(model_, most_);
    std::int64_t sum = 0;
    for (const NeededExceptions& e : out_.exceptions) sum += e.exceptions;
    claim(1, sum);
  }

  void beyond() {
    if (plan_.levels.beyond_offer == 0) return;
    const Frame frame = make_frame(model_, plan_.levels, Aim::Beyond);
    if (!frame.fits) return;
    Point start = DualFunction(frame, plan_.levels, slack_, false).origin();
    for (int s = 0; s < count_of(in_.subjects); ++s)
      if (const auto cut = shortage_of(model_, s, true))
        for (int b : at(model_.subjects, s).queue)
          if (at(cut->prices.batch, b) > 0) at(start.batch, b) = k_scale;
    const Climbed top = climbed(frame, std::move(start), plan_.levels.beyond_offer);
    if (top.value == 0) return;
    out_.beyond = prices_of(frame, top.point);
    claim(2, top.value);
  }

  void vacant() {
    if (plan_.levels.vacant == 0) return;
    std::int64_t by_coins = 0;
    out_.coins = coin_tables(model_, most_, by_coins);
    Frame frame = make_frame(model_, plan_.levels, Aim::Vacancy);
    if (!frame.fits) return claim(4, by_coins);
    const Point origin = DualFunction(frame, plan_.levels, slack_, false).origin();
    const Climbed all = climbed(frame, origin, plan_.levels.vacant);
    Climbed rest = all;
    for (const CoinTable& table : out_.coins)
      for (int b : at(model_.subjects, table.subject).queue) at(rest.point.batch, b) = std::min<std::int64_t>(0, at(rest.point.batch, b));
    rest = climb(frame, plan_.levels, slack_, rest.point, 0, 1, Shares::Whole);
    if (all.value > rest.value + by_coins) {
      out_.coins.clear();
      by_coins = 0;
      rest = all;
    }
    if (rest.value > 0) out_.vacancy = prices_of(frame, rest.point);
    claim(4, by_coins + rest.value);
  }

  void quality() {
    if (plan_.levels.quality == 0) return;
    const Frame frame = make_frame(model_, plan_.levels, Aim::Quality);
    if (!frame.fits) return;
    Point start = DualFunction(frame, plan_.levels, slack_, false).origin();
    std::vector<std::int64_t> cheapest(in_.batches.size(), std::numeric_limits<std::int64_t>::max());
    for (const Bid& bid : frame.bids) at(cheapest, bid.batch) = std::min(at(cheapest, bid.batch), bid.cost + frame.share_cost / bid.limit);
    for (int b = 0; b < count_of(in_.batches); ++b)
      if (at(frame.reach, b) > 0 && at(cheapest, b) < std::numeric_limits<std::int64_t>::max()) at(start.batch, b) = at(cheapest, b);
    set_tangent(start);
    const Climbed top = climbed(frame, std::move(start), plan_.levels.quality);
    if (top.value == 0) return;
    out_.quality = prices_of(frame, top.point);
    claim(5, top.value);
  }

  /// The plan's own sessions are the first guess of where the imbalance is least.
  void set_tangent(Point& point) const {
    std::map<std::string, int> sites, subjects;
    for (int i = 0; i < count_of(in_.sites); ++i) sites[at(in_.sites, i).id] = i;
    for (int i = 0; i < count_of(in_.subjects); ++i) subjects[at(in_.subjects, i).id] = i;
    for (const Session& session : plan_.sessions) {
      const auto site = sites.find(session.site), subject = subjects.find(session.subject);
      if (site == sites.end() || subject == subjects.end()) continue;
      const std::vector<int>& offering = at(model_.subjects, subject->second).sites;
      const auto place = std::lower_bound(offering.begin(), offering.end(), site->second);
      if (place != offering.end() && *place == site->second)
        at(at(point.tangent, subject->second), static_cast<int>(place - offering.begin())) += k_scale;
    }
  }

  void claim(std::size_t level, std::int64_t value) { out_.levels[level] = value; }

  const Instance& in_;
  const Plan& plan_;
  Model model_;
  int steps_;
  Bounds out_;
  std::vector<std::int64_t> proven_;
  Slack most_, slack_;
};

} // namespace

Bounds prove_bounds(const Instance& instance, const Plan& plan, int effort) { return Producer(instance, plan, effort).run(); }

} // namespace ankao::draw
