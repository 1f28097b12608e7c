// SPDX-License-Identifier: Apache-2.0
// Who was seated for one subject at one time, and what that adds to the levels.
#pragma once

#include <cstddef>
#include <cstdint>
#include <vector>

#include "draw/rules/seating.hpp"

namespace ankao::draw {

/// One session.
struct Held {
  int room = 0;
  int subject = 0;
  int used = 0;
  std::vector<Share> seats;
  bool operator==(const Held&) const = default;
};

/// Sessions whose memory is used again and again: only the first `count` are meant.
class Record {
public:
  int count() const { return count_; }
  const Held* begin() const { return held_.data(); }
  const Held* end() const { return held_.data() + count_; }
  Held& operator[](int i) { return held_[static_cast<std::size_t>(i)]; }
  const Held& operator[](int i) const { return held_[static_cast<std::size_t>(i)]; }
  void clear() { count_ = 0; }
  Held& add() {
    if (count_ == static_cast<int>(held_.size())) held_.emplace_back();
    Held& held = held_[static_cast<std::size_t>(count_++)];
    held.seats.clear();
    return held;
  }
  friend bool operator==(const Record& a, const Record& b) {
    if (a.count_ != b.count_) return false;
    for (int i = 0; i < a.count_; ++i)
      if (a[i] != b[i]) return false;
    return true;
  }

private:
  std::vector<Held> held_;
  int count_ = 0;
};

/// What the sessions of one subject at one time add to the levels. The imbalance follows from the numbers of sessions.
struct Costs {
  std::int64_t waiting = 0, distance = 0;
  std::int64_t split = 0, vacant = 0, exceptions = 0, beyond = 0;
  std::int64_t alone = 0;    ///< sessions that hold retakers only
  std::int64_t regulars = 0; ///< regular batches that got their first seat

  Costs& operator+=(const Costs& o) { return add(o, 1); }
  Costs& operator-=(const Costs& o) { return add(o, -1); }

private:
  Costs& add(const Costs& o, std::int64_t sign) {
    waiting += sign * o.waiting;
    distance += sign * o.distance;
    split += sign * o.split;
    vacant += sign * o.vacant;
    exceptions += sign * o.exceptions;
    beyond += sign * o.beyond;
    alone += sign * o.alone;
    regulars += sign * o.regulars;
    return *this;
  }
};

} // namespace ankao::draw
