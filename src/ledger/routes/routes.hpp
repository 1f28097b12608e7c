// SPDX-License-Identifier: Apache-2.0
// The log over HTTP: checkpoints, key and proofs for everybody, the events for those who may read them.
#pragma once

#include "api/endpoints.hpp"
#include "db/db.hpp"
#include "ledger/service/seal.hpp"

namespace ankao::ledger {

/// `database` and `sealer` must outlive the endpoints. Exports pass through `folder`; "" is the system's passing one.
void add_routes(api::Endpoints& endpoints, db::Database& database, const Sealer& sealer, const std::string& folder);

} // namespace ankao::ledger
