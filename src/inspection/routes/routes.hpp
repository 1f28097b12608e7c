// SPDX-License-Identifier: Apache-2.0
// Checklists, campaigns, visits and problems over HTTP.
#pragma once

#include <vector>

#include "db/db.hpp"
#include "inspection/service/handovers.hpp"
#include "inspection/service/spots.hpp"
#include "lists/words/list.hpp"
#include "vault/vault.hpp"

namespace ankao::api {
class Endpoints;
}

namespace ankao::inspection {

/// What comes from elsewhere.
struct Ports {
  const vault::Vault& vault;
  Chance chance;
  FilesOf files;
};
/// `database` and the vault must outlive the endpoints.
void add_routes(api::Endpoints& endpoints, db::Database& database, const Ports& ports);

std::vector<const lists::List*> described_lists();

} // namespace ankao::inspection
