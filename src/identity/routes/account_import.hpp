// SPDX-License-Identifier: Apache-2.0
#pragma once

namespace ankao::api {
class Endpoints;
}

namespace ankao::identity {

class Identity;

/// Template, import and marked file of accounts below /api/accounts/import.
void add_account_import_routes(api::Endpoints& endpoints, Identity& identity);

} // namespace ankao::identity
