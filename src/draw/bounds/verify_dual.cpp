// SPDX-License-Identifier: Apache-2.0
#include "draw/bounds/verify_dual.hpp"

#include <algorithm>
#include <deque>
#include <optional>
#include <utility>

namespace ankao::draw::proving {
namespace {

constexpr std::int64_t k_most_whole_shares = 512;

/// A batch at a session: what each of its seats gains; at least so many (R9), at most so many.
struct Bid {
  Exact gain;  ///< of a seat, the cost of the share spread over the most that it can have
  Exact whole; ///< the same without it
  std::int64_t least = 1, limit = 0;
  int subject = 0;
};

class Dual {
public:
  Dual(const Scope& scope, const Prices& prices, Aim aim, int subject)
      : scope_(scope)
      , in_(scope.instance())
      , prices_(prices)
      , aim_(aim)
      , only_(subject)
      , scale_(prices.scale)
      , vacancy_(aim == Aim::Vacancy   ? Exact(prices.scale)
                 : aim == Aim::Quality ? Exact(prices.vacancy)
                                       : Exact(0)) {}

  Exact value() {
    Exact total = constants();
    for (int b = 0; b < static_cast<int>(in_.batches.size()); ++b)
      if (looked_at(in_.batches[at(b)].subject)) total += demand(b);
    for (int r = 0; r < static_cast<int>(in_.rooms.size()); ++r)
      for (int d = 0; d < static_cast<int>(in_.calendar.dates.size()); ++d)
        if (scope_.slots(r, d) > 0) total -= Exact(scope_.slots(r, d)) * session(r, d);
    return total;
  }

private:
  bool looked_at(int subject) const { return only_ < 0 || only_ == subject; }

  Exact demand(int b) const {
    const Exact price = prices_.batch[at(b)];
    if (aim_ == Aim::Shortage) return std::min(price, scale_ * scope_.facts().of(b).weight) * in_.batches[at(b)].candidates;
    return price * scope_.reachable(b);
  }

  Exact constants() const {
    Exact out = 0;
    for (int s = 0; s < static_cast<int>(in_.subjects.size()); ++s) {
      if (!looked_at(s)) continue;
      if (in_.subjects[at(s)].max_sessions) out -= Exact(prices_.session[at(s)]) * *in_.subjects[at(s)].max_sessions;
      if (aim_ != Aim::Shortage) out -= relief(s);
      if (aim_ == Aim::Quality) out += tangent_constant(s);
    }
    if (aim_ == Aim::Shortage) return out;
    for (const auto& [key, price] : prices_.visit)
      out -= Exact(price) * scope_.seats_at_once(key[1], key[2]) * (Exact(scope_.visits_left(key[0], key[1], key[2])) + scope_.levels().exceptions);
    if (aim_ == Aim::Beyond) return out;
    out -= Exact(prices_.beyond) * scope_.levels().beyond_offer;
    if (aim_ == Aim::Vacancy) return out;
    out -= vacancy_ * scope_.levels().vacant;
    for (int b = 0; b < static_cast<int>(in_.batches.size()); ++b)
      if (scope_.reachable(b) > 0) out -= scale_ * in_.policy.weights.split;
    return out;
  }

  /// What leaving candidates out can save, as far as U leaves room for it: a fractional knapsack.
  Exact relief(int s) const {
    std::vector<int> order;
    Exact room = scope_.most_unplaced(s);
    for (int b : scope_.facts().queue(s)) {
      room -= Exact(scope_.facts().of(b).weight) * (in_.batches[at(b)].candidates - scope_.reachable(b));
      if (prices_.batch[at(b)] > 0) order.push_back(b);
    }
    std::sort(order.begin(), order.end(), [&](int a, int b) {
      return Exact(prices_.batch[at(a)]) * scope_.facts().of(b).weight > Exact(prices_.batch[at(b)]) * scope_.facts().of(a).weight;
    });
    Exact out = 0;
    for (int b : order) {
      if (room <= 0) break;
      const Exact weight = scope_.facts().of(b).weight, whole = weight * scope_.reachable(b);
      out += whole <= room ? Exact(prices_.batch[at(b)]) * scope_.reachable(b) : (Exact(prices_.batch[at(b)]) * room).ceil_by(weight);
      room -= whole;
    }
    return out;
  }

  /// Sessions of the year at the point of linearisation, in 1/scale.
  Exact point(int s, int site) const {
    Exact out = 0;
    for (const PastSessions& past : in_.sessions)
      if (past.subject == s && past.site == site) out += scale_ * past.count;
    return out + month_point(s, site);
  }
  Exact month_point(int s, int site) const {
    const auto found = prices_.tangent.find({s, site});
    return found == prices_.tangent.end() ? 0 : found->second;
  }

