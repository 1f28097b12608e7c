// SPDX-License-Identifier: Apache-2.0
// Suspensions of institutions and sites in the database.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "db/db.hpp"
#include "registry/words/record.hpp"

namespace ankao::registry {

struct RecordedSuspension {
  Suspension suspension;
  std::string subject_name;
  Instant recorded_at;
  std::string account, person, role;
  std::int64_t event = 0;
};

void insert(db::Transaction& transaction, const RecordedSuspension& recorded);
std::optional<RecordedSuspension> suspension_with(db::Transaction& transaction, const std::string& id);
/// A last day before the first: it never begins.
void end_on(db::Transaction& transaction, const std::string& id, Date last);
/// By id, without those that never began.
std::vector<Suspension> all_suspensions(db::Transaction& transaction);
/// Recorded after `since` and not after `until`, by id.
std::vector<RecordedSuspension> suspensions_between(db::Transaction& transaction, Instant since, Instant until);
/// Of one subject, by first day.
std::vector<RecordedSuspension> suspensions_of(db::Transaction& transaction, const std::string& subject);

struct SuspensionFilter {
  std::string q;
  std::string subject;
  std::optional<Date> on;
  std::optional<std::string> institution; ///< only this institution and its sites
  std::optional<std::string> district;    ///< only subjects that ever stood in this district
  std::string order;                      ///< SQL, from a fixed list
  int limit = 50;
  std::int64_t offset = 0;
};
struct SuspensionsFound {
  std::int64_t total = 0;
  std::vector<RecordedSuspension> items;
};
SuspensionsFound find_suspensions(db::Transaction& transaction, const SuspensionFilter& filter);

} // namespace ankao::registry
