// SPDX-License-Identifier: Apache-2.0
// The table vault_key.
#pragma once

#include <optional>

#include "vault/vault.hpp"

namespace ankao::vault::store {

enum class Use { Data, Digest };

bool holds_keys(db::Transaction& transaction);
/// Seals a new key under the root key; returns its number.
std::int64_t insert_key(db::Transaction& transaction, const Root& root, Use use, Instant now, const Chance& chance);
/// The mark of the root key that the keys are sealed under; "" when there are none.
std::string mark(db::Transaction& transaction);
/// Seals every key anew. Problem vault.root_wrong.
Result<void> seal_anew(db::Transaction& transaction, const Root& from, const Root& to, const Chance& chance);
/// Nothing when there is none; vault.root_wrong when the root key opens them not.
Result<std::optional<Keys>> keys(db::Transaction& transaction, const Root& root);

} // namespace ankao::vault::store
