// SPDX-License-Identifier: Apache-2.0
// Calendar feeds: made, revoked and read. The address holds the only copy of the secret; whoever has it reads, until it is revoked or
// the account that made it is gone or belongs elsewhere.
#pragma once

#include <cstdint>
#include <functional>
#include <optional>
#include <span>
#include <string>
#include <vector>

#include "planning/service/timetable.hpp"
#include "planning/service/world.hpp"
#include "planning/words/feed.hpp"

namespace ankao::planning {

struct FeedPorts {
  std::function<void(std::span<std::uint8_t>)> chance;
  /// Scope of an account that may still see timetables ("site:GZ-A01-S1"); nothing when it may not.
  std::function<std::optional<std::string>(const std::string& account)> scope_of_account;
  std::string address; ///< of the platform, "https://ankao.example"; empty: not told
};

inline constexpr int k_most_feeds = 20; ///< live ones of an account

struct NewFeed {
  Feed feed;
  std::string secret; ///< 64 hexadecimal digits, shown once
};

/// Problems planning.timetable_scope, feed_too_many, text_*.
Result<NewFeed> create_feed(const World& world, const FeedPorts& ports, const Act& act, const Sight& asked, const std::string& label, const std::string& language);
/// One's own: planning.feed_unknown, feed_revoked.
Result<Feed> revoke_feed(const World& world, const Act& act, const std::string& id);
std::vector<Feed> list_feeds(const World& world, const ledger::Actor& actor);
/// The text of the calendar: planning.feed_unknown, whatever is wrong with the address.
Result<std::string> read_feed(const World& world, const FeedPorts& ports, const std::string& secret, Instant now);

} // namespace ankao::planning
