// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <functional>

#include "api/endpoints.hpp"
#include "db/db.hpp"

namespace ankao::deadlines {

/// Template, import and marked file of a year below /api/calendar/{year}/import; fields source, reason, compared.
void add_calendar_import_routes(api::Endpoints& endpoints, db::Database& database, std::function<void()> changed);

} // namespace ankao::deadlines
