// SPDX-License-Identifier: Apache-2.0
// Where a person is told besides the inbox. Addresses are sealed at rest; in clear they exist only while a letter is sent.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "db/db.hpp"
#include "ledger/words/event.hpp"
#include "notices/words/notice.hpp"
#include "outbound/settings.hpp"
#include "vault/reseal.hpp"
#include "vault/vault.hpp"

namespace ankao::notices {

/// The sealed columns, for a change of keys.
std::vector<vault::Column> sealed_columns();

/// In clear. vault.not_opened and its like.
Result<Channels> channels_of(db::Transaction& transaction, const vault::Vault& vault, const std::string& account);

/// What a person wants from now on. An address that is not told (nothing) stays as it is; "" takes it away.
struct ChannelEdit {
  std::optional<std::string> mail = {};
  std::optional<std::string> webhook = {};
  std::string language = "zh";
  std::vector<std::string> inbox_only = {}; ///< topics of k_topics
};
/// outbound.address_wrong, outbound.webhook_not_allowed, notices.language_unknown, notices.topic_unknown.
Result<Channels> edit_channels(db::Database& database, const vault::Vault& vault, const ledger::Actor& actor, const outbound::Settings& settings,
                               const ChannelEdit& wanted, Instant now);

/// A notice to oneself over every channel one has, so that a wrong address shows before it matters. notices.no_channel.
Result<int> try_channels(db::Database& database, const ledger::Actor& actor, Instant now);

/// Addresses that stood in clear before step 1101 are sealed; returns of how many people.
int seal_old_addresses(db::Database& database, const vault::Vault& vault);

} // namespace ankao::notices
