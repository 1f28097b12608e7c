// SPDX-License-Identifier: Apache-2.0
// Largest flow and smallest cut (Dinic).
#pragma once

#include <algorithm>
#include <cstdint>
#include <limits>
#include <vector>

#include "draw/rules/at.hpp"

namespace ankao::draw::producing {

class Flow {
public:
  explicit Flow(int nodes)
      : out_(static_cast<std::size_t>(nodes)) {}

  void edge(int from, int to, std::int64_t capacity) {
    at(out_, from).push_back(count_of(edges_));
    edges_.push_back({to, capacity});
    at(out_, to).push_back(count_of(edges_));
    edges_.push_back({from, 0});
  }

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

private:
  struct Edge {
    int to;
    std::int64_t left;
  };

  void levels(int source) {
    level_.assign(out_.size(), -1);
    at(level_, source) = 0;
    std::vector<int> queue{source};
    for (std::size_t i = 0; i < queue.size(); ++i)
      for (int e : at(out_, queue[i]))
        if (at(edges_, e).left > 0 && at(level_, at(edges_, e).to) < 0) {
          at(level_, at(edges_, e).to) = at(level_, queue[i]) + 1;
          queue.push_back(at(edges_, e).to);
        }
  }

  /// The graph is four nodes deep between its ends and back, so this goes no deeper than a path has nodes.
  std::int64_t push(int node, int sink, std::int64_t most) {
    if (node == sink) return most;
    for (std::size_t& i = at(next_, node); i < at(out_, node).size(); ++i) {
      const int e = at(out_, node)[i];
      if (at(edges_, e).left <= 0 || at(level_, at(edges_, e).to) != at(level_, node) + 1) continue;
      const std::int64_t pushed = push(at(edges_, e).to, sink, std::min(most, at(edges_, e).left));
      if (pushed == 0) continue;
      at(edges_, e).left -= pushed;
      at(edges_, e ^ 1).left += pushed;
      return pushed;
    }
    return 0;
  }

  std::vector<std::vector<int>> out_;
  std::vector<Edge> edges_;
  std::vector<int> level_;
  std::vector<std::size_t> next_;
};

} // namespace ankao::draw::producing
