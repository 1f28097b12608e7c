// SPDX-License-Identifier: Apache-2.0
#include "access/support/conditions.hpp"

#include "db/use_case.hpp"
#include "registry/service/snapshot.hpp"
#include "registry/store/conditions.hpp"

namespace ankao::tests {

std::string sheet_of(db::Database& database, const std::string& kind, const std::string& scope, bool own) {
  registry::Sheet sheet;
  sheet.number = 900 + (kind == "district" ? 0 : kind == "institution" ? 2 : 4) + (own ? 0 : 1);
  sheet.place.id = sheet.place.name = "place-" + sheet.id();
  (kind == "district" ? sheet.place.district : kind == "institution" ? sheet.place.institution : sheet.place.site) = scope;
  sheet.valid_from = make_date(2024, 3, 1);
  sheet.account = sheet.person = "somebody";
  database.write([&](db::Transaction& transaction) {
    if (!registry::sheet(transaction, sheet.number)) registry::insert(transaction, sheet);
  });
  return sheet.id();
}

std::string place_in_district(db::Database& database, const std::string& district, Date today) {
  const auto all = db::look(database, [&](db::Transaction& transaction) { return registry::snapshot(transaction, today); });
  for (const auto& one : all.sites)
    if (one.record.district == district && one.standing == registry::Standing::Published) return one.record.id;
  return "none";
}

} // namespace ankao::tests
