// SPDX-License-Identifier: Apache-2.0
#include "access/support/organisations.hpp"

#include "db/use_case.hpp"
#include "registry/service/organisations.hpp"

namespace ankao::tests {

std::string organisation_in_district(db::Database& database, const std::string& district, Instant now) {
  const auto standing = db::look(database, [&](db::Transaction& transaction) { return registry::organisations_of(transaction, district); });
  if (!standing.empty()) return standing.front().id;
  const registry::Act act{{"shiju", "王五", "city_bureau", "city"}, now};
  const auto made = db::decide(database, [&](db::Transaction& transaction) { return registry::enter_organisation(transaction, act, {"区考试中心", district, "某路1号", "李主任", "13812345678", std::nullopt}); });
  return made.ok() ? made->record.id : made.problem().id;
}

} // namespace ankao::tests
