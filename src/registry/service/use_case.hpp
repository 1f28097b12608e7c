// SPDX-License-Identifier: Apache-2.0
// A use case is one transaction: a refusal leaves nothing behind, a conflict with another writer is tried again.
#pragma once

#include <memory>

#include "base/result.hpp"
#include "db/db.hpp"

namespace ankao::registry {

/// `work(Transaction&)` returns a Result; it is committed only when that is ok.
template <class Work>
auto decide(db::Database& database, const Work& work) -> decltype(work(std::declval<db::Transaction&>())) {
  for (int tried = 1;; ++tried) {
    try {
      const auto transaction = database.begin(db::Mode::Write);
      auto result = work(*transaction);
      if (result.ok()) transaction->commit();
      return result;
    } catch (const db::Failure& failure) {
      if (failure.kind() != db::Failure::Kind::Conflict || tried == db::k_tries) throw;
    }
  }
}

/// The answer of `work(Transaction&)` on one consistent view of the data.
template <class Work>
auto look(db::Database& database, const Work& work) -> decltype(work(std::declval<db::Transaction&>())) {
  const auto transaction = database.begin(db::Mode::Read);
  return work(*transaction);
}

} // namespace ankao::registry
