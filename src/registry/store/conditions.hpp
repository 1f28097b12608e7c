// SPDX-License-Identifier: Apache-2.0
// Sheets of conditions in the database. What was declared is never changed; a decision adds who decided, when and why.
#pragma once

#include <optional>
#include <set>
#include <string>
#include <vector>

#include "db/db.hpp"
#include "registry/words/conditions.hpp"

namespace ankao::registry {

/// Schema step of the conditions.
db::Migration conditions_schema();

/// Where a place stands with its conditions: which sheet holds and which one waits.
struct ConditionStanding {
  std::optional<std::int64_t> confirmed, declared;
  SheetState state = SheetState::Declared; ///< of the newest sheet
  int below = 0;                           ///< figures below the form in what it says now
  std::optional<Date> ends;                ///< the first day on which something of it runs out
};

std::int64_t next_sheet(db::Transaction& transaction);
void insert(db::Transaction& transaction, const Sheet& sheet);
/// State, who decided, when and why.
void decide_sheet(db::Transaction& transaction, const Sheet& sheet);
void keep_standing(db::Transaction& transaction, const std::string& place, const ConditionStanding& standing);
std::optional<ConditionStanding> standing_of(db::Transaction& transaction, const std::string& place);

std::optional<Sheet> sheet(db::Transaction& transaction, const std::string& id);
std::optional<Sheet> sheet(db::Transaction& transaction, std::int64_t number);
/// All sheets of a place without values and persons, newest first.
std::vector<Sheet> sheets_of(db::Transaction& transaction, const std::string& place);
/// The sheet that held at the end of a day, as was known then, and the one that waited.
std::optional<Sheet> confirmed_on(db::Transaction& transaction, const std::string& place, Date day);
std::optional<Sheet> declared_on(db::Transaction& transaction, const std::string& place, Date day);
/// Numbers of the sheets that hold and of which something runs out within [first, last].
std::vector<std::int64_t> ending_between(db::Transaction& transaction, Date first, Date last);

/// "" all: whose rows are found.
struct ConditionReach {
  std::string district, institution, site;
};

struct ConditionFilter {
  ConditionReach reach;
  std::string q, district, premises, state, mark; ///< premises: institution, site; state also none; mark: below, ended, ending
  Date day;
  int warn_days = 0;
  std::string order; ///< SQL
  int limit = 50;
  std::int64_t offset = 0;
};
struct ConditionFound {
  std::string kind, id, name, district, owner;
  std::optional<ConditionStanding> standing;
  std::optional<Instant> declared_at; ///< of the newest sheet
  std::string person;
};
struct ConditionsFound {
  std::int64_t total = 0;
  std::vector<ConditionFound> items;
};
/// Published places of the register of a day, each with where it stands.
ConditionsFound find_conditions(db::Transaction& transaction, const ConditionFilter& filter);

struct StaffFilter {
  ConditionReach reach;
  std::string q, place, district, post, mark; ///< mark: ended, ending
  Date day;
  int warn_days = 0;
  std::string order;
  int limit = 50;
  std::int64_t offset = 0;
};
struct StaffFound {
  std::string place, place_name, district;
  SheetState state = SheetState::Confirmed;
  StaffRow row;
};
struct StaffPage {
  std::int64_t total = 0;
  std::vector<StaffFound> items;
};
/// Persons of the sheets that hold; of places without one, of the sheet that waits.
StaffPage find_staff(db::Transaction& transaction, const StaffFilter& filter);

} // namespace ankao::registry
