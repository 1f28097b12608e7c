// SPDX-License-Identifier: Apache-2.0
// The registry's operations over HTTP.
#pragma once

#include <functional>
#include <vector>

#include "api/endpoints.hpp"
#include "db/db.hpp"
#include "lists/words/list.hpp"
#include "registry/service/conditions.hpp"

namespace ankao::registry {

/// `changed` is called after every change of public data (Server::changed). All must outlive the endpoints. Cached lists are of the
/// day they were made: call `changed` when the day changes, too.
void add_routes(api::Endpoints& endpoints, db::Database& database, std::function<void()> changed);

/// Conditions of places; `tell` says a decision to the place.
void add_condition_routes(api::Endpoints& endpoints, db::Database& database, EvidenceOf evidence, TellConditions tell);

/// For the description of all lists.
std::vector<const lists::List*> described_lists();

} // namespace ankao::registry
