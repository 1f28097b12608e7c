// SPDX-License-Identifier: Apache-2.0
// Time, processor time and order statistics for benchmarks.
#pragma once

#include <algorithm>
#include <chrono>
#include <ctime>
#include <vector>

namespace ankao::bench {

class Watch {
public:
  double seconds() const { return std::chrono::duration<double>(std::chrono::steady_clock::now() - begun_).count(); }
  /// Of this process, all threads.
  double processor() const { return used() - used_; }

private:
  static double used() {
    timespec now{};
    ::clock_gettime(CLOCK_PROCESS_CPUTIME_ID, &now);
    return static_cast<double>(now.tv_sec) + static_cast<double>(now.tv_nsec) / 1e9;
  }
  std::chrono::steady_clock::time_point begun_ = std::chrono::steady_clock::now();
  double used_ = used();
};

/// Of values in any order; `share` between 0 and 1.
inline double quantile(std::vector<double> values, double share) {
  std::sort(values.begin(), values.end());
  return values.at(static_cast<std::size_t>(share * static_cast<double>(values.size() - 1)));
}

inline double mean(const std::vector<double>& values) {
  double sum = 0;
  for (const double value : values) sum += value;
  return sum / static_cast<double>(values.size());
}

} // namespace ankao::bench
