// SPDX-License-Identifier: Apache-2.0
// Shards of the payload that have expired: a month of one retention term. The hashes stay in ledger_node.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "base/date.hpp"
#include "db/db.hpp"

namespace ankao::ledger {

inline constexpr const char* k_expire_action = "shard.expire";

struct Shard {
  std::string month;
  std::string term;
  Instant expired_at;
  std::int64_t event = 0;  ///< the event that logged it
  std::int64_t events = 0; ///< how many lost their payload
  std::string numbers;     ///< "1-5,7,9-20"
  /// What the event says was removed.
  std::string digest() const;
  std::vector<std::pair<std::int64_t, std::int64_t>> ranges() const;
};

std::vector<Shard> expired_shards(db::Transaction& transaction);
void insert_shard(db::Transaction& transaction, const Shard& shard);
/// "1-5,7,9-20" from ascending numbers.
std::string compact(const std::vector<std::int64_t>& numbers);

} // namespace ankao::ledger
