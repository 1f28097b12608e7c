// SPDX-License-Identifier: Apache-2.0
// Feeds in the database.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "db/db.hpp"
#include "planning/words/feed.hpp"
#include "planning/words/plan.hpp"

namespace ankao::planning {

void insert_feed(db::Transaction& transaction, const Feed& feed);
std::optional<Feed> find_feed(db::Transaction& transaction, const std::string& id);
std::optional<Feed> feed_of_secret(db::Transaction& transaction, const std::string& secret_sm3);
/// Newest first, revoked ones too.
std::vector<Feed> feeds_of(db::Transaction& transaction, const std::string& account);
void update_feed(db::Transaction& transaction, const Feed& feed);

/// Versions that are or were in force, from a month on, by month and version.
std::vector<PlanVersion> versions_in_force_since(db::Transaction& transaction, Month month);
/// Months with a plan in force, oldest first.
std::vector<Month> months_in_force(db::Transaction& transaction);

} // namespace ankao::planning
