// SPDX-License-Identifier: Apache-2.0
// The SQL of the second factor.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/date.hpp"
#include "db/db.hpp"

namespace ankao::identity::store {

db::Migration second_migration();

/// Secrets are sealed.
struct Factor {
  std::string secret;          ///< "" while none is bound
  std::int64_t last_step = 0;  ///< the newest step whose code was taken
  std::string pending;         ///< a new device's, "" usually
  std::string pending_session; ///< the session that began
  Instant pending_at;
};

std::optional<Factor> find_factor(db::Transaction& transaction, const std::string& account);
void put_pending(db::Transaction& transaction, const std::string& account, const std::string& sealed, const std::string& session, Instant now);
/// The secret is in use from now on; also on the account.
void bind_factor(db::Transaction& transaction, const std::string& account, const std::string& sealed, std::int64_t last_step, Instant now);
/// False when this step or a later one was taken already.
bool take_step(db::Transaction& transaction, const std::string& account, std::int64_t step);
void delete_factor(db::Transaction& transaction, const std::string& account);

void put_recovery(db::Transaction& transaction, const std::string& account, const std::vector<std::string>& digests);
/// False when there is none, or it was used.
bool use_recovery(db::Transaction& transaction, const std::string& account, const std::string& digest, Instant now);
std::int64_t recovery_left(db::Transaction& transaction, const std::string& account);

} // namespace ankao::identity::store
