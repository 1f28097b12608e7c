// SPDX-License-Identifier: Apache-2.0
#include "draw/bounds/dual.hpp"

#include <algorithm>

namespace ankao::draw::producing {
namespace {

constexpr std::int64_t k_never = -(std::int64_t{1} << 62);

} // namespace

DualFunction::DualFunction(const Frame& frame, const Levels& levels, Slack slack, bool whole)
    : frame_(frame)
    , model_(*frame.model)
    , in_(model_.instance)
    , levels_(levels)
    , slack_(std::move(slack))
    , whole_(whole)
    , slope_(in_.subjects.size(), std::vector<std::int64_t>(in_.sites.size(), 0))
    , position_(in_.subjects.size(), std::vector<int>(in_.sites.size(), -1)) {
  for (int s = 0; s < count_of(in_.subjects); ++s)
    for (int i = 0; i < count_of(at(model_.subjects, s).sites); ++i) at(at(position_, s), at(at(model_.subjects, s).sites, i)) = i;
}

Point DualFunction::origin() const {
  Point out;
  out.batch.assign(in_.batches.size(), 0);
  out.key.assign(frame_.keys.size(), 0);
  for (const SubjectFacts& subject : model_.subjects) out.tangent.emplace_back(subject.sites.size(), 0);
  return out;
}

void DualFunction::evaluate(const Point& point, Usage& out) {
  out.value = 0;
  out.placed.assign(in_.batches.size(), 0);
  out.left_out.assign(in_.batches.size(), 0);
  out.key.assign(frame_.keys.size(), 0);
  out.beyond = out.vacant = 0;
  out.sessions.clear();
  for (const SubjectFacts& subject : model_.subjects) out.sessions.emplace_back(subject.sites.size(), 0);
  vacancy_price_ = frame_.aim == Aim::Vacancy ? k_scale : frame_.aim == Aim::Quality ? point.vacancy : 0;
  if (frame_.aim == Aim::Quality) tangents(point, out);
  demand(point, out);
  for (const Group& group : frame_.groups) {
    const Wide gained = at(in_.rooms, group.room).exclusive ? exclusive(point, group) : mixed(point, group);
    if (gained <= 0) continue;
    out.value -= gained * group.slots;
    commit(group, out);
  }
}

void DualFunction::demand(const Point& point, Usage& out) const {
  for (int b = 0; b < count_of(in_.batches); ++b) out.value += Wide{at(point.batch, b)} * at(frame_.reach, b);
  for (int s = 0; s < count_of(in_.subjects); ++s) relief(s, point, out);
  for (int k = 0; k < count_of(frame_.keys); ++k) out.value -= Wide{at(point.key, k)} * at(frame_.keys, k).seats;
  if (frame_.aim == Aim::Beyond) return;
  out.value -= Wide{point.beyond} * levels_.beyond_offer;
  if (frame_.aim == Aim::Vacancy) return;
  out.value -= Wide{point.vacancy} * levels_.vacant;
  for (std::int64_t reach : frame_.reach)
    if (reach > 0) out.value -= Wide{k_scale} * in_.policy.weights.split;
}

void DualFunction::relief(int subject, const Point& point, Usage& out) const {
  std::int64_t room = at(slack_.unplaced, subject);
  if (room <= 0) return;
  std::vector<int> order;
  for (int b : at(model_.subjects, subject).queue)
    if (at(point.batch, b) > 0) order.push_back(b);
  const auto weight = [&](int b) { return at(model_.batches, b).weight; };
  std::sort(order.begin(), order.end(), [&](int a, int b) { return Wide{at(point.batch, a)} * weight(b) > Wide{at(point.batch, b)} * weight(a); });
  for (int b : order) {
    if (room <= 0) break;
    const std::int64_t whole = weight(b) * at(frame_.reach, b);
    const std::int64_t part = std::min(room, whole);
    out.value -= (Wide{at(point.batch, b)} * part + weight(b) - 1) / weight(b);
    at(out.left_out, b) = part / weight(b);
    room -= part;
  }
}

void DualFunction::tangents(const Point& point, Usage& out) {
  for (int s = 0; s < count_of(in_.subjects); ++s) {
    if (!model_.practical(s)) continue;
    const std::vector<int>& sites = at(model_.subjects, s).sites;
    const std::int64_t k = count_of(sites), weight = in_.policy.weights.imbalance;
    std::int64_t sum = 0;
    Wide squares = 0, linear = 0;
    std::vector<std::int64_t> a;
    for (int i = 0; i < count_of(sites); ++i) {
      a.push_back(k_scale * at(at(model_.past_sessions, s), i) + at(at(point.tangent, s), i));
      sum += a.back();
      squares += Wide{a.back()} * a.back();
    }
    for (int i = 0; i < count_of(sites); ++i) {
      const std::int64_t slope = 2 * (k * at(a, i) - sum);
      linear += Wide{slope} * at(at(point.tangent, s), i);
      at(at(slope_, s), at(sites, i)) = weight * slope;
    }
    const Wide constant = Wide{weight} * (squares * k - Wide{sum} * sum - linear);
    out.value += constant / k_scale - (constant % k_scale < 0 ? 1 : 0);
  }
}

std::int64_t DualFunction::opening(const Group& group, const Offer& offer) const {
  return frame_.aim == Aim::Quality ? at(at(slope_, offer.subject), at(in_.rooms, group.room).site) : 0;
}

void DualFunction::begin_ranking() {
  ranked_.clear();
  items_.clear();
  lone_ = nullptr;
}

/// Bids of an offer that may be taken: the best one always, for a session has somebody in it.
void DualFunction::rank(const Point& point, const Offer& offer, int number, std::int64_t extra) {
  const std::size_t before = ranked_.size();
  Ranked best{0, 0, nullptr, number};
  for (int i = offer.first; i < offer.last; ++i) {
    const Bid& bid = at(frame_.bids, i);
    std::int64_t own = at(point.batch, bid.batch) - bid.cost - extra;
    if (bid.key >= 0) own -= at(point.key, bid.key);
    if (bid.beyond && frame_.aim != Aim::Beyond) own -= point.beyond;
    const std::int64_t gain = own - frame_.share_cost / bid.limit;
    if (gain + vacancy_price_ > 0) ranked_.push_back({gain, own, &bid, number});
    if (best.bid == nullptr || gain > best.gain) best = {gain, own, &bid, number};
    if (!whole_ || bid.least > bid.limit) continue;
    if (own + vacancy_price_ > 0) {
      items_.push_back({gain, own, &bid, number});
    } else if (const std::int64_t alone = own * bid.least + vacancy_price_ * std::min(bid.least, offer.vacancy_limit); lone_ == nullptr || alone > lone_value_) {
      lone_ = &bid;
      lone_value_ = alone;
    }
  }
  if (ranked_.size() == before && best.bid != nullptr) ranked_.push_back(best);
}

/// As fill() of the verifier; taken_ and used_ tell what was sold.
Wide DualFunction::fill(std::int64_t seats, std::int64_t vacancy_limit, bool limited) {
  std::sort(ranked_.begin(), ranked_.end(), [](const Ranked& a, const Ranked& b) { return a.gain > b.gain; });
  Wide out = -Wide{vacancy_price_} * vacancy_limit;
  taken_.clear();
  used_ = 0;
  for (const Ranked& r : ranked_) {
    const std::int64_t first_bonus = vacancy_limit > 0 ? vacancy_price_ : 0;
    if (used_ == 0 && r.gain + first_bonus <= 0) {
      taken_.emplace_back(r.bid, 1);
      used_ = 1;
      return out + r.gain + first_bonus;
    }
    if (r.gain + vacancy_price_ <= 0) break;
    std::int64_t take = std::min<std::int64_t>(r.bid->limit, seats - used_);
    if (limited) {
      take = std::min<std::int64_t>(take, at(offer_left_, r.offer));
      at(offer_left_, r.offer) -= static_cast<int>(take);
    }
    const std::int64_t counted = std::min(take, std::max<std::int64_t>(0, vacancy_limit - used_));
    if (r.gain <= 0) take = counted;
    out += Wide{r.gain} * take + Wide{vacancy_price_} * counted;
    if (take > 0) taken_.emplace_back(r.bid, static_cast<int>(take));
    used_ += take;
    if (used_ >= seats || (r.gain <= 0 && used_ >= vacancy_limit)) break;
  }
  return out;
}

/// The item's shares beside those before it: the best value of every number of seats, by a window over the seats left to it.
void DualFunction::add_share(const Ranked& item, int number, int seats) {
  const int least = item.bid->least, most = item.bid->limit;
  next_value_ = value_;
  window_.clear();
  std::size_t first = 0;
  for (int taken = least; taken <= seats; ++taken) {
    const int before = taken - least;
    if (at(value_, before) > k_never) {
      const std::int64_t value = at(value_, before) - item.own * before;
      while (window_.size() > first && window_.back().value <= value) window_.pop_back();
      window_.push_back({before, value});
    }
    while (first < window_.size() && window_[first].seats < taken - most) ++first;
    if (first == window_.size()) continue;
    const std::int64_t value = window_[first].value + item.own * taken - frame_.share_cost;
    if (value <= at(next_value_, taken)) continue;
    at(next_value_, taken) = value;
    at(chosen_, number * (seats + 1) + taken) = taken - window_[first].seats;
  }
  value_.swap(next_value_);
}

/// As whole_shares() of the verifier; taken_ and used_ tell what was sold.
Wide DualFunction::fill_whole(int seats, std::int64_t vacancy_limit) {
  value_.assign(static_cast<std::size_t>(seats) + 1, k_never);
  value_[0] = 0;
  chosen_.assign(items_.size() * value_.size(), 0);
  for (int i = 0; i < count_of(items_); ++i) add_share(at(items_, i), i, seats);
  const auto with_vacancy = [&](std::int64_t value, int used) { return Wide{value} + Wide{vacancy_price_} * (std::min<std::int64_t>(used, vacancy_limit) - vacancy_limit); };
  Wide best = k_never;
  used_ = 0;
  for (int used = 1; used <= seats; ++used)
    if (at(value_, used) > k_never && with_vacancy(at(value_, used), used) > best) {
      best = with_vacancy(at(value_, used), used);
      used_ = used;
    }
  taken_.clear();
  if (lone_ != nullptr && Wide{lone_value_} - frame_.share_cost - Wide{vacancy_price_} * vacancy_limit > best) {
    used_ = lone_->least;
    taken_.emplace_back(lone_, lone_->least);
    return Wide{lone_value_} - frame_.share_cost - Wide{vacancy_price_} * vacancy_limit;
  }
  for (int i = count_of(items_) - 1, used = static_cast<int>(used_); i >= 0; --i) {
    const int share = at(chosen_, i * (seats + 1) + used);
    if (share > 0) taken_.emplace_back(at(items_, i).bid, share);
    used -= share;
  }
  return best;
}

Wide DualFunction::exclusive(const Point& point, const Group& group) {
  Wide best = 0;
  for (int o = group.first; o < group.last; ++o) {
    const Offer& offer = at(frame_.offers, o);
    begin_ranking();
    rank(point, offer, 0, 0);
    const std::int64_t cost = opening(group, offer);
    Wide gained = fill(offer.seats, offer.vacancy_limit, false) - cost;
    if (gained > best && whole_ && offer.seats <= k_most_whole) gained = fill_whole(offer.seats, offer.vacancy_limit) - cost;
    if (gained <= best) continue;
    best = gained;
    best_taken_ = taken_;
    best_opened_.assign(1, o);
    best_used_ = used_;
    best_limit_ = offer.vacancy_limit;
  }
  return best;
}

Wide DualFunction::mixed(const Point& point, const Group& group) {
  begin_ranking();
  offer_left_.clear();
  opened_.clear();
  Wide given = 0;
  for (int o = group.first; o < group.last; ++o) {
    const Offer& offer = at(frame_.offers, o);
    const std::int64_t cost = opening(group, offer);
    if (cost < 0) given -= cost;
    if (cost < 0) opened_.push_back(o);
    offer_left_.push_back(offer.seats);
    rank(point, offer, o - group.first, cost > 0 ? cost / offer.seats : 0);
  }
  const std::int64_t limit = at(frame_.offers, group.first).vacancy_limit;
  const int capacity = at(in_.rooms, group.room).capacity;
  Wide gained = fill(capacity, limit, true) + given;
  best_taken_ = taken_;
  best_used_ = used_;
  if (gained > 0 && whole_ && capacity <= k_most_whole)
    if (const Wide whole = fill_whole(capacity, limit) + given; whole < gained) {
      gained = whole;
      best_taken_ = taken_;
      best_used_ = used_;
    }
  best_opened_ = opened_;
  best_limit_ = limit;
  for (const auto& [bid, count] : best_taken_)
    for (int o = group.first; o < group.last; ++o)
      if (at(frame_.offers, o).subject == at(in_.batches, bid->batch).subject && std::find(best_opened_.begin(), best_opened_.end(), o) == best_opened_.end())
        best_opened_.push_back(o);
  return gained;
}

void DualFunction::commit(const Group& group, Usage& out) {
  for (const auto& [bid, count] : best_taken_) {
    const std::int64_t seats = std::int64_t{count} * group.slots;
    at(out.placed, bid->batch) += seats;
    if (bid->key >= 0) at(out.key, bid->key) += seats;
    if (bid->beyond) out.beyond += seats;
  }
  out.vacant += std::max<std::int64_t>(0, best_limit_ - best_used_) * group.slots;
  for (int o : best_opened_) {
    const int subject = at(frame_.offers, o).subject;
    const int place = at(at(position_, subject), at(in_.rooms, group.room).site);
    at(at(out.sessions, subject), place) += group.slots;
  }
}

} // namespace ankao::draw::producing
