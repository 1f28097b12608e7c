// SPDX-License-Identifier: Apache-2.0
#include "ledger/service/seal.hpp"

#include "db/use_case.hpp"
#include "ledger/service/ledger.hpp"
#include "ledger/service/proofs.hpp"
#include "ledger/store/checkpoints.hpp"
#include "ledger/store/nodes.hpp"

namespace ankao::ledger {
namespace {

using Made = Result<std::optional<Checkpoint>>;

Result<void> continues(db::Transaction& transaction, const std::optional<Seen>& seen, std::int64_t size) {
  if (!seen || (seen->size <= size && root_at(transaction, seen->size) == seen->root)) return {};
  return problem("ledger.other_history", {{"seen", std::to_string(seen->size)}, {"size", std::to_string(size)}});
}

} // namespace

Made seal(db::Database& database, const Sealer& sealer, Instant now) {
  const auto seen = sealer.witness.last();
  const Made made = db::decide(database, [&](db::Transaction& transaction) -> Made {
    prepare(transaction);
    const std::int64_t size = tree_size(transaction);
    if (const auto fits = continues(transaction, seen, size); !fits.ok()) return fits.problem();
    const auto newest = newest_checkpoint(transaction);
    if (size == 0 || (newest && newest->size >= size)) return newest;
    Checkpoint made_now{sealer.key.origin(), size, root_at(transaction, size), now, ""};
    made_now.signature = sealer.key.sign(made_now.text());
    insert_checkpoint(transaction, made_now);
    return std::optional(made_now);
  });
  // After the commit: what the witness has seen must stand in the database, or honest crashes would look like tampering.
  if (made.ok() && *made && (!seen || (*made)->size > seen->size)) sealer.witness.note(**made);
  return made;
}

} // namespace ankao::ledger
