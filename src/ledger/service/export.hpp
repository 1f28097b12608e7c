// SPDX-License-Identifier: Apache-2.0
// The log as a file that anybody can verify without this program (docs/ledger-format.md, `ankao-ledger-verify`).
#pragma once

#include <functional>
#include <string_view>

#include "db/db.hpp"
#include "ledger/files/seal_key.hpp"

namespace ankao::ledger {

using Write = std::function<void(std::string_view)>;

/// Writes piece by piece; returns the number of events. Names of persons are not in it.
std::int64_t export_log(db::Transaction& transaction, const SealKey& key, const Write& write);

} // namespace ankao::ledger
