// SPDX-License-Identifier: Apache-2.0
// A use case is one transaction: a refusal leaves nothing behind, a conflict with another writer is tried again.
#pragma once

#include <memory>

#include "base/result.hpp"
#include "db/db.hpp"

namespace ankao::db {

/// `work(Transaction&)` returns a Result; it is committed only when that is ok.
template <class Work>
auto decide(Database& database, const Work& work) -> decltype(work(std::declval<Transaction&>())) {
  for (int tried = 1;; ++tried) {
    try {
      const auto transaction = database.begin(Mode::Write);
      auto result = work(*transaction);
      if (result.ok()) transaction->commit();
      return result;
    } catch (const Failure& failure) {
      if (failure.kind() != Failure::Kind::Conflict || tried == k_tries) throw;
    }
  }
}

/// The answer of `work(Transaction&)` on one consistent view of the data.
template <class Work>
auto look(Database& database, const Work& work) -> decltype(work(std::declval<Transaction&>())) {
  const auto transaction = database.begin(Mode::Read);
  return work(*transaction);
}

} // namespace ankao::db
