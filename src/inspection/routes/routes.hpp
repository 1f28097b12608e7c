// SPDX-License-Identifier: Apache-2.0
// Checklists, campaigns, visits and problems over HTTP.
#pragma once

#include <functional>
#include <vector>

#include "db/db.hpp"
#include "inspection/service/closing.hpp"
#include "inspection/service/handovers.hpp"
#include "inspection/service/official.hpp"
#include "inspection/service/records.hpp"
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
  Tell tell = {};
  OpenElsewhere open = {};
};
/// `database` and the vault must outlive the endpoints.
void add_routes(api::Endpoints& endpoints, db::Database& database, const Ports& ports);

/// A file of a visit, as its form lists it; the capability of files says which there are.
using VisitFiles = std::function<std::vector<EvidenceFile>(db::Transaction& transaction, const std::string& visit)>;
/// Questions, witnesses, signatures and the official form with all of them. `room` outlives the endpoints.
void add_record_routes(api::Endpoints& endpoints, const RecordRoom& room, VisitFiles files);

std::vector<const lists::List*> described_lists();

} // namespace ankao::inspection
