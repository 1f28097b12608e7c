// SPDX-License-Identifier: Apache-2.0
// The root key's file.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "vault/cipher.hpp"

namespace ankao::vault {

struct Root {
  Secret sealing{};   ///< seals the data keys
  std::string mark;   ///< tells one root key from another without telling the key
};

std::string root_path(const std::string& folder);
/// A root key that is to follow; it stands only while one is changed, or after that was broken off.
std::string next_root_path(const std::string& folder);

/// Nothing when there is no file. Problems vault.root_damaged, vault.root_exposed (others may read it), vault.root_unreadable.
Result<std::optional<Root>> read_root(const std::string& folder);

/// root.key, and the one to follow when it stands: one of them opens the database. Problems as read_root.
Result<std::vector<Root>> read_roots(const std::string& folder);
/// Writes the one to follow; one that stands already is read. Problems as make_root.
Result<Root> make_next_root(const std::string& folder, const Chance& chance);
/// The one to follow becomes root.key. Problem vault.root_unwritable.
Result<void> take_up_next_root(const std::string& folder);

/// Writes a new one, folder 0700, file 0600, flushed to the disk; never over a file that stands (then that one is read).
/// Problem vault.root_unwritable.
Result<Root> make_root(const std::string& folder, const Chance& chance);

/// One that is written nowhere.
Root passing_root(const Chance& chance);

} // namespace ankao::vault
