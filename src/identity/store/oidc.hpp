// SPDX-License-Identifier: Apache-2.0
// The SQL of sign-in by a provider: begun sign-ins and which subject opens which account.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "db/db.hpp"
#include "identity/words/oidc.hpp"

namespace ankao::identity::store {

void insert_flow(db::Transaction& transaction, const oidc::Flow& flow);
/// Takes the flow out: it answers once.
std::optional<oidc::Flow> take_flow(db::Transaction& transaction, const std::string& state_digest);
void delete_flows_before(db::Transaction& transaction, Instant begun);

std::optional<std::string> account_of_subject(db::Transaction& transaction, const std::string& issuer, const std::string& subject);
std::vector<oidc::Link> links_of(db::Transaction& transaction, const std::string& issuer, const std::string& account);
void insert_link(db::Transaction& transaction, const std::string& issuer, const oidc::Link& link);
/// How many there were.
std::int64_t delete_links(db::Transaction& transaction, const std::string& issuer, const std::string& account);

/// Step 550.
db::Migration oidc_migration();

} // namespace ankao::identity::store
