// SPDX-License-Identifier: Apache-2.0
// Monthly returns over HTTP.
#pragma once

#include <vector>

#include "db/db.hpp"
#include "lists/words/list.hpp"

namespace ankao::api {
class Endpoints;
}

namespace ankao::reporting {

/// `database` must outlive the endpoints.
void add_routes(api::Endpoints& endpoints, db::Database& database);

std::vector<const lists::List*> described_lists();

} // namespace ankao::reporting