  /// w·(k·Σa² − (Σa)² − Σ slope·m)/scale: the tangent's value at no session at all.
  Exact tangent_constant(int s) const {
    if (in_.subjects[at(s)].kind != SubjectKind::Practical) return 0;
    const std::vector<int>& sites = scope_.facts().offering(s);
    Exact sum = 0, squares = 0, linear = 0;
    for (int site : sites) {
      sum += point(s, site);
      squares += point(s, site) * point(s, site);
    }
    const auto k = static_cast<std::int64_t>(sites.size());
    for (int site : sites) linear += Exact(2) * (Exact(k) * point(s, site) - sum) * month_point(s, site);
    return (Exact(in_.policy.weights.imbalance) * (Exact(k) * squares - sum * sum - linear)).floor_by(scale_);
  }

  /// What one session of the subject costs before anybody sits, in 1/scale.
  Exact opening(int s, int site) {
    Exact out = in_.subjects[at(s)].max_sessions ? Exact(prices_.session[at(s)]) : Exact(0);
    if (aim_ != Aim::Quality || in_.subjects[at(s)].kind != SubjectKind::Practical) return out;
    const auto [known, fresh] = slopes_.try_emplace({s, site});
    if (fresh) {
      const std::vector<int>& sites = scope_.facts().offering(s);
      Exact sum = 0;
      for (int other : sites) sum += point(s, other);
      known->second = Exact(2) * in_.policy.weights.imbalance * (Exact(static_cast<std::int64_t>(sites.size())) * point(s, site) - sum);
    }
    return out + known->second;
  }

  /// What a seat of the batch there gains: its price less all that it costs.
  Exact gain(int b, int room, int date) const {
    const Batch& batch = in_.batches[at(b)];
    const int site = in_.rooms[at(room)].site;
    Exact out = prices_.batch[at(b)];
    if (aim_ == Aim::Shortage) return out;
    const auto& facts = scope_.facts().of(b);
    if (facts.counts) {
      const auto found = prices_.visit.find({batch.institution, site, batch.subject});
      if (found != prices_.visit.end()) out -= found->second;
    }
    if (!scope_.facts().in_offer(b, site)) out -= aim_ == Aim::Beyond ? scale_ : Exact(prices_.beyond);
    if (aim_ != Aim::Quality) return out;
    const Weights& w = in_.policy.weights;
    const auto& drawn = facts.order[at(facts.order_place[at(site)])];
    const std::int64_t weeks = (in_.calendar.dates[at(date)] - batch.completed) / 7;
    out -= scale_ * w.waiting * scope_.facts().rarity(batch.subject) * weeks * weeks;
    return out - scale_ * w.distance * (Exact(10) * drawn.band + drawn.inner);
  }

  /// Every share counts as a split; the first of each batch is given back in the constants.
  Exact share_cost() const { return aim_ == Aim::Quality ? scale_ * in_.policy.weights.split : Exact(0); }

  std::vector<Bid> bids(int s, int room, int date) const {
    std::vector<Bid> out;
    for (int b : scope_.facts().queue(s)) {
      if (!scope_.may_sit(b, room, date)) continue;
      if (aim_ > Aim::Beyond && scope_.levels().beyond_offer == 0 && !scope_.facts().in_offer(b, in_.rooms[at(room)].site)) continue;
      const std::int64_t limit = std::min<std::int64_t>(scope_.seats(room, s), in_.batches[at(b)].candidates);
      const Exact whole = gain(b, room, date);
      const std::int64_t least = std::max(1, std::min({in_.policy.min_fragment, in_.batches[at(b)].candidates, in_.rooms[at(room)].seats.at(s)}));
      out.push_back({whole - share_cost().floor_by(limit), whole, least, limit, s});
    }
    return out;
  }

  /// The best that a session can gain: never more than this, whoever sits there.
  Exact session(int room, int date) { return in_.rooms[at(room)].exclusive ? exclusive(room, date) : mixed(room, date); }

  static void sort(std::vector<Bid>& bids) {
    std::sort(bids.begin(), bids.end(), [](const Bid& a, const Bid& b) { return a.gain > b.gain; });
  }

  Exact exclusive(int room, int date) {
    Exact best = 0;
    for (const auto& [s, ignored] : in_.rooms[at(room)].seats) {
      if (!looked_at(s)) continue;
      std::vector<Bid> all = bids(s, room, date);
      if (all.empty()) continue;
      const Exact cost = opening(s, in_.rooms[at(room)].site);
      const std::int64_t seats = scope_.seats(room, s), limit = scope_.vacancy_limit(room, s);
      if (fill(all, seats, limit, {}) - cost > best) best = std::max(best, whole_shares(all, seats, limit) - cost);
    }
    return best;
  }

