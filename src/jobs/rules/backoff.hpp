// SPDX-License-Identifier: Apache-2.0
// How often and when a failed job is tried again.
#pragma once

#include <cstdint>

namespace ankao::jobs {

/// The wait doubles with each failure, from `first_ms` up to `longest_ms`.
struct Backoff {
  std::int64_t first_ms = 30'000;
  std::int64_t longest_ms = 6 * 3'600'000;
};

struct Policy {
  int tries = 8; ///< the first one included; after the last the job is dead
  Backoff backoff = {};
  std::int64_t lease_ms = 60'000; ///< a worker that is silent for so long has lost the job
};

/// After `failures` failures (from 1).
std::int64_t wait_ms(const Backoff& backoff, int failures);

} // namespace ankao::jobs
