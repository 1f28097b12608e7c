// SPDX-License-Identifier: Apache-2.0
// The life of a place's conditions: the place declares, its district confirms or returns, every sheet stays. What lies below the form is
// shown, never refused: the district judges, and nothing here changes a score.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "registry/service/act.hpp"
#include "registry/store/conditions.hpp"

namespace ankao::registry {

/// SM3 of the files of a place that are not withdrawn, by condition.
using EvidenceOf = std::function<std::map<std::string, std::vector<std::string>>(db::Transaction&, const std::string& place)>;
/// After a decision: the place is told.
using TellConditions = std::function<void(db::Transaction&, const Sheet&, Instant)>;

struct ConditionDraft {
  std::string place;
  std::optional<std::vector<Stated>> values;  ///< all of them; absent: as they stand
  std::optional<std::vector<StaffRow>> staff; ///< all of them; absent: as they stand
  std::optional<Date> valid_from;             ///< absent: today; not ahead of today
};

inline constexpr int k_longest_back = 366; ///< days before today from which a declaration may be valid

/// The place itself, and an institution for its own site. One sheet waits at a time: an earlier one is replaced.
/// Problems register.entry_unknown, out_of_scope, invalid, nothing_changed, condition_from.
Result<Sheet> declare_conditions(db::Transaction& transaction, const Act& act, const EvidenceOf& evidence, const ConditionDraft& draft);
/// The district of the place, another person than who declared; to return needs a reason.
/// Problems register.sheet_unknown, sheet_decided, sheet_own, out_of_scope, invalid.
Result<Sheet> decide_conditions(db::Transaction& transaction, const Act& act, const std::string& sheet, bool accept, const std::string& reason, const TellConditions& tell = {});

/// What will run out within the days of the law enters the work list of the place, once for each day. Returns how many places.
int watch_conditions(db::Database& database, const ledger::Actor& actor, Instant now);

/// Faults of what is declared: register.condition_* and register.staff_* at "/values/0/number", "/staff/2/post".
std::vector<Problem> faults_of(const ConditionPlace& place, const std::vector<Stated>& values, const std::vector<StaffRow>& staff, Date today);

/// The city's roles and the auditor see all, a district what lies in it, an institution itself and its sites, a site itself.
bool may_see(const ledger::Actor& actor, const ConditionPlace& place);
bool may_declare(const ledger::Actor& actor, const ConditionPlace& place);
/// The rows of a list that an actor may reach; nothing where there are none.
std::optional<ConditionReach> reach_of(const ledger::Actor& actor);

} // namespace ankao::registry
