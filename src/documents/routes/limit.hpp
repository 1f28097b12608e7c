// SPDX-License-Identifier: Apache-2.0
// How often one address may miss a code: guessing is made hopeless, checking a pile of papers is not.
#pragma once

#include <map>
#include <mutex>
#include <string>

#include "base/date.hpp"
#include "base/result.hpp"

namespace ankao::documents {

/// Kept in this process only: several servers each allow as many. Safe to use from many threads.
class Misses {
public:
  static constexpr int k_misses = 20;
  static constexpr int k_minutes = 10;
  static constexpr std::size_t k_addresses = 20'000;

  /// Problem documents.too_many_codes after k_misses within k_minutes.
  Result<void> allow(const std::string& peer, Instant now);
  void miss(const std::string& peer, Instant now);

private:
  struct Count {
    Instant since;
    int misses = 0;
  };
  std::mutex mutex_;
  std::map<std::string, Count> counts_;
};

/// An IPv4 address as it is; of an IPv6 address the half that a network gives its customer.
std::string network_of(const std::string& peer);

} // namespace ankao::documents
