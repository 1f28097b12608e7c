// SPDX-License-Identifier: Apache-2.0
#include "server/owners.hpp"

#include "registry/files/city_data.hpp"
#include "registry/service/snapshot.hpp"

namespace ankao::server {

std::vector<deadlines::Owner> owners(db::Transaction& transaction, const std::string& kind, Date day) {
  const registry::Catalogue& city = registry::shipped_catalogue();
  if (kind == "city") return {{"city", "", city.city_name, ""}};
  std::vector<deadlines::Owner> out;
  if (kind == "district")
    for (const auto& one : city.districts) out.push_back({"district", one.code, one.name, one.code});
  if (kind != "institution" && kind != "site") return out;
  const auto register_of_day = registry::snapshot(transaction, day);
  if (kind == "institution")
    for (const auto& one : register_of_day.institutions)
      if (one.standing == registry::Standing::Published) out.push_back({kind, one.record.id, one.record.name, one.record.supervising_district});
  if (kind == "site")
    for (const auto& one : register_of_day.sites)
      if (one.standing == registry::Standing::Published) out.push_back({kind, one.record.id, one.record.name, one.record.district});
  return out;
}

} // namespace ankao::server
