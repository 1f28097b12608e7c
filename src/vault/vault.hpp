// SPDX-License-Identifier: Apache-2.0
// Sealing under the newest data key, opening under any, digests for search. Safe to use from many threads, also inside a transaction.
#pragma once

#include <cstdint>
#include <atomic>
#include <functional>
#include <map>
#include <memory>
#include <shared_mutex>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.hpp"
#include "base/result.hpp"
#include "db/db.hpp"
#include "vault/root.hpp"

namespace ankao::vault {

/// Schema steps 800-899.
std::vector<db::Migration> migrations();

/// Root key and first data key, made when there are none at all. A database that holds keys already keeps them: without its root key
/// vault.root_missing, with another one vault.root_wrong; also vault.root_damaged, root_exposed, root_unreadable, root_unwritable.
Result<void> prepare(db::Database& database, const std::string& folder, Instant now, const Chance& chance = system_chance());

/// A new root key: every key of the database is sealed anew under it in one transaction, then its file takes the place of the old one.
/// Running platforms go on; whatever breaks off leaves a folder that opens the database. Returns the new mark. Problems as prepare.
Result<std::string> rotate_root(db::Database& database, const std::string& folder, const std::function<void(db::Transaction&, const std::string& mark)>& note, const Chance& chance = system_chance());

struct Keys {
  std::map<std::int64_t, Secret> data; ///< by number; never empty
  std::map<std::int64_t, std::string> digest; ///< by number; never empty. Old ones stay: what was marked with them can still be compared
};

class Vault {
public:
  /// `database` outlives it and was prepared. Problems as prepare.
  static Result<std::unique_ptr<Vault>> open_with(db::Database& database, const std::string& folder, Chance chance = system_chance());
  /// Keys that end with it, for commands that only describe the program.
  static std::unique_ptr<Vault> passing(Chance chance = system_chance());

  /// Text of its own each time. `context` says what and whose it is, e.g. "account.national_id:zhang"; only with it can it be opened.
  std::string seal(std::string_view context, std::string_view clear) const;
  /// vault.not_opened (other context, or changed), vault.form, vault.key_unknown.
  Result<std::string> open(std::string_view context, std::string_view sealed) const;
  /// 64 hexadecimal digits, the same for the same context and value until the digest key is changed.
  std::string digest(std::string_view context, std::string_view clear) const;
  /// Under every digest key, the newest first: what a search must look for while values are digested again.
  std::vector<std::string> digests(std::string_view context, std::string_view clear) const;

  /// The number of the key new seals use.
  std::int64_t newest() const;
  /// The number of the key in a sealed text; 0 for what is none.
  static std::int64_t key_of(std::string_view sealed);

  /// A new data key in `transaction`; used for new seals once reload() has seen it committed. Returns its number.
  std::int64_t add_key(db::Transaction& transaction, Instant now) const;
  /// The same for digests; bring what stands under it with redigest().
  std::int64_t add_digest_key(db::Transaction& transaction, Instant now) const;
  /// Takes up keys that were added here or by another process.
  void reload() const;
  /// reload(), at most once a second by `now`.
  void keep_up(Instant now) const;

private:
  Vault(db::Database* database, std::string folder, Root root, Keys keys, Chance chance);
  std::int64_t insert(db::Transaction& transaction, bool data, Instant now) const;
  std::shared_ptr<const Keys> keys() const;
  std::shared_ptr<const Keys> keys_with(std::int64_t number) const;

  db::Database* database_; ///< null for passing keys
  std::string folder_;
  mutable Root root_; ///< under mutex_: another process may change it
  Chance chance_;
  mutable std::shared_mutex mutex_;
  mutable std::shared_ptr<const Keys> keys_;
  mutable std::atomic<std::int64_t> looked_{0};
};

} // namespace ankao::vault
