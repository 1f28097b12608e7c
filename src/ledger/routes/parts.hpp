// SPDX-License-Identifier: Apache-2.0
// The audit's part of the routes: check, export, retention and holds.
#pragma once

#include "ledger/routes/routes.hpp"

namespace ankao::ledger {

void add_audit_routes(api::Endpoints& endpoints, db::Database& database, const Sealer& sealer, const std::string& folder);

} // namespace ankao::ledger
