// SPDX-License-Identifier: Apache-2.0
// Jobs side by side, for many cities at once: which thread takes which job reaches no result.
#pragma once

#include <algorithm>
#include <atomic>
#include <functional>
#include <thread>
#include <vector>

namespace ankao::draw {

/// At most `count` threads at a time, the calling one among them.
inline auto on_threads(int count) {
  return [count](const std::vector<std::function<void()>>& jobs) {
    std::atomic<std::size_t> next{0};
    const auto work = [&] {
      for (std::size_t i = next++; i < jobs.size(); i = next++) jobs[i]();
    };
    std::vector<std::jthread> others;
    for (int i = 1; i < std::min(count, static_cast<int>(jobs.size())); ++i) others.emplace_back(work);
    work();
  };
}

} // namespace ankao::draw
