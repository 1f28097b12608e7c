// SPDX-License-Identifier: Apache-2.0
// Largest flow and smallest cut (Dinic) that can be asked again after an arc was taken away: what it carried is sent back first.
#pragma once

#include <algorithm>
#include <cstdint>
#include <limits>
#include <vector>

#include "draw/rules/at.hpp"

namespace ankao::draw {

class Flow {
public:
  explicit Flow(int nodes)
      : out_(static_cast<std::size_t>(nodes)) {}

  /// The arc's number.
  int arc(int from, int to, std::int64_t capacity) {
    const int number = count_of(arcs_);
    at(out_, from).push_back(number);
    arcs_.push_back({to, capacity});
    at(out_, to).push_back(number + 1);
    arcs_.push_back({from, 0});
    return number;
  }

  /// What more can be sent than is sent already.
  std::int64_t run(int source, int sink) {
    std::int64_t total = 0;
    while (levels(source), at(level_, sink) >= 0) {
      next_.assign(out_.size(), 0);
      while (const std::int64_t pushed = push(source, sink, std::numeric_limits<std::int64_t>::max())) total += pushed;
    }
    return total;
  }

  /// After run(): on the source's side of the smallest cut.
  bool reached(int node) const { return at(level_, node) >= 0; }
  std::int64_t carried(int arc) const { return at(arcs_, arc + 1).left; }
  /// Takes the arc away with what it carries: the nodes at its ends no longer balance.
  void cut(int arc) { at(arcs_, arc).left = at(arcs_, arc + 1).left = 0; }
  /// So much less goes through the arc.
  void send_back(int arc, std::int64_t amount) {
    at(arcs_, arc).left += amount;
    at(arcs_, arc + 1).left -= amount;
  }

private:
  struct Arc {
    int to;
    std::int64_t left;
  };

  void levels(int source) {
    level_.assign(out_.size(), -1);
    at(level_, source) = 0;
    std::vector<int> queue{source};
    for (std::size_t i = 0; i < queue.size(); ++i)
      for (int e : at(out_, queue[i]))
        if (at(arcs_, e).left > 0 && at(level_, at(arcs_, e).to) < 0) {
          at(level_, at(arcs_, e).to) = at(level_, queue[i]) + 1;
          queue.push_back(at(arcs_, e).to);
        }
  }

  /// No deeper than a shortest way has nodes.
  std::int64_t push(int node, int sink, std::int64_t most) {
    if (node == sink) return most;
    for (std::size_t& i = at(next_, node); i < at(out_, node).size(); ++i) {
      const int e = at(out_, node)[i];
      if (at(arcs_, e).left <= 0 || at(level_, at(arcs_, e).to) != at(level_, node) + 1) continue;
      const std::int64_t pushed = push(at(arcs_, e).to, sink, std::min(most, at(arcs_, e).left));
      if (pushed == 0) continue;
      at(arcs_, e).left -= pushed;
      at(arcs_, e ^ 1).left += pushed;
      return pushed;
    }
    return 0;
  }

  std::vector<std::vector<int>> out_;
  std::vector<Arc> arcs_;
  std::vector<int> level_;
  std::vector<std::size_t> next_;
};

} // namespace ankao::draw
