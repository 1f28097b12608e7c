// SPDX-License-Identifier: Apache-2.0
// Brings what old keys sealed under the newest one, a few rows a transaction, while the platform runs.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "vault/vault.hpp"

namespace ankao::vault {

/// A column of sealed text; null and '' mean nothing is sealed there. The context of a row is `context` + ":" + its key.
struct Column {
  std::string table;
  std::string key; ///< TEXT column that names the row
  std::string sealed;
  std::string context; ///< e.g. "account.national_id"
};

struct Resealed {
  std::int64_t done = 0;
  std::int64_t left = 0; ///< rows that do not open; their places are in `faults`
  std::vector<Problem> faults;
};

/// Every row of every column that is not under the newest key; stops for nothing but a failing database.
Resealed reseal(db::Database& database, const Vault& vault, const std::vector<Column>& columns, int batch = 100);

/// A column of digests of what another column holds sealed.
struct Digested {
  Column column; ///< its context without the row's key is that of the digest, too
  std::string digest;
};
/// Brings every digest under the newest digest key, a few rows a transaction; meanwhile values are searched under all (Vault::digests).
Resealed redigest(db::Database& database, const Vault& vault, const std::vector<Digested>& columns, int batch = 100);

} // namespace ankao::vault
