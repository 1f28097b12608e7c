// SPDX-License-Identifier: Apache-2.0
#include "identity/rules/throttle.hpp"

#include <algorithm>

namespace ankao::identity {
namespace {

constexpr int k_doublings = 30; ///< far beyond any longest wait; keeps the shift in range

} // namespace

Instant next_attempt(const Attempts& attempts, const ThrottleLimits& limits) {
  const int over = attempts.failures - limits.free;
  if (over <= 0) return attempts.last;
  const std::int64_t wait = limits.first_wait_ms << std::min(over - 1, k_doublings);
  return Instant{attempts.last.ms + std::min(wait, limits.longest_wait_ms)};
}

Attempts after_failure(const Attempts& attempts, Instant now, const ThrottleLimits& limits) {
  if (now.ms - attempts.last.ms >= limits.forget_ms) return {1, now};
  return {attempts.failures + 1, now};
}

Attempts forgiven(const Attempts& attempts) { return {std::max(0, attempts.failures - 1), attempts.last}; }

} // namespace ankao::identity
