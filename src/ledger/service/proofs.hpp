// SPDX-License-Identifier: Apache-2.0
// Proofs from the stored subtrees: O(log n) rows, one query.
#pragma once

#include "base/result.hpp"
#include "db/db.hpp"
#include "ledger/rules/tree.hpp"

namespace ankao::ledger {

struct Proof {
  std::int64_t number = 0; ///< event, from 1
  std::int64_t size = 0;   ///< of the tree
  Digest leaf{};
  Hashes path;
  Digest root{};
};

/// Of a tree that the log had; a hole in the stored tree is a broken invariant.
Digest root_at(db::Transaction& transaction, std::int64_t size);
/// Event `number` in the tree of `size` events; problem ledger.no_such_event, ledger.no_such_size.
Result<Proof> prove(db::Transaction& transaction, std::int64_t number, std::int64_t size);
/// That the tree of `from` events is the beginning of the tree of `to`; problem ledger.no_such_size.
Result<Hashes> prove_consistency(db::Transaction& transaction, std::int64_t from, std::int64_t to);

} // namespace ankao::ledger
