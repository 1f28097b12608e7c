// SPDX-License-Identifier: Apache-2.0
// The root key's file.
#pragma once

#include <optional>
#include <string>

#include "base/result.hpp"
#include "vault/cipher.hpp"

namespace ankao::vault {

struct Root {
  Secret sealing{};   ///< seals the data keys
  std::string mark;   ///< tells one root key from another without telling the key
};

std::string root_path(const std::string& folder);

/// Nothing when there is no file. Problems vault.root_damaged, vault.root_exposed (others may read it), vault.root_unreadable.
Result<std::optional<Root>> read_root(const std::string& folder);

/// Writes a new one, folder 0700, file 0600, flushed to the disk; never over a file that stands (then that one is read).
/// Problem vault.root_unwritable.
Result<Root> make_root(const std::string& folder, const Chance& chance);

/// One that is written nowhere.
Root passing_root(const Chance& chance);

} // namespace ankao::vault
