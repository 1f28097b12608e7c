// SPDX-License-Identifier: Apache-2.0
#include "planning/routes/objection_limit.hpp"

#include <arpa/inet.h>

#include <algorithm>

namespace ankao::planning {
namespace {

constexpr std::int64_t k_hour = 3'600'000;

/// An IPv4 address as it is; of an IPv6 address the half that a network gives its customer.
std::string network_of(const std::string& peer) {
  unsigned char bytes[16];
  if (::inet_pton(AF_INET6, peer.c_str(), bytes) != 1) return peer;
  return {reinterpret_cast<const char*>(bytes), 8};
}

} // namespace

Result<void> HourlyLimit::take(const std::string& peer, Instant now, int most) {
  const std::lock_guard lock(mutex_);
  const auto old = [&](Instant at) { return now.ms - at.ms >= k_hour; };
  if (taken_.size() >= k_networks) std::erase_if(taken_, [&](const auto& one) { return old(one.second.back()); });
  if (taken_.size() >= k_networks) taken_.erase(taken_.begin());
  auto& mine = taken_[network_of(peer)];
  std::erase_if(mine, old);
  if (static_cast<int>(mine.size()) >= most) {
    const std::int64_t rest = mine.empty() ? k_hour : k_hour - (now.ms - mine.front().ms);
    return problem("planning.too_many_objections", {{"minutes", std::to_string(std::max<std::int64_t>(1, (rest + 59'999) / 60'000))}});
  }
  mine.push_back(now);
  return {};
}

} // namespace ankao::planning
