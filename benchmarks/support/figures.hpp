// SPDX-License-Identifier: Apache-2.0
// Time, processor time and order statistics for benchmarks.
#pragma once

#include <sys/resource.h>

#include <algorithm>
#include <chrono>
#include <vector>

namespace ankao::bench {

class Watch {
public:
  double seconds() const { return std::chrono::duration<double>(std::chrono::steady_clock::now() - begun_).count(); }
  /// Of this process, all threads.
  double processor() const { return used() - used_; }

private:
  static double used() {
    rusage now{};
    ::getrusage(RUSAGE_SELF, &now);
    const auto of = [](const timeval& t) { return static_cast<double>(t.tv_sec) + static_cast<double>(t.tv_usec) / 1e6; };
    return of(now.ru_utime) + of(now.ru_stime);
  }
  std::chrono::steady_clock::time_point begun_ = std::chrono::steady_clock::now();
  double used_ = used();
};

/// Of values in any order; `share` between 0 and 1.
inline double quantile(std::vector<double> values, double share) {
  std::sort(values.begin(), values.end());
  return values.at(static_cast<std::size_t>(share * static_cast<double>(values.size() - 1)));
}

} // namespace ankao::bench
