// SPDX-License-Identifier: Apache-2.0
// Every lawful plan of a tiny month, by trying every number of candidates of every batch in every (room, time).
#pragma once

#include <algorithm>
#include <map>
#include <vector>

#include "draw/rules/judge.hpp"
#include "draw/support/random_instance.hpp"

namespace ankao::draw::testing {

/// A few candidates, a few seats: small enough to try everything.
inline Instance tiny_instance(std::uint64_t seed) {
  Instance instance = random_instance(seed, 3);
  for (Batch& batch : instance.batches) batch.candidates = 1 + batch.candidates % 4;
  for (Room& room : instance.rooms) {
    for (auto& [subject, seats] : room.seats) seats = 1 + seats % 5;
    room.capacity = 2 + room.capacity % 4;
  }
  instance.policy.min_fragment = std::min(instance.policy.min_fragment, 2);
  instance.policy.order_depth = 1 + instance.policy.order_depth % 2;
  return instance;
}

class AllPlans {
public:
  explicit AllPlans(const Model& model)
      : model_(model) {
    for (int b = 0; b < count_of(model.batches); ++b)
      for (int r = 0; r < count_of(model.instance.rooms); ++r)
        for (int t = 0; t < model.times; ++t)
          if (model.seats(r, at(model.instance.batches, b).subject) > 0 && at(at(model.open, r), t) && at(at(model.batches, b).ready, t) == Ready::Yes &&
              at(at(model.batches, b).place, at(model.instance.rooms, r).site) >= 0)
            choices_.push_back({b, r, t});
    for (const Batch& batch : model.instance.batches) left_.push_back(batch.candidates);
  }
  std::size_t size() const { return choices_.size(); }

  /// One plan for each vector of levels that any lawful plan has, by levels.
  const std::map<Levels, Seating>& all() {
    if (found_.empty()) descend(0);
    return found_;
  }

private:
  struct Choice {
    int batch, room, time;
  };

  void descend(std::size_t i) {
    if (i == choices_.size()) {
      const Verdict verdict = judge(model_, seating_);
      if (verdict.lawful()) found_.emplace(verdict.levels, seating_);
      return;
    }
    descend(i + 1);
    const Choice choice = choices_[i];
    const int most = std::min(at(left_, choice.batch), model_.seats(choice.room, at(model_.instance.batches, choice.batch).subject));
    for (int n = std::max(1, model_.smallest_share(choice.batch, choice.room)); n <= most; ++n) {
      put(choice, n);
      descend(i + 1);
      take(choice, n);
    }
  }

  void put(const Choice& c, int n) {
    at(left_, c.batch) -= n;
    const int subject = at(model_.instance.batches, c.batch).subject;
    for (Sitting& s : seating_) {
      if (s.room != c.room || s.time != c.time || s.subject != subject) continue;
      s.seats.push_back({c.batch, n});
      return;
    }
    seating_.push_back({c.room, c.time, subject, {{c.batch, n}}});
  }

  void take(const Choice& c, int n) {
    at(left_, c.batch) += n;
    const int subject = at(model_.instance.batches, c.batch).subject;
    for (auto s = seating_.begin(); s != seating_.end(); ++s) {
      if (s->room != c.room || s->time != c.time || s->subject != subject) continue;
      s->seats.pop_back();
      if (s->seats.empty()) seating_.erase(s);
      return;
    }
  }

  const Model& model_;
  std::vector<Choice> choices_;
  std::vector<int> left_;
  Seating seating_;
  std::map<Levels, Seating> found_;
};

/// What the bounds read of a plan: its sessions, who is left, its levels.
inline Plan plan_of(const Model& model, const Seating& seating, const Levels& levels, const Seed& seed) {
  const Instance& in = model.instance;
  Plan out;
  out.instance_sm3 = std::string(64, '0');
  out.seed = to_hex(seed);
  out.levels = levels;
  std::map<std::string, int> left;
  for (const Batch& batch : in.batches) left[batch.id] = batch.candidates;
  for (const Sitting& s : seating) {
    const Room& room = at(in.rooms, s.room);
    Session session{room.id, at(in.sites, room.site).id, at(in.subjects, s.subject).id, to_string(model.date_of(s.time)),
                    at(in.calendar.slots, s.time % model.slots_per_day), {}};
    for (const Share& share : s.seats) {
      session.seats.push_back({at(in.batches, share.batch).id, share.candidates});
      left[at(in.batches, share.batch).id] -= share.candidates;
    }
    out.sessions.push_back(std::move(session));
  }
  for (const auto& [id, count] : left)
    if (count > 0) out.unplaced.push_back({id, count, {}});
  return out;
}

} // namespace ankao::draw::testing
