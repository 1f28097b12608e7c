// SPDX-License-Identifier: Apache-2.0
// Rooms not provided, and the endings of service agreements that follow.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "db/db.hpp"
#include "planning/words/after.hpp"

namespace ankao::planning {

/// Adds it, or writes what may change; the id says which.
void put_failure(db::Transaction& transaction, const Failure& failure);
std::optional<Failure> find_failure(db::Transaction& transaction, const std::string& id);
/// Verified failures of a site in a calendar year, by id.
std::vector<Failure> verified_failures(db::Transaction& transaction, const std::string& site, int year);
/// Those of a month that nobody took back, oldest first.
std::vector<Failure> failures_of(db::Transaction& transaction, Month month);

struct FailureFilter {
  std::string q, state, kind, district, owner, site, month;
  int year = 0;
  std::string order = "id"; ///< SQL
  std::int64_t limit = 50, offset = 0;
};
struct FailureList {
  std::int64_t total = 0;
  std::vector<Failure> items;
};
FailureList list_failures(db::Transaction& transaction, const FailureFilter& filter);

void put_ending(db::Transaction& transaction, const Ending& ending);
std::optional<Ending> find_ending(db::Transaction& transaction, const std::string& id);
/// Of the site and year: whatever became of it.
std::optional<Ending> ending_of(db::Transaction& transaction, const std::string& site, int year);
struct EndingList {
  std::int64_t total = 0;
  std::vector<Ending> items;
};
EndingList list_endings(db::Transaction& transaction, const std::string& state, const std::string& order, std::int64_t limit, std::int64_t offset);

/// "a b c" and back.
std::string joined(const std::vector<std::string>& ids);
std::vector<std::string> split(const std::string& text);

} // namespace ankao::planning
