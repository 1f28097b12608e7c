// SPDX-License-Identifier: Apache-2.0
// What the register knows of a place's conditions on a day, for the place's page and for whoever inspects it.
#pragma once

#include <optional>
#include <string>

#include "db/db.hpp"
#include "registry/rules/conditions.hpp"
#include "registry/store/conditions.hpp"

namespace ankao::registry {

/// A site first, then an institution; nothing for what is unknown or deregistered on the day.
std::optional<ConditionPlace> condition_place(db::Transaction& transaction, const std::string& id, Date day);

/// As was known at the end of the day: what was confirmed later does not change what a visit of the day saw.
struct ConditionsOnDay {
  ConditionPlace place;
  Date day;
  std::optional<Sheet> confirmed, declared;
};
std::optional<ConditionsOnDay> conditions_on(db::Transaction& transaction, const std::string& place, Date day);

struct KnownCondition {
  std::int64_t value = 0; ///< as the form asks: an area in whole m²
  std::string text;       ///< "2023-01-01 – 2027-12-31", "112.50 m²"; "" when the figure says all
  bool confirmed = false; ///< false: declared only
  bool expired = false;
};
/// The confirmed figure, else the declared one.
std::optional<KnownCondition> known(const ConditionsOnDay& conditions, const std::string& condition);

} // namespace ankao::registry
