// SPDX-License-Identifier: Apache-2.0
// The groups of operations that routes.cpp puts together.
#pragma once

#include "api/endpoints.hpp"
#include "db/use_case.hpp"

namespace ankao::inspection {

void add_checklist_routes(api::Endpoints& endpoints, db::Database& database);
void add_campaign_routes(api::Endpoints& endpoints, db::Database& database);
void add_visit_routes(api::Endpoints& endpoints, db::Database& database);
void add_board_routes(api::Endpoints& endpoints, db::Database& database);
void add_defect_routes(api::Endpoints& endpoints, db::Database& database);

} // namespace ankao::inspection
