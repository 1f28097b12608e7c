// SPDX-License-Identifier: Apache-2.0
#include "vault/store.hpp"

#include <algorithm>
#include <cstring>

#include "base/ensure.hpp"

namespace ankao::vault {

std::vector<db::Migration> migrations() {
  return {{800, "vault keys", R"(CREATE TABLE vault_key (
  number BIGINT PRIMARY KEY,
  purpose TEXT NOT NULL,
  root TEXT NOT NULL,
  sealed TEXT NOT NULL,
  made_at BIGINT NOT NULL
);
)"}};
}

namespace store {
namespace {

constexpr std::size_t k_digest_key = 32;
constexpr std::size_t k_nonce = sizeof(Nonce);

std::string word(Use use) { return use == Use::Data ? "data" : "digest"; }

/// A sealed key moved to another row or purpose does not open.
std::string bound(std::int64_t number, const std::string& purpose) { return "vault_key:" + std::to_string(number) + ":" + purpose; }

std::string sealed_under(const Root& root, const std::string& what, const std::string& key, const Chance& chance) {
  Nonce nonce{};
  chance(nonce.data(), nonce.size());
  return to_base64url(std::string(nonce.begin(), nonce.end()) + gcm_seal(root.sealing, nonce, what, key));
}

std::optional<std::string> opened(const db::Rows& rows, std::size_t i, const Root& root) {
  const auto sealed = from_base64url(rows.text(i, "sealed"));
  if (!sealed || sealed->size() < k_nonce) return std::nullopt;
  Nonce nonce{};
  std::copy_n(sealed->begin(), k_nonce, nonce.begin());
  return gcm_open(root.sealing, nonce, bound(rows.integer(i, "number"), rows.text(i, "purpose")), std::string_view(*sealed).substr(k_nonce));
}

Problem wrong(const db::Rows& rows, std::size_t i, const Root& here) {
  return problem("vault.root_wrong", {{"key", std::to_string(rows.integer(i, "number"))}, {"mark", rows.text(i, "root")}, {"here", here.mark}});
}

} // namespace

bool holds_keys(db::Transaction& transaction) { return transaction.query("SELECT COUNT(*) AS n FROM vault_key").integer(0, "n") > 0; }

std::string mark(db::Transaction& transaction) {
  const auto rows = transaction.query("SELECT root FROM vault_key ORDER BY number DESC LIMIT 1");
  return rows.empty() ? "" : rows.text(0, "root");
}

std::int64_t insert_key(db::Transaction& transaction, const Root& root, Use use, Instant now, const Chance& chance) {
  const auto number = transaction.query("SELECT COALESCE(MAX(number), 0) + 1 AS n FROM vault_key").integer(0, "n");
  std::string key(use == Use::Data ? sizeof(Secret) : k_digest_key, '\0');
  chance(reinterpret_cast<std::uint8_t*>(key.data()), key.size());
  transaction.execute("INSERT INTO vault_key (number, purpose, root, sealed, made_at) VALUES ($1, $2, $3, $4, $5)",
                      {number, word(use), root.mark, sealed_under(root, bound(number, word(use)), key, chance), now.ms});
  return number;
}

Result<void> seal_anew(db::Transaction& transaction, const Root& from, const Root& to, const Chance& chance) {
  const auto rows = transaction.query("SELECT number, purpose, root, sealed FROM vault_key ORDER BY number");
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const auto key = opened(rows, i, from);
    if (!key) return wrong(rows, i, from);
    const auto number = rows.integer(i, "number");
    transaction.execute("UPDATE vault_key SET root = $2, sealed = $3 WHERE number = $1", {number, to.mark, sealed_under(to, bound(number, rows.text(i, "purpose")), *key, chance)});
  }
  return {};
}

Result<std::optional<Keys>> keys(db::Transaction& transaction, const Root& root) {
  const auto rows = transaction.query("SELECT number, purpose, root, sealed FROM vault_key ORDER BY number");
  if (rows.empty()) return std::optional<Keys>();
  Keys out;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const auto key = opened(rows, i, root);
    if (!key) return wrong(rows, i, root);
    const auto number = rows.integer(i, "number");
    if (rows.text(i, "purpose") == word(Use::Digest))
      out.digest[number] = *key;
    else
      std::memcpy(out.data[number].data(), key->data(), std::min(key->size(), sizeof(Secret)));
  }
  ensure(!out.data.empty() && !out.digest.empty(), "vault_key holds a data key and a digest key, or nothing");
  return std::optional<Keys>(out);
}

} // namespace store
} // namespace ankao::vault
