// SPDX-License-Identifier: Apache-2.0
// The draw's engine: from an instance and a seed to a plan. Deterministic: no clock, no floating point, no thread count in it.
#pragma once

#include <cstdint>
#include <functional>
#include <string>
#include <vector>

#include "draw/words/instance.hpp"
#include "draw/words/plan.hpp"
#include "draw/words/tickets.hpp"

namespace ankao::draw {

/// How far the search has come; told from time to time, for people to watch. It never influences the result.
struct Progress {
  std::int64_t work_done = 0;
  std::int64_t work_limit = 0;
  Levels best;
};

struct EngineOptions {
  /// In engine units; 0 = the default that is part of the engine's version. A month of more than 40,000 candidates has it once for
  /// every 20,000 of them.
  std::int64_t work_limit = 0;
  std::function<void(const Progress&)> progress; ///< may be empty
};

/// Name and version, e.g. "ankao-engine 6".
std::string engine_name();
std::int64_t default_work_limit();
/// What stands in Plan::engine for a run with these options.
std::string engine_id(const EngineOptions& options);

/// Solves. `instance_digest` is copied to the plan. The plan is lawful and lexicographically better than the greedy one, or equal
/// to it where the greedy one cannot be bettered. O(work_limit) time.
Plan solve(const Instance& instance, const Digest& instance_digest, const Seed& seed, const EngineOptions& options = {});

/// The documented greedy clerk: each batch in first-come order takes the earliest slot at the nearest drawn site.
Plan greedy(const Instance& instance, const Digest& instance_digest, const Seed& seed);

} // namespace ankao::draw
