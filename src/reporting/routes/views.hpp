// SPDX-License-Identifier: Apache-2.0
// From returns to what the screens get.
#pragma once

#include "db/db.hpp"
#include "reporting/routes/api.hpp"
#include "reporting/service/returns.hpp"

namespace ankao::api {
class Endpoints;
}

namespace ankao::reporting {

void add_completeness_routes(api::Endpoints& endpoints, db::Database& database);

Viewer viewer_of(const api::Call& call);
std::string unit_name(const std::string& district); ///< of the office: 广州市应急管理局, 天河区应急管理局
dto::ReturnRow row_of(const Return& one, Date today);
dto::ReturnView view_of(db::Transaction& transaction, const api::Call& call, const Whole& whole);
dto::ReturnItem view_of(const Item& item);

} // namespace ankao::reporting
