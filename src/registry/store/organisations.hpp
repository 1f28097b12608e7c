// SPDX-License-Identifier: Apache-2.0
// Exam organisations of districts in the database: what stands, and every version with who made it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "db/db.hpp"
#include "registry/store/register.hpp"
#include "registry/words/organisation.hpp"

namespace ankao::registry {

db::Migration organisations_schema();

nlohmann::json to_json(const OrganisationRecord& record);

struct Organisation {
  OrganisationRecord record;
  int version = 0; ///< of the newest
};

/// The record becomes its newest version. `version.standing`, `since` and `effective` are those of the record.
void keep(db::Transaction& transaction, const OrganisationRecord& record, const Version& version);
std::optional<Organisation> organisation_in(db::Transaction& transaction, const std::string& id);
/// Of a district when it is not empty; by number.
std::vector<OrganisationRecord> organisations_of(db::Transaction& transaction, const std::string& district);
/// Those that stand on a day, by number.
std::vector<OrganisationRecord> organisations_on(db::Transaction& transaction, Date day);
/// Oldest first.
std::vector<Version> organisation_history(db::Transaction& transaction, const std::string& id);

struct OrganisationFilter {
  std::string q, district;
  std::string reach; ///< the one district whose rows are found; "" all
  std::string state; ///< standing, coming, ended
  Date day;
  std::string order; ///< SQL
  int limit = 50;
  std::int64_t offset = 0;
};
struct OrganisationsFound {
  std::int64_t total = 0;
  std::vector<Organisation> items;
};
OrganisationsFound find_organisations(db::Transaction& transaction, const OrganisationFilter& filter);

} // namespace ankao::registry
