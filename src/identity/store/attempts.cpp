// SPDX-License-Identifier: Apache-2.0
#include "identity/store/store.hpp"

namespace ankao::identity::store {

std::optional<Attempts> find_attempts(db::Transaction& transaction, const std::string& key) {
  const auto rows = transaction.query("SELECT failures, last_at FROM identity_attempt WHERE key = $1", {key});
  if (rows.empty()) return std::nullopt;
  return Attempts{static_cast<int>(rows.integer(0, "failures")), Instant{rows.integer(0, "last_at")}};
}

void put_attempts(db::Transaction& transaction, const std::string& key, const Attempts& attempts) {
  transaction.execute("INSERT INTO identity_attempt (key, failures, last_at) VALUES ($1, $2, $3) "
                      "ON CONFLICT (key) DO UPDATE SET failures = excluded.failures, last_at = excluded.last_at",
                      {key, std::int64_t{attempts.failures}, attempts.last.ms});
}

void delete_attempts(db::Transaction& transaction, const std::string& key) {
  transaction.execute("DELETE FROM identity_attempt WHERE key = $1", {key});
}

void delete_attempts_before(db::Transaction& transaction, Instant last) {
  transaction.execute("DELETE FROM identity_attempt WHERE last_at < $1", {last.ms});
}

} // namespace ankao::identity::store
