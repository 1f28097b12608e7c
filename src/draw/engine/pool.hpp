// SPDX-License-Identifier: Apache-2.0
// A set of the numbers below a bound, any of which can be drawn, put in or taken out at once. The order depends on what came and went.
#pragma once

#include <utility>
#include <vector>

#include "draw/engine/compact.hpp"

namespace ankao::draw {

class Pool {
public:
  void resize(int bound) {
    members_.clear();
    place_.assign(static_cast<std::size_t>(bound), -1);
  }
  const std::vector<int>& members() const { return members_; }
  void set(int number, bool in) {
    int& place = at(place_, number);
    if (in == (place >= 0)) return;
    if (in) {
      place = count_of(members_);
      members_.push_back(number);
      return;
    }
    at(place_, members_.back()) = place;
    at(members_, place) = members_.back();
    members_.pop_back();
    place = -1;
  }

private:
  std::vector<int> members_, place_;
};

} // namespace ankao::draw
