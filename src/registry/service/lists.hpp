// SPDX-License-Identifier: Apache-2.0
// What people read of the register. Lists show what is public: published entries, or those that have left; single entries show more
// to those inside (act.hpp).
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "registry/service/act.hpp"
#include "registry/store/imports.hpp"
#include "registry/store/search.hpp"
#include "registry/store/suspensions.hpp"

namespace ankao::registry {

inline constexpr int k_max_page = 200;

/// "2024-03-05"; empty text: nothing. Problem register.date.
Result<std::optional<Date>> day_of(const std::string& text, const std::string& at);

struct InstitutionCard {
  Version shown;
  InstitutionRecord record;
  int head = 0;
  bool inside = false; ///< the actor sees persons, reasons and full telephones
  bool suspended = false;
  std::vector<SiteFound> sites;
  std::map<std::string, PrintedRow> rows;
  std::vector<RecordedSuspension> suspensions;
  std::vector<Version> history;
};
/// Entries not yet published are unknown to those outside. Problem register.entry_unknown.
Result<InstitutionCard> show_institution(db::Database& database, const ledger::Actor& actor, const std::string& id, Date day);

struct SiteCard {
  Version shown;
  SiteRecord record;
  std::string owner_name;
  int head = 0;
  bool inside = false;
  bool suspended = false;
  std::vector<RecordedSuspension> suspensions;
  std::vector<Version> history;
};
Result<SiteCard> show_site(db::Database& database, const ledger::Actor& actor, const std::string& id, Date day);

} // namespace ankao::registry
