// SPDX-License-Identifier: Apache-2.0
// The city as shipped data: its catalogue, its bounds and the legal values of the register (law/registry.yaml).
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/date.hpp"
#include "registry/words/catalogue.hpp"
#include "registry/words/record.hpp"

namespace ankao::registry {

/// The smallest box around the districts' shapes, in millionths of a degree.
struct Bounds {
  std::int64_t west = 0, south = 0, east = 0, north = 0;
  bool contains(std::int64_t longitude_e6, std::int64_t latitude_e6) const {
    return longitude_e6 >= west && longitude_e6 <= east && latitude_e6 >= south && latitude_e6 <= north;
  }
};

/// A part of a day at which a room can be open.
struct Slot {
  std::string id, name, english;
};

struct City {
  Catalogue catalogue;
  std::string shapes; ///< GeoJSON
  Bounds bounds;
  Date override_from; ///< P-2.2b: from this day a site attached to an institution needs an override (G-50)
  std::string override_clause;
  Date annex6_effective;
  std::string annex6_clause, annex6_name;
  std::vector<Slot> slots;

  /// The middle of the bounds, for a record whose district is not known.
  Place centre() const;
  /// Name of a district, project, industry or "theory" in Chinese; the id itself when there is none.
  std::string name_of(const std::string& id) const;
  std::string english_of(const std::string& id) const;
  bool has_slot(const std::string& id) const;

  /// Broken data is a broken invariant.
  static const City& shipped();
};

} // namespace ankao::registry
