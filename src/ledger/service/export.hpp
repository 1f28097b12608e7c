// SPDX-License-Identifier: Apache-2.0
// The log as a file that anybody can verify without this program (docs/ledger-format.md, `ankao-ledger-verify`).
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "db/db.hpp"
#include "ledger/files/seal_key.hpp"
#include "ledger/words/event.hpp"

namespace ankao::ledger {

using Write = std::function<void(std::string_view)>;

/// Writes piece by piece; returns the number of events. Names of persons are not in it.
std::int64_t export_log(db::Transaction& transaction, const SealKey& key, const Write& write);

/// Writes it to a new file in `folder` ("" is the system's passing one) and notes in the log that it was taken out; what was written there more than an hour ago
/// goes. Returns the path. std::runtime_error when the disk is full.
std::string export_to(db::Database& database, const SealKey& key, const std::string& folder, const Actor& actor, Instant now);

} // namespace ankao::ledger
