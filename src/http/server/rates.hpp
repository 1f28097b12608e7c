// SPDX-License-Identifier: Apache-2.0
// One token bucket per peer.
#pragma once

#include <chrono>
#include <mutex>
#include <string>
#include <unordered_map>

#include "http/server.hpp"

namespace ankao::http {

inline constexpr std::size_t k_max_rate_peers = 100'000; ///< beyond it full buckets are forgotten

class Rates {
public:
  using Time = std::chrono::steady_clock::time_point;
  explicit Rates(RateLimit limit)
      : limit_(limit) {}
  /// Takes a token; false when the peer has none left.
  bool take(const std::string& peer, Time now);

private:
  struct Bucket {
    double tokens = 0;
    Time at;
  };
  double filled(const Bucket& bucket, Time now) const;
  void forget_full(Time now);

  RateLimit limit_;
  std::mutex mutex_;
  std::unordered_map<std::string, Bucket> buckets_;
};

/// 127.0.0.0/8, ::1 and the mapped form.
bool is_loopback(std::string_view peer);

} // namespace ankao::http
