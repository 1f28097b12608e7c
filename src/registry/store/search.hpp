// SPDX-License-Identifier: Apache-2.0
// Lists of the register as of a day: one statement for the page, one for its total, whatever the number of rows.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "registry/store/register.hpp"
#include "registry/words/life.hpp"

namespace ankao::registry {

struct InstitutionFilter {
  std::string q;
  std::string district;
  std::string project; ///< OPnn or an industry
  std::optional<InstitutionRole> role;
  Standing standing = Standing::Published;
  Date day;
  std::string order; ///< SQL, from the list's description
  int limit = 50;
  std::int64_t offset = 0;
};
struct InstitutionFound {
  InstitutionRecord record;
  Standing standing = Standing::Published;
  Date since;
  int version = 0;
  int sites = 0; ///< published on the day
  bool suspended = false;
};
struct InstitutionsFound {
  std::int64_t total = 0;
  std::vector<InstitutionFound> items;
};
InstitutionsFound find_institutions(db::Transaction& transaction, const InstitutionFilter& filter);

struct SiteFilter {
  std::string q;
  std::string district;
  std::string project; ///< OPnn or "theory"
  std::optional<SiteKind> kind;
  std::string owner;
  Standing standing = Standing::Published;
  Date day;
  std::string order;
  int limit = 50;
  std::int64_t offset = 0;
};
struct SiteFound {
  SiteRecord record;
  std::string owner_name;
  Standing standing = Standing::Published;
  Date since;
  int version = 0;
  bool suspended = false;
};
struct SitesFound {
  std::int64_t total = 0;
  std::vector<SiteFound> items;
};
SitesFound find_sites(db::Transaction& transaction, const SiteFilter& filter);

/// Published entries per key ("district:440106", "project:OP01", "project:theory") on a day.
std::map<std::string, int> count_by_key(db::Transaction& transaction, EntryKind kind, Date day);

} // namespace ankao::registry
