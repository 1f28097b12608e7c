// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <vector>

#include "lists/words/list.hpp"
#include "planning/service/assignments.hpp"
#include "planning/service/drawn.hpp"
#include "planning/service/draws.hpp"
#include "planning/service/feeds.hpp"
#include "planning/service/world.hpp"

namespace ankao::api {
class Endpoints;
}

namespace ankao::planning {

/// All planning endpoints (planning/routes/api.hpp). The three must outlive the list.
void add_routes(::ankao::api::Endpoints& endpoints, const World& world, Draws& draws, DrawnPlans& drawn);

/// Timetables and calendar feeds (planning/routes/timetable_api.hpp).
void add_timetable_routes(::ankao::api::Endpoints& endpoints, const World& world, const FeedPorts& ports);

/// Examiners and their sessions (planning/routes/assignment_api.hpp).
void add_assignment_routes(::ankao::api::Endpoints& endpoints, const World& world, const Examiners& examiners);

/// For the description of all lists.
std::vector<const lists::List*> described_lists();

} // namespace ankao::planning
