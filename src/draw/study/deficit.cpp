// SPDX-License-Identifier: Apache-2.0
#include "draw/study/deficit.hpp"

#include <algorithm>
#include <functional>
#include <limits>
#include <map>
#include <numeric>
#include <set>
#include <tuple>

#include "draw/study/crowding.hpp"
#include "draw/study/flow.hpp"

namespace ankao::draw {
namespace {

constexpr std::int64_t k_endless = std::numeric_limits<std::int32_t>::max();

/// Times that are the same to every batch, so that they may be counted instead of listed.
struct Times {
  std::vector<int> class_of; ///< [time]
  std::vector<int> first;    ///< [class] one of its times
};

Times times_of(const Model& model, const std::vector<int>& batches) {
  Times out;
  std::map<std::vector<char>, int> known;
  for (int t = 0; t < model.times; ++t) {
    std::vector<char> who;
    for (int b : batches) who.push_back(at(at(model.batches, b).ready, t) == Ready::Yes ? 1 : 0);
    // Where the sessions of a slot are limited, it also matters which rooms are open beside each other.
    if (model.instance.policy.max_sessions_per_slot)
      for (const auto& room : model.open) who.push_back(at(room, t));
    const auto [entry, fresh] = known.try_emplace(std::move(who), count_of(out.first));
    if (fresh) out.first.push_back(t);
    out.class_of.push_back(entry->second);
  }
  return out;
}

/// Seats of the largest sessions that one slot may hold (R8).
std::int64_t seats_of_slot(const Model& model, int time) {
  const auto most = model.instance.policy.max_sessions_per_slot;
  if (!most) return k_endless;
  std::vector<int> sessions;
  for (int r = 0; r < count_of(model.instance.rooms); ++r)
    if (at(at(model.open, r), time))
      for (const auto& [subject, seats] : at(model.instance.rooms, r).seats) sessions.push_back(seats);
  std::sort(sessions.begin(), sessions.end(), std::greater<>());
  if (count_of(sessions) > *most) sessions.resize(static_cast<std::size_t>(*most));
  return std::accumulate(sessions.begin(), sessions.end(), std::int64_t{0});
}

std::int64_t room_seats(const Model& model, int room) {
  const Room& one = at(model.instance.rooms, room);
  if (!one.exclusive) return one.capacity;
  int most = 0;
  for (const auto& [subject, seats] : one.seats) most = std::max(most, seats);
  return std::min(most, one.capacity);
}

/// Seats of as many of the subject's largest sessions as its quota of the month allows.
std::int64_t quota_seats(const Model& model, int subject) {
  const auto quota = at(model.instance.subjects, subject).max_sessions;
  if (!quota) return k_endless;
  int most = 0;
  for (const Room& room : model.instance.rooms)
    if (const auto seats = room.seats.find(subject); seats != room.seats.end()) most = std::max(most, seats->second);
  return std::min(k_endless, std::int64_t{*quota} * most);
}

/// source - subject (its quota) - batch - (days it may sit, subject, site) - (room, class of times, subject) - (room, class) - class -
/// sink. Nodes are made when they are first spoken of: only what the batches can reach is there.
class Net {
public:
  Net(const Model& model, const std::vector<int>& batches)
      : model_(model)
      , batches_(batches)
      , times_(times_of(model, batches)) {
    count_openings();
    for (int i = 0; i < count_of(batches_); ++i) add_batch(at(batches_, i));
    flow_ = Flow(2 + count_of(nodes_));
    for (const Edge& one : edges_) flow_.arc(one.from, one.to, one.capacity);
    value_ = flow_.run(0, 1);
  }

  std::int64_t value() const { return value_; }

