// SPDX-License-Identifier: Apache-2.0
// Saved filters in the database.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "db/db.hpp"
#include "lists/service/saved.hpp"

namespace ankao::lists::store {

/// The own ones and those that others share with the role, by name.
std::vector<SavedFilter> visible(db::Transaction& transaction, const std::string& list, const std::string& account, const std::string& role);
std::optional<SavedFilter> find(db::Transaction& transaction, const std::string& list, const std::string& account, const std::string& name);
std::int64_t count(db::Transaction& transaction, const std::string& list, const std::string& account);
void put(db::Transaction& transaction, const std::string& list, const SavedFilter& filter, Instant now);
void remove(db::Transaction& transaction, const std::string& list, const std::string& account, const std::string& name);

} // namespace ankao::lists::store
