// SPDX-License-Identifier: Apache-2.0
#include "draw/study/deficit.hpp"

#include <algorithm>
#include <functional>
#include <limits>
#include <map>
#include <numeric>
#include <set>

#include "draw/bounds/flow.hpp"

namespace ankao::draw {
namespace {

using producing::Flow;
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

/// source - subject (its quota) - batch - (room, class of times, subject) - (room, class) - class - sink.
class Net {
public:
  Net(const Model& model, const std::vector<int>& batches)
      : model_(model)
      , batches_(batches)
      , times_(times_of(model, batches))
      , flow_(nodes()) {
    count_openings();
    add_subjects();
    add_batches();
    add_rooms();
    add_slots();
    value_ = flow_.run(0, 1);
  }

  std::int64_t value() const { return value_; }
  bool short_of_quota(int subject) const { return !flow_.reached(2 + subject); }
  bool short_of_slots() const {
    for (int c = 0; c < count_of(times_.first); ++c)
      if (flow_.reached(slot_node(c))) return true;
    return false;
  }
  /// Batches on the source's side of the smallest cut, or whose quota is the cut: the set with the shortage.
  std::vector<int> short_batches() const {
    std::vector<int> out;
    for (int i = 0; i < count_of(batches_); ++i)
      if (flow_.reached(batch_node(i)) || short_of_quota(at(model_.instance.batches, at(batches_, i)).subject)) out.push_back(at(batches_, i));
    return out;
  }

private:
  int subject_count() const { return count_of(model_.instance.subjects); }
  int room_count() const { return count_of(model_.instance.rooms); }
  int classes() const { return count_of(times_.first); }
  int batch_node(int i) const { return 2 + subject_count() + i; }
  int slot_node(int c) const { return 2 + subject_count() + count_of(batches_) + c; }
  int room_node(int room, int c) const { return slot_node(classes()) + room * classes() + c; }
  int place_node(int room, int subject, int c) const { return room_node(room_count(), 0) + (room * subject_count() + subject) * classes() + c; }
  int nodes() const { return place_node(room_count(), 0, 0); }

  void count_openings() {
    open_.assign(static_cast<std::size_t>(room_count() * classes()), 0);
    for (int r = 0; r < room_count(); ++r)
      for (int t = 0; t < model_.times; ++t)
        if (at(at(model_.open, r), t)) ++at(open_, r * classes() + at(times_.class_of, t));
  }

  void add_subjects() {
    for (int s = 0; s < subject_count(); ++s) {
      const auto quota = at(model_.instance.subjects, s).max_sessions;
      int most = 0;
      for (const Room& room : model_.instance.rooms)
        if (const auto seats = room.seats.find(s); seats != room.seats.end()) most = std::max(most, seats->second);
      flow_.edge(0, 2 + s, quota ? std::min<std::int64_t>(k_endless, std::int64_t{*quota} * most) : k_endless);
    }
  }

  void add_batches() {
    for (int i = 0; i < count_of(batches_); ++i) {
      const int b = at(batches_, i);
      const Batch& batch = at(model_.instance.batches, b);
      flow_.edge(2 + batch.subject, batch_node(i), batch.candidates);
      for (const DrawnSite& drawn : at(model_.batches, b).order)
        for (int room : at(model_.instance.sites, drawn.site).rooms)
          if (model_.seats(room, batch.subject) > 0)
            for (int c = 0; c < classes(); ++c)
              if (at(open_, room * classes() + c) > 0 && at(at(model_.batches, b).ready, at(times_.first, c)) == Ready::Yes)
                flow_.edge(batch_node(i), place_node(room, batch.subject, c), batch.candidates);
    }
  }

  void add_rooms() {
    for (int room = 0; room < room_count(); ++room)
      for (int c = 0; c < classes(); ++c) {
        const std::int64_t times = at(open_, room * classes() + c);
        if (times == 0) continue;
        for (const auto& [subject, seats] : at(model_.instance.rooms, room).seats)
          flow_.edge(place_node(room, subject, c), room_node(room, c), times * seats);
        flow_.edge(room_node(room, c), slot_node(c), times * room_seats(model_, room));
      }
  }

  void add_slots() {
    std::vector<std::int64_t> seats(static_cast<std::size_t>(classes()), 0);
    for (int t = 0; t < model_.times; ++t) at(seats, at(times_.class_of, t)) += seats_of_slot(model_, t);
    for (int c = 0; c < classes(); ++c) flow_.edge(slot_node(c), 1, std::min(k_endless, at(seats, c)));
  }

  const Model& model_;
  const std::vector<int>& batches_;
  Times times_;
  Flow flow_;
  std::vector<int> open_; ///< [room · classes + class] openings
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
  for (const auto& [reach, b] : turns)
    if (auto fewer = without(set, b); fewer.size() < set.size() && is_short(model, fewer)) set = std::move(fewer);
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
  if (subjects.size() == 1)
    if (const auto quota = at(model.instance.subjects, *subjects.begin()).max_sessions) {
      int most = 0;
      for (const Room& room : model.instance.rooms)
        if (const auto seats = room.seats.find(*subjects.begin()); seats != room.seats.end()) most = std::max(most, seats->second);
      total = std::min(total, std::int64_t{*quota} * most);
    }
  return total;
}

std::optional<Deficit> deficit_of(const Model& model, int asked) {
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

} // namespace ankao::draw
