// SPDX-License-Identifier: Apache-2.0
#include "planning/routes/routes.hpp"

#include "api/endpoints.hpp"
#include "planning/routes/after_lists.hpp"
#include "planning/routes/before_lists.hpp"
#include "planning/routes/lists.hpp"
#include "planning/routes/parts.hpp"

namespace ankao::planning {

void add_routes(::ankao::api::Endpoints& endpoints, const World& world, Draws& draws, DrawnPlans& drawn) {
  add_plan_routes(endpoints, world, drawn);
  add_booking_routes(endpoints, world);
  add_ceremony_routes(endpoints, world);
  add_parameter_routes(endpoints, world);
  add_quota_routes(endpoints, world);
  add_arrangement_routes(endpoints, world);
  add_edit_routes(endpoints, world);
  add_simulation_routes(endpoints, world);
  add_study_routes(endpoints, world, drawn);
  add_desk_routes(endpoints, world, draws);
  add_feedback_routes(endpoints, world);
  add_failure_routes(endpoints, world);
  add_objection_routes(endpoints, world);
}

std::vector<const lists::List*> described_lists() { return {&booking_list(), &session_list(), &batch_list(), &feedback_list(), &failure_list(), &ending_list(), &objection_list(), &move_list(), &parameter_change_list(), &quota_list(), &arrangement_list()}; }

} // namespace ankao::planning
