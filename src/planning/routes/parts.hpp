// SPDX-License-Identifier: Apache-2.0
// The parts that routes.cpp joins.
#pragma once

#include "planning/routes/routes.hpp"
#include "planning/routes/views.hpp"

namespace ankao::planning {

/// Problem planning.page_range: page from 1, size from 1 to 200.
Result<void> check_page(int page, int size);

void add_plan_routes(::ankao::api::Endpoints& endpoints, const World& world, DrawnPlans& drawn);
void add_booking_routes(::ankao::api::Endpoints& endpoints, const World& world);
void add_ceremony_routes(::ankao::api::Endpoints& endpoints, const World& world);
void add_feedback_routes(::ankao::api::Endpoints& endpoints, const World& world);
void add_failure_routes(::ankao::api::Endpoints& endpoints, const World& world);
void add_objection_routes(::ankao::api::Endpoints& endpoints, const World& world);
void add_parameter_routes(::ankao::api::Endpoints& endpoints, const World& world);
void add_arrangement_routes(::ankao::api::Endpoints& endpoints, const World& world);
void add_quota_routes(::ankao::api::Endpoints& endpoints, const World& world);
void add_edit_routes(::ankao::api::Endpoints& endpoints, const World& world);
void add_simulation_routes(::ankao::api::Endpoints& endpoints, const World& world);
void add_study_routes(::ankao::api::Endpoints& endpoints, const World& world, DrawnPlans& drawn);
void add_desk_routes(::ankao::api::Endpoints& endpoints, const World& world, Draws& draws);

} // namespace ankao::planning
