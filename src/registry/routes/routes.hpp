// SPDX-License-Identifier: Apache-2.0
// The registry's operations over HTTP.
#pragma once

#include <functional>

#include "api/endpoints.hpp"
#include "db/db.hpp"

namespace ankao::registry {

/// `changed` is called after every change of public data (Server::changed). All must outlive the endpoints. Cached lists are of the
/// day they were made: call `changed` when the day changes, too.
void add_routes(api::Endpoints& endpoints, db::Database& database, std::function<void()> changed);

} // namespace ankao::registry
