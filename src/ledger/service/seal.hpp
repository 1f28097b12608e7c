// SPDX-License-Identifier: Apache-2.0
// Checkpoints: made from time to time and on demand, signed, kept, and noted beside the database.
#pragma once

#include <optional>
#include <string>

#include "base/result.hpp"
#include "db/db.hpp"
#include "ledger/files/seal_key.hpp"
#include "ledger/files/witness.hpp"
#include "ledger/words/checkpoint.hpp"

namespace ankao::ledger {

/// What seals a log: its key and its witness, both in one folder.
struct Sealer {
  explicit Sealer(const std::string& folder)
      : key(folder)
      , witness(folder) {}
  SealKey key;
  Witness witness;
};

/// The newest checkpoint, a new one when events came since; nothing for an empty log. Problem ledger.other_history when the witness has
/// seen a log of which this one is not the continuation: such a log is not signed.
Result<std::optional<Checkpoint>> seal(db::Database& database, const Sealer& sealer, Instant now);

} // namespace ankao::ledger
