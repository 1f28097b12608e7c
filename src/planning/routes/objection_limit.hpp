// SPDX-License-Identifier: Apache-2.0
// How many objections one network may file in an hour without an account.
#pragma once

#include <map>
#include <mutex>
#include <string>
#include <vector>

#include "base/date.hpp"
#include "base/result.hpp"

namespace ankao::planning {

/// Kept in this process only: several servers each allow as many. Safe to use from many threads.
class HourlyLimit {
public:
  static constexpr std::size_t k_networks = 20'000;

  /// Counts it, or refuses: planning.too_many_objections with the minutes to wait.
  Result<void> take(const std::string& peer, Instant now, int most);

private:
  std::mutex mutex_;
  std::map<std::string, std::vector<Instant>> taken_;
};

} // namespace ankao::planning
