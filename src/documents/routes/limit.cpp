// SPDX-License-Identifier: Apache-2.0
#include "documents/routes/limit.hpp"

#include <arpa/inet.h>

#include <algorithm>

namespace ankao::documents {
namespace {

constexpr std::int64_t k_span = std::int64_t{Misses::k_minutes} * 60 * 1000;

} // namespace

std::string network_of(const std::string& peer) {
  unsigned char bytes[16];
  if (::inet_pton(AF_INET6, peer.c_str(), bytes) != 1) return peer;
  return {reinterpret_cast<const char*>(bytes), 8};
}

Result<void> Misses::allow(const std::string& peer, Instant now) {
  const std::lock_guard lock(mutex_);
  const auto found = counts_.find(network_of(peer));
  if (found == counts_.end() || now.ms - found->second.since.ms >= k_span || found->second.misses < k_misses) return {};
  const std::int64_t rest = k_span - (now.ms - found->second.since.ms);
  return problem("documents.too_many_codes", {{"minutes", std::to_string(std::max<std::int64_t>(1, (rest + 59'999) / 60'000))}});
}

void Misses::miss(const std::string& peer, Instant now) {
  const std::lock_guard lock(mutex_);
  if (counts_.size() >= k_addresses) std::erase_if(counts_, [&](const auto& one) { return now.ms - one.second.since.ms >= k_span; });
  if (counts_.size() >= k_addresses) counts_.erase(counts_.begin());
  Count& count = counts_[network_of(peer)];
  if (count.misses == 0 || now.ms - count.since.ms >= k_span) count = {now, 0};
  ++count.misses;
}

} // namespace ankao::documents
