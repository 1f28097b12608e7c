// SPDX-License-Identifier: Apache-2.0
#include "registry/service/snapshot.hpp"

#include "registry/service/city.hpp"
#include "registry/store/register.hpp"
#include "registry/store/suspensions.hpp"

namespace ankao::registry {

Snapshot snapshot(db::Transaction& transaction, Date as_of) {
  Snapshot all;
  for (Version& v : all_on(transaction, EntryKind::Institution, as_of))
    all.institutions.push_back({institution_of(v.record), v.standing, v.since, v.version});
  for (Version& v : all_on(transaction, EntryKind::Site, as_of)) all.sites.push_back({site_of(v.record), v.standing, v.since, v.version});
  all.suspensions = all_suspensions(transaction);
  return all;
}

Place place_of(const std::optional<Place>& entered, const std::string& district) {
  if (entered) return *entered;
  const Catalogue& catalogue = City::shipped().catalogue;
  if (const District* found = catalogue.district(district))
    return {found->centre.longitude_e6, found->centre.latitude_e6, PlaceSource::DistrictCentre};
  return City::shipped().centre();
}

} // namespace ankao::registry