  /// Several subjects in one room: a positive opening is spread over the seats, a negative one is given away.
  Exact mixed(int room, int date) {
    std::vector<Bid> all;
    std::map<int, std::int64_t> limits;
    Exact given = 0;
    std::int64_t vacancy_limit = 0;
    for (const auto& [s, ignored] : in_.rooms[at(room)].seats) {
      if (!looked_at(s)) continue;
      const Exact cost = opening(s, in_.rooms[at(room)].site);
      std::vector<Bid> here = bids(s, room, date);
      if (here.empty()) continue;
      limits[s] = scope_.seats(room, s);
      vacancy_limit = scope_.vacancy_limit(room, s);
      if (cost < 0) given -= cost;
      for (Bid& bid : here) {
        if (cost <= 0) continue;
        bid.gain -= cost.floor_by(limits[s]);
        bid.whole -= cost.floor_by(limits[s]);
      }
      all.insert(all.end(), here.begin(), here.end());
    }
    if (all.empty()) return 0;
    const std::int64_t capacity = in_.rooms[at(room)].capacity;
    const Exact divisible = fill(all, capacity, vacancy_limit, limits);
    if (divisible + given <= 0) return 0;
    return std::max(Exact(0), std::min(divisible, whole_shares(all, capacity, vacancy_limit)) + given);
  }

  /// Seats sold to the best bids; each of the first `vacancy_limit` saves a vacant seat besides. At least one is sold.
  Exact fill(std::vector<Bid>& all, std::int64_t seats, std::int64_t vacancy_limit, std::map<int, std::int64_t> limits) const {
    sort(all);
    Exact out = Exact(0) - vacancy_ * vacancy_limit;
    std::int64_t used = 0;
    for (const Bid& bid : all) {
      std::int64_t take = std::min(bid.limit, seats - used);
      if (const auto limit = limits.find(bid.subject); limit != limits.end()) {
        take = std::min(take, limit->second);
        limit->second -= take;
      }
      const std::int64_t counted = std::min(take, std::max<std::int64_t>(0, vacancy_limit - used));
      if (used == 0 && bid.gain + (vacancy_limit > 0 ? vacancy_ : Exact(0)) <= 0) return out + bid.gain + (vacancy_limit > 0 ? vacancy_ : Exact(0));
      if (bid.gain + vacancy_ > 0) out += (bid.gain + vacancy_) * counted;
      if (bid.gain > 0) out += bid.gain * (take - counted);
      used += take;
      if (bid.gain + vacancy_ <= 0) break;
    }
    return out;
  }

  /// The same with shares of R9's size and a cost of their own: the best value of every number of seats, bid by bid. Rooms too
  /// large for that keep the divisible shares.
  Exact whole_shares(std::vector<Bid>& all, std::int64_t seats, std::int64_t vacancy_limit) const {
    if (seats > k_most_whole_shares) return fill(all, seats, vacancy_limit, {});
    std::vector<std::optional<Exact>> value(static_cast<std::size_t>(seats) + 1);
    value[0] = 0;
    for (const Bid& bid : all) value = with_share(value, bid);
    Exact best = Exact(0) - Exact(k_most_price) * k_most_price;
    for (std::int64_t used = 1; used <= seats; ++used)
      if (const auto& sold = value[static_cast<std::size_t>(used)]) best = std::max(best, *sold + vacancy_ * (std::min(used, vacancy_limit) - vacancy_limit));
    return best;
  }

  std::vector<std::optional<Exact>> with_share(const std::vector<std::optional<Exact>>& value, const Bid& bid) const {
    auto out = value;
    std::deque<std::pair<std::int64_t, Exact>> before; // seats taken without the bid, best first, what they are worth less the bid's own gain
    for (std::int64_t used = bid.least; used < static_cast<std::int64_t>(value.size()); ++used) {
      const std::int64_t others = used - bid.least;
      if (const auto& sold = value[static_cast<std::size_t>(others)]) {
        const Exact worth = *sold - bid.whole * others;
        while (!before.empty() && before.back().second <= worth) before.pop_back();
        before.emplace_back(others, worth);
      }
      while (!before.empty() && before.front().first < used - bid.limit) before.pop_front();
      if (before.empty()) continue;
      auto& sold = out[static_cast<std::size_t>(used)];
      const Exact worth = before.front().second + bid.whole * used - share_cost();
      if (!sold || worth > *sold) sold = worth;
    }
    return out;
  }

  const Scope& scope_;
  const Instance& in_;
  const Prices& prices_;
  Aim aim_;
  int only_;
  Exact scale_, vacancy_;
  std::map<std::pair<int, int>, Exact> slopes_;
};

} // namespace

Exact dual_value(const Scope& scope, const Prices& prices, Aim aim, int subject) { return Dual(scope, prices, aim, subject).value(); }

} // namespace ankao::draw::proving
