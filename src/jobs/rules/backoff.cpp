// SPDX-License-Identifier: Apache-2.0
#include "jobs/rules/backoff.hpp"

#include <algorithm>

namespace ankao::jobs {

std::int64_t wait_ms(const Backoff& backoff, int failures) {
  std::int64_t wait = std::min(backoff.first_ms, backoff.longest_ms);
  // Halving the limit instead of doubling past it: no count of failures overflows.
  for (int i = 1; i < failures; ++i) {
    if (wait > backoff.longest_ms / 2) return backoff.longest_ms;
    wait *= 2;
  }
  return wait;
}

} // namespace ankao::jobs
