// SPDX-License-Identifier: Apache-2.0
#include "http/server/rates.hpp"

#include <algorithm>

namespace ankao::http {

bool Rates::take(const std::string& peer, Time now) {
  if (!limit_.loopback && is_loopback(peer)) return true;
  const std::lock_guard lock(mutex_);
  if (buckets_.size() >= k_max_rate_peers) forget_full(now);
  Bucket& bucket = buckets_.try_emplace(peer, Bucket{limit_.burst, now}).first->second;
  bucket = {filled(bucket, now), now};
  if (bucket.tokens < 1) return false;
  bucket.tokens -= 1;
  return true;
}

double Rates::filled(const Bucket& bucket, Time now) const {
  const double seconds = std::chrono::duration<double>(now - bucket.at).count();
  return std::min(limit_.burst, bucket.tokens + std::max(0.0, seconds) * limit_.per_second);
}

/// A full bucket says no more than none.
void Rates::forget_full(Time now) {
  std::erase_if(buckets_, [this, now](const auto& pair) { return filled(pair.second, now) >= limit_.burst; });
  if (buckets_.size() >= k_max_rate_peers) buckets_.clear();
}

bool is_loopback(std::string_view peer) { return peer.substr(0, 4) == "127." || peer == "::1" || peer.substr(0, 11) == "::ffff:127."; }

} // namespace ankao::http
