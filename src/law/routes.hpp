// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace ankao::api {
class Endpoints;
}

namespace ankao::law {

/// GET /api/law: clauses and rules in words. GET /api/law/refusals/{id}: the why of a refusal.
void add_routes(api::Endpoints& endpoints);

} // namespace ankao::law
