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

std::string digest_under(const std::string& key, std::string_view context, std::string_view clear) {
  const std::string length = std::to_string(context.size()) + ":"; // so that context and value cannot run into each other
  const std::string mac = hmac_sm3(key, length + std::string(context) + std::string(clear));
  return to_hex(reinterpret_cast<const std::uint8_t*>(mac.data()), mac.size());
}

struct Fitting {
  Root root;
  Keys keys;
};

/// The root key that opens the database's keys; the refusal of the first when none does.
Result<Fitting> fitting(db::Transaction& transaction, const std::vector<Root>& roots) {
  std::optional<Problem> refused;
  for (const Root& root : roots) {
    const auto keys = store::keys(transaction, root);
    if (keys.ok()) {
      ensure(keys->has_value(), "vault::prepare comes before opening the vault");
      return Fitting{root, **keys};
    }
    if (!refused) refused = keys.problem();
  }
  return *refused;
}

} // namespace

Result<void> prepare(db::Database& database, const std::string& folder, Instant now, const Chance& chance) {
  bool follows = false;
  const auto done = db::decide(database, [&](db::Transaction& transaction) -> Result<void> {
    const auto standing = read_roots(folder);
    if (!standing.ok()) return standing.problem();
    const bool holds = store::holds_keys(transaction);
    if (holds && standing->empty()) return root_missing(folder);
    if (holds) {
      const auto found = fitting(transaction, *standing);
      follows = found.ok() && standing->size() == 2 && found->root.mark == standing->back().mark;
      return found.ok() ? Result<void>() : with_path(found.problem(), folder);
    }
    const auto root = standing->empty() ? make_root(folder, chance) : Result<Root>(standing->front());
    if (!root.ok()) return root.problem();
    store::insert_key(transaction, *root, store::Use::Data, now, chance);
    store::insert_key(transaction, *root, store::Use::Digest, now, chance);
    return {};
  });
  return done.ok() && follows ? take_up_next_root(folder) : done; // a change that was broken off after its commit
}

// The order is what makes it safe: the file to follow is on the disk before the database needs it, and takes its place after.
Result<std::string> rotate_root(db::Database& database, const std::string& folder, const std::function<void(db::Transaction&, const std::string&)>& note, const Chance& chance) {
  const auto next = make_next_root(folder, chance);
  if (!next.ok()) return next.problem();
  const auto sealed = db::decide(database, [&](db::Transaction& transaction) -> Result<void> {
    const auto root = read_root(folder);
    if (!root.ok()) return root.problem();
    if (!*root) return root_missing(folder);
    if (const auto done = store::seal_anew(transaction, **root, *next, chance); !done.ok()) return with_path(done.problem(), folder);
    note(transaction, next->mark);
    return {};
  });
  if (!sealed.ok()) return sealed.problem();
  if (const auto taken = take_up_next_root(folder); !taken.ok()) return taken.problem();
  return next->mark;
}

Vault::Vault(db::Database* database, std::string folder, Root root, Keys keys, Chance chance)
    : database_(database)
    , folder_(std::move(folder))
    , root_(std::move(root))
    , chance_(std::move(chance))
    , keys_(std::make_shared<const Keys>(std::move(keys))) {}

Result<std::unique_ptr<Vault>> Vault::open_with(db::Database& database, const std::string& folder, Chance chance) {
  const auto roots = read_roots(folder);
  if (!roots.ok()) return roots.problem();
  if (roots->empty()) return root_missing(folder);
  const auto found = db::look(database, [&](db::Transaction& transaction) { return fitting(transaction, *roots); });
  if (!found.ok()) return with_path(found.problem(), folder);
  return std::unique_ptr<Vault>(new Vault(&database, folder, found->root, found->keys, std::move(chance)));
}

std::unique_ptr<Vault> Vault::passing(Chance chance) {
  Keys keys;
  chance(keys.data[1].data(), sizeof(Secret));
  std::string& digest = keys.digest[2];
  digest.resize(sizeof(Digest));
  chance(reinterpret_cast<std::uint8_t*>(digest.data()), digest.size());
  return std::unique_ptr<Vault>(new Vault(nullptr, "", passing_root(chance), std::move(keys), chance));
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

std::string Vault::digest(std::string_view context, std::string_view clear) const { return digest_under(keys()->digest.rbegin()->second, context, clear); }

std::vector<std::string> Vault::digests(std::string_view context, std::string_view clear) const {
  const auto known = keys();
  std::vector<std::string> out;
  for (auto key = known->digest.rbegin(); key != known->digest.rend(); ++key) out.push_back(digest_under(key->second, context, clear));
  return out;
}

std::int64_t Vault::newest() const { return keys()->data.rbegin()->first; }

std::int64_t Vault::key_of(std::string_view sealed) {
  const auto parts = parts_of(sealed);
  return parts ? parts->key : 0;
}

/// Under the root key of the day: another process may have changed it.
std::int64_t Vault::insert(db::Transaction& transaction, bool data, Instant now) const {
  Root root;
  {
    const std::shared_lock lock(mutex_);
    root = root_;
  }
  if (database_ != nullptr && store::mark(transaction) != root.mark) {
    const auto roots = read_roots(folder_);
    ensure(roots.ok() && !roots->empty(), "the keys folder can be read");
    const auto found = fitting(transaction, *roots);
    ensure(found.ok(), "the keys folder opens the database");
    root = found->root;
  }
  return store::insert_key(transaction, root, data ? store::Use::Data : store::Use::Digest, now, chance_);
}

std::int64_t Vault::add_key(db::Transaction& transaction, Instant now) const { return insert(transaction, true, now); }
std::int64_t Vault::add_digest_key(db::Transaction& transaction, Instant now) const { return insert(transaction, false, now); }

void Vault::reload() const {
  if (database_ == nullptr) return;
  auto roots = std::vector<Root>();
  {
    const std::shared_lock lock(mutex_);
    roots.push_back(root_);
  }
  const auto load = [&] { return db::look(*database_, [&](db::Transaction& transaction) { return fitting(transaction, roots); }); };
  auto found = load();
  if (!found.ok()) {
    auto standing = read_roots(folder_);
    if (!standing.ok() || standing->empty()) return;
    roots = std::move(*standing);
    found = load();
  }
  // A root key that is not in this folder: what is held in memory still opens what it sealed; the next start tells.
  if (!found.ok()) return;
  const std::unique_lock lock(mutex_);
  if (found->keys.data.size() < keys_->data.size() || found->keys.digest.size() < keys_->digest.size()) return;
  root_ = found->root;
  keys_ = std::make_shared<const Keys>(found->keys);
}

void Vault::keep_up(Instant now) const {
  auto last = looked_.load();
  if (now.ms >= last && now.ms - last < k_look_ms) return;
  if (looked_.compare_exchange_strong(last, now.ms)) reload();
}

} // namespace ankao::vault
