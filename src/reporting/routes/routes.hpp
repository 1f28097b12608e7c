// SPDX-License-Identifier: Apache-2.0
// Monthly returns and summary reports over HTTP.
#pragma once

#include <vector>

#include "db/db.hpp"
#include "lists/words/list.hpp"
#include "reporting/service/news.hpp"

namespace ankao::api {
class Endpoints;
}

namespace ankao::reporting {

/// `database` must outlive the endpoints.
void add_routes(api::Endpoints& endpoints, db::Database& database, const Tell& tell = {});
/// Called by add_routes().
void add_summary_routes(api::Endpoints& endpoints, db::Database& database, const Tell& tell);

std::vector<const lists::List*> described_lists();

} // namespace ankao::reporting
