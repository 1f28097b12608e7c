// SPDX-License-Identifier: Apache-2.0
#include "vault/vault.hpp"

#include <algorithm>
#include <charconv>
#include <mutex>

#include "base/ensure.hpp"
#include "base/sm3.hpp"
#include "db/use_case.hpp"
#include "vault/store.hpp"

namespace ankao::vault {
namespace {

constexpr std::string_view k_version = "v1:";
constexpr std::int64_t k_look_ms = 1000;

struct Parts {
  std::int64_t key = 0;
  std::string_view body;
};

/// "v1:KEY:BODY", the number without sign and leading zero.
std::optional<Parts> parts_of(std::string_view sealed) {
  if (!sealed.starts_with(k_version)) return std::nullopt;
  sealed.remove_prefix(k_version.size());
  const auto colon = sealed.find(':');
  if (colon == std::string_view::npos || colon == 0 || colon > 15 || sealed[0] < '1' || sealed[0] > '9') return std::nullopt;
  Parts parts;
  const auto read = std::from_chars(sealed.data(), sealed.data() + colon, parts.key);
  if (read.ec != std::errc() || read.ptr != sealed.data() + colon) return std::nullopt;
  parts.body = sealed.substr(colon + 1);
  return parts;
}

std::string bound(std::int64_t key, std::string_view context) { return "ankao vault 1:" + std::to_string(key) + ":" + std::string(context); }

Problem root_missing(const std::string& folder) { return problem("vault.root_missing", {{"path", root_path(folder)}}); }

/// A copy that belongs to another platform's file names the file.
Problem with_path(Problem refused, const std::string& folder) {
  refused.details.push_back({"path", root_path(folder)});
  return refused;
}

} // namespace

Result<void> prepare(db::Database& database, const std::string& folder, Instant now, const Chance& chance) {
  return db::decide(database, [&](db::Transaction& transaction) -> Result<void> {
    const auto standing = read_root(folder);
    if (!standing.ok()) return standing.problem();
    const bool holds = store::holds_keys(transaction);
    if (holds && !*standing) return root_missing(folder);
    if (holds) {
      const auto keys = store::keys(transaction, **standing);
      return keys.ok() ? Result<void>() : with_path(keys.problem(), folder);
    }
    const auto root = *standing ? Result<Root>(**standing) : make_root(folder, chance);
    if (!root.ok()) return root.problem();
    store::insert_key(transaction, *root, store::Use::Data, now, chance);
    store::insert_key(transaction, *root, store::Use::Digest, now, chance);
    return {};
  });
}

Vault::Vault(db::Database* database, Root root, Keys keys, Chance chance)
    : database_(database)
    , root_(std::move(root))
    , chance_(std::move(chance))
    , keys_(std::make_shared<const Keys>(std::move(keys))) {}

Result<std::unique_ptr<Vault>> Vault::open_with(db::Database& database, const std::string& folder, Chance chance) {
  const auto root = read_root(folder);
  if (!root.ok()) return root.problem();
  if (!*root) return root_missing(folder);
  const auto keys = db::look(database, [&](db::Transaction& transaction) { return store::keys(transaction, **root); });
  if (!keys.ok()) return with_path(keys.problem(), folder);
  ensure(keys->has_value(), "vault::prepare comes before opening the vault");
  return std::unique_ptr<Vault>(new Vault(&database, **root, **keys, std::move(chance)));
}

std::unique_ptr<Vault> Vault::passing(Chance chance) {
  Keys keys;
  chance(keys.data[1].data(), sizeof(Secret));
  keys.digest.resize(sizeof(Digest));
  chance(reinterpret_cast<std::uint8_t*>(keys.digest.data()), keys.digest.size());
  return std::unique_ptr<Vault>(new Vault(nullptr, passing_root(chance), std::move(keys), chance));
}

std::shared_ptr<const Keys> Vault::keys() const {
  const std::shared_lock lock(mutex_);
  return keys_;
}

/// A key this process has not met was added by another one.
std::shared_ptr<const Keys> Vault::keys_with(std::int64_t number) const {
  auto known = keys();
  if (known->data.contains(number)) return known;
  reload();
  return keys();
}

std::string Vault::seal(std::string_view context, std::string_view clear) const {
  const auto known = keys();
  const auto& [number, key] = *known->data.rbegin();
  Nonce nonce{};
  chance_(nonce.data(), nonce.size());
  const std::string body = std::string(nonce.begin(), nonce.end()) + gcm_seal(key, nonce, bound(number, context), clear);
  return std::string(k_version) + std::to_string(number) + ":" + to_base64url(body);
}

Result<std::string> Vault::open(std::string_view context, std::string_view sealed) const {
  const auto parts = parts_of(sealed);
  const std::string what(context.substr(0, context.find(':')));
  if (!parts) return problem("vault.form", {{"what", what}});
  const auto body = from_base64url(parts->body);
  if (!body || body->size() < sizeof(Nonce)) return problem("vault.form", {{"what", what}});
  const auto known = keys_with(parts->key);
  const auto key = known->data.find(parts->key);
  if (key == known->data.end()) return problem("vault.key_unknown", {{"what", what}, {"key", std::to_string(parts->key)}});
  Nonce nonce{};
  std::copy_n(body->begin(), nonce.size(), nonce.begin());
  auto clear = gcm_open(key->second, nonce, bound(parts->key, context), std::string_view(*body).substr(nonce.size()));
  if (!clear) return problem("vault.not_opened", {{"what", what}, {"key", std::to_string(parts->key)}});
  return std::move(*clear);
}

std::string Vault::digest(std::string_view context, std::string_view clear) const {
  const std::string length = std::to_string(context.size()) + ":"; // so that context and value cannot run into each other
  const std::string mac = hmac_sm3(keys()->digest, length + std::string(context) + std::string(clear));
  return to_hex(reinterpret_cast<const std::uint8_t*>(mac.data()), mac.size());
}

std::int64_t Vault::newest() const { return keys()->data.rbegin()->first; }

std::int64_t Vault::key_of(std::string_view sealed) {
  const auto parts = parts_of(sealed);
  return parts ? parts->key : 0;
}

std::int64_t Vault::add_key(db::Transaction& transaction, Instant now) const {
  return store::insert_key(transaction, root_, store::Use::Data, now, chance_);
}

void Vault::reload() const {
  if (database_ == nullptr) return;
  const auto found = db::look(*database_, [&](db::Transaction& transaction) { return store::keys(transaction, root_); });
  // A root key changed under a running platform: what it holds still opens what it sealed; the next start tells.
  if (!found.ok() || !*found) return;
  const std::unique_lock lock(mutex_);
  if ((*found)->data.size() >= keys_->data.size()) keys_ = std::make_shared<const Keys>(**found);
}

void Vault::keep_up(Instant now) const {
  auto last = looked_.load();
  if (now.ms >= last && now.ms - last < k_look_ms) return;
  if (looked_.compare_exchange_strong(last, now.ms)) reload();
}

} // namespace ankao::vault