  /// Takes a batch out if the others are short without it too; answers how many seats they miss then, 0 when it stays.
  std::int64_t take_out(int b, std::int64_t people_of_others) {
    const int to_batch = arcs_.at(b), to_subject = subject_arcs_.at(at(model_.instance.batches, b).subject);
    Flow without = flow_;
    const std::int64_t own = without.carried(to_batch);
    without.cut(to_batch);
    without.send_back(to_subject, own);
    // What the batch had sent goes back from the sink to it; then the others may use the way.
    without.run(1, node({Kind::Batch, b, 0, 0}).first);
    const std::int64_t value = value_ - own + without.run(0, 1);
    if (value >= people_of_others) return 0;
    flow_ = std::move(without);
    value_ = value;
    return people_of_others - value;
  }
  bool short_of_quota(int subject) const { return !reaches({Kind::Subject, subject, 0, 0}); }
  bool short_of_slots() const {
    for (int c = 0; c < classes(); ++c)
      if (reaches({Kind::Slot, c, 0, 0})) return true;
    return false;
  }
  /// Batches on the source's side of the smallest cut, or whose quota is the cut: the set with the shortage.
  std::vector<int> short_batches() const {
    std::vector<int> out;
    for (int b : batches_)
      if (reaches({Kind::Batch, b, 0, 0}) || short_of_quota(at(model_.instance.batches, b).subject)) out.push_back(b);
    return out;
  }

private:
  enum class Kind { Subject, Batch, Reach, Place, Room, Slot };
  using Node = std::tuple<Kind, int, int, int>;
  struct Edge {
    int from = 0, to = 0;
    std::int64_t capacity = 0;
  };

  int classes() const { return count_of(times_.first); }
  int opened(int room, int c) const { return at(open_, room * classes() + c); }

  bool reaches(const Node& node) const {
    const auto found = nodes_.find(node);
    return found != nodes_.end() && flow_.reached(found->second);
  }

  /// The node's number, and whether it is new.
  std::pair<int, bool> node(const Node& name) {
    const auto [entry, fresh] = nodes_.try_emplace(name, 2 + count_of(nodes_));
    return {entry->second, fresh};
  }

  /// The number that its arc will have.
  int edge(int from, int to, std::int64_t capacity) {
    edges_.push_back({from, to, std::min(k_endless, capacity)});
    return 2 * (count_of(edges_) - 1);
  }

  void count_openings() {
    open_.assign(model_.instance.rooms.size() * static_cast<std::size_t>(classes()), 0);
    slot_seats_.assign(static_cast<std::size_t>(classes()), 0);
    for (int t = 0; t < model_.times; ++t) {
      const int c = at(times_.class_of, t);
      at(slot_seats_, c) += seats_of_slot(model_, t);
      for (int r = 0; r < count_of(model_.instance.rooms); ++r)
        if (at(at(model_.open, r), t)) ++at(open_, r * classes() + c);
    }
  }

  void add_batch(int b) {
    const Batch& batch = at(model_.instance.batches, b);
    const auto [subject, fresh] = node({Kind::Subject, batch.subject, 0, 0});
    if (fresh) subject_arcs_[batch.subject] = edge(0, subject, quota_seats(model_, batch.subject));
    const int mine = node({Kind::Batch, b, 0, 0}).first;
    arcs_[b] = edge(subject, mine, batch.candidates);
    std::vector<char> days;
    for (int first : times_.first) days.push_back(at(at(model_.batches, b).ready, first) == Ready::Yes ? 1 : 0);
    const int pattern = patterns_.try_emplace(days, count_of(patterns_)).first->second;
    for (const DrawnSite& drawn : at(model_.batches, b).order) {
      const auto [reach, first_time] = node({Kind::Reach, pattern, batch.subject, drawn.site});
      edge(mine, reach, batch.candidates);
      if (first_time) add_reach(reach, days, batch.subject, drawn.site);
    }
  }

  void add_reach(int reach, const std::vector<char>& days, int subject, int site) {
    for (int room : at(model_.instance.sites, site).rooms) {
      const int seats = model_.seats(room, subject);
      for (int c = 0; seats > 0 && c < classes(); ++c) {
        const std::int64_t times = opened(room, c);
        if (times == 0 || !at(days, c)) continue;
        const auto [place, fresh] = node({Kind::Place, room, subject, c});
        edge(reach, place, k_endless);
        if (fresh) add_place(place, room, c, times, seats);
      }
    }
  }

