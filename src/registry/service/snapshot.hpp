// SPDX-License-Identifier: Apache-2.0
// The register as of a day: what planning and every later capability reads of the registry.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/date.hpp"
#include "db/db.hpp"
#include "registry/words/record.hpp"

namespace ankao::registry {

struct InstitutionEntry {
  InstitutionRecord record;
  Standing standing = Standing::Reported;
  Date since; ///< of the standing
  int version = 1;
};

struct SiteEntry {
  SiteRecord record;
  Standing standing = Standing::Reported;
  Date since;
  int version = 1;
};

struct Snapshot {
  std::vector<InstitutionEntry> institutions; ///< by id
  std::vector<SiteEntry> sites;               ///< by id
  std::vector<Suspension> suspensions;        ///< all that were recorded, by id
};

/// Entries as they stood at the end of `as_of`. Reads only.
Snapshot snapshot(db::Transaction& transaction, Date as_of);

/// Schema steps 200-299.
std::vector<db::Migration> migrations();

/// The place a distance is measured from: the entered one, else the centre of `district`.
Place place_of(const std::optional<Place>& entered, const std::string& district);

} // namespace ankao::registry
