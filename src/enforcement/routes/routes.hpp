// SPDX-License-Identifier: Apache-2.0
// Decisions over HTTP.
#pragma once

#include <functional>
#include <vector>

#include "db/db.hpp"
#include "enforcement/service/decisions.hpp"
#include "lists/words/list.hpp"

namespace ankao::api {
class Endpoints;
}

namespace ankao::enforcement {

/// `database` must outlive the endpoints; `changed` is called when a decision has changed the register.
void add_routes(api::Endpoints& endpoints, db::Database& database, const Tell& tell, const std::function<void()>& changed);

std::vector<const lists::List*> described_lists();

} // namespace ankao::enforcement