  void add_place(int place, int room, int c, std::int64_t times, int seats) {
    const auto [whole, fresh] = node({Kind::Room, room, c, 0});
    edge(place, whole, times * seats);
    if (!fresh) return;
    const auto [slot, first_room] = node({Kind::Slot, c, 0, 0});
    edge(whole, slot, times * room_seats(model_, room));
    if (first_room) edge(slot, 1, at(slot_seats_, c));
  }

  const Model& model_;
  const std::vector<int>& batches_;
  Times times_;
  std::vector<int> open_; ///< [room · classes + class] openings
  std::vector<std::int64_t> slot_seats_;
  std::map<Node, int> nodes_;
  std::map<std::vector<char>, int> patterns_;
  std::vector<Edge> edges_;
  std::map<int, int> arcs_, subject_arcs_; ///< batch, subject -> arc
  Flow flow_{2};
  std::int64_t value_ = 0;
};

std::int64_t candidates_of(const Model& model, const std::vector<int>& batches) {
  std::int64_t sum = 0;
  for (int b : batches) sum += at(model.instance.batches, b).candidates;
  return sum;
}

/// Seats that a batch could reach at most: those who reach most are given up first, what is left is told in fewer words.
std::int64_t reach_of(const Model& model, int b) {
  std::int64_t seats = 0;
  for (const DrawnSite& drawn : at(model.batches, b).order)
    for (int room : at(model.instance.sites, drawn.site).rooms)
      for (int t = 0; t < model.times; ++t)
        if (at(at(model.open, room), t) && at(at(model.batches, b).ready, t) == Ready::Yes) seats += model.seats(room, at(model.instance.batches, b).subject);
  return seats;
}

std::vector<int> without(std::vector<int> all, int one) {
  std::erase(all, one);
  return all;
}

bool is_short(const Model& model, const std::vector<int>& batches) {
  return !batches.empty() && most_placeable(model, batches) < candidates_of(model, batches);
}

/// No batch of what it answers can be left out; every batch is tried once, which is enough: leaving out never makes a shortage.
std::vector<int> shrunk(const Model& model, std::vector<int> set, int asked) {
  std::vector<std::pair<std::int64_t, int>> turns;
  for (int b : set)
    if (b != asked) turns.emplace_back(-reach_of(model, b), b);
  std::sort(turns.begin(), turns.end());
  turns.emplace_back(0, asked);
  Net net(model, set);
  std::int64_t people = candidates_of(model, set);
  for (const auto& [reach, b] : turns) {
    const std::int64_t others = people - at(model.instance.batches, b).candidates;
    if (net.take_out(b, others) == 0) continue;
    people = others;
    set = without(set, b);
  }
  return set;
}

Deficit told(const Model& model, std::vector<int> batches) {
  Deficit out;
  const Net net(model, batches);
  // In a set that cannot be shrunk the smallest cut is the places themselves, so the plain sum is short too.
  out.seats = seats_within_reach(model, batches);
  out.candidates = candidates_of(model, batches);
  std::set<int> sites, subjects;
  std::set<std::pair<int, int>> openings;
  for (int b : batches) {
    const int subject = at(model.instance.batches, b).subject;
    subjects.insert(subject);
    for (const DrawnSite& drawn : at(model.batches, b).order)
      for (int room : at(model.instance.sites, drawn.site).rooms)
        for (int t = 0; model.seats(room, subject) > 0 && t < model.times; ++t)
          if (at(at(model.open, room), t) && at(at(model.batches, b).ready, t) == Ready::Yes) {
            sites.insert(drawn.site);
            openings.insert({room, t});
          }
  }
  if (subjects.size() == 1 && net.short_of_quota(*subjects.begin()))
    out.limit = Deficit::Limit::SubjectSessions;
  else if (net.short_of_slots())
    out.limit = Deficit::Limit::SlotSessions;
  out.sites.assign(sites.begin(), sites.end());
  out.subjects.assign(subjects.begin(), subjects.end());
  out.openings = static_cast<int>(openings.size());
  out.batches = std::move(batches);
  return out;
}

} // namespace

std::int64_t most_placeable(const Model& model, const std::vector<int>& batches) { return Net(model, batches).value(); }

std::int64_t seats_within_reach(const Model& model, const std::vector<int>& batches) {
  std::map<std::pair<int, int>, std::map<int, int>> places; // (room, time) -> subject -> seats
  std::set<int> subjects;
  for (int b : batches) {
    const int subject = at(model.instance.batches, b).subject;
    subjects.insert(subject);
    for (const DrawnSite& drawn : at(model.batches, b).order)
      for (int room : at(model.instance.sites, drawn.site).rooms)
        for (int t = 0; model.seats(room, subject) > 0 && t < model.times; ++t)
          if (at(at(model.open, room), t) && at(at(model.batches, b).ready, t) == Ready::Yes) places[{room, t}][subject] = model.seats(room, subject);
  }
  std::map<int, std::int64_t> by_time;
  for (const auto& [place, seats] : places) {
    std::int64_t sum = 0;
    for (const auto& [subject, count] : seats) sum += count;
    by_time[place.second] += std::min(sum, room_seats(model, place.first));
  }
  std::int64_t total = 0;
  for (const auto& [time, seats] : by_time) total += std::min(seats, seats_of_slot(model, time));
  if (subjects.size() == 1) total = std::min(total, quota_seats(model, *subjects.begin()));
  return total;
}

namespace {

/// A shortage of seats, whatever subject they serve.
std::optional<Deficit> shortage_of(const Model& model, int asked) {
  std::vector<int> all(model.batches.size());
  std::iota(all.begin(), all.end(), 0);
  // Where the batch alone lacks seats, that is the shortest thing to say.
  if (is_short(model, {asked})) return told(model, {asked});
  // Whoever may not sit in a room with the batch, nor with those who may, and so on, has nothing to do with it.
  std::vector<char> inside(all.size(), 0), site_seen(model.instance.sites.size(), 0);
  std::vector<int> together{asked};
  at(inside, asked) = 1;
  for (std::size_t i = 0; i < together.size(); ++i)
    for (const DrawnSite& drawn : at(model.batches, together[i]).order) {
      if (at(site_seen, drawn.site)) continue;
      at(site_seen, drawn.site) = 1;
      for (int b : all)
        if (!at(inside, b) && at(at(model.batches, b).place, drawn.site) >= 0) {
          at(inside, b) = 1;
          together.push_back(b);
        }
    }
  std::sort(together.begin(), together.end());
  const Net net(model, together);
  if (net.value() >= candidates_of(model, together)) return std::nullopt;
  std::vector<int> subject_alone;
  for (int b : together)
    if (at(model.instance.batches, b).subject == at(model.instance.batches, asked).subject) subject_alone.push_back(b);
  // The subject by itself where that is enough; else the side of the smallest cut. Whoever has a part in any shortage is on that side.
  std::vector<int> set = net.short_batches();
  if (is_short(model, subject_alone))
    if (auto narrow = Net(model, subject_alone).short_batches(); std::find(narrow.begin(), narrow.end(), asked) != narrow.end()) set = std::move(narrow);
  if (std::find(set.begin(), set.end(), asked) == set.end()) {
    // The batch has no part in a shortage; it may stand behind one, where it shares a site with those who have.
    bool meets = false;
    for (const DrawnSite& drawn : at(model.batches, asked).order)
      for (int b : set) meets = meets || at(at(model.batches, b).place, drawn.site) >= 0;
    if (!meets) return std::nullopt;
    set.push_back(asked);
    std::sort(set.begin(), set.end());
  }
  return told(model, shrunk(model, set, asked));
}

} // namespace

std::optional<Deficit> deficit_of(const Model& model, int asked) {
  if (auto shortage = shortage_of(model, asked)) return shortage;
  return crowding_of(model, asked);
}

} // namespace ankao::draw
