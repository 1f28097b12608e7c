// SPDX-License-Identifier: Apache-2.0
// Versions of checklists that the city entered.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/date.hpp"
#include "db/db.hpp"

namespace ankao::inspection::store {

struct VersionRow {
  std::string checklist;
  int version = 0;
  std::string content;
  Date from;
  std::string state;
  std::string entered_by, entered_name;
  Instant entered_at;
  std::string reviewed_by, reviewed_name;
  std::optional<Instant> reviewed_at;
  std::string reason;
};

void insert(db::Transaction& transaction, const VersionRow& row);
void decide(db::Transaction& transaction, const VersionRow& row);
std::optional<VersionRow> version(db::Transaction& transaction, const std::string& checklist, int version);
/// The newest reviewed one that has begun.
std::optional<VersionRow> version_on(db::Transaction& transaction, const std::string& checklist, Date day);
std::vector<VersionRow> versions(db::Transaction& transaction, const std::string& checklist);
int newest_version(db::Transaction& transaction, const std::string& checklist, int otherwise);

} // namespace ankao::inspection::store
