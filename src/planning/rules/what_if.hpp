// SPDX-License-Identifier: Apache-2.0
// A month otherwise than it is: other numbers of the policy, other rooms, a public base more, a site less (S-6.2, P-2.2a).
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "draw/words/instance.hpp"
#include "planning/rules/distance.hpp"

namespace ankao::planning {

struct PolicyIf {
  std::optional<int> visits_per_year, order_depth, min_fragment, vacancy_free_percent, max_sessions_per_slot, max_sites_per_institution_slot;
  std::optional<std::vector<std::int64_t>> bands_m;
  std::optional<int> imbalance, waiting, distance, split, retake_alone; ///< weights
  bool operator==(const PolicyIf&) const = default;
};

/// All rooms of a site: seats of every subject and capacities times `percent` / 100 (at least 1), or one room.
struct RoomIf {
  std::string site; ///< "" with a room
  std::string room; ///< "" with a site
  int percent = 100;
  bool operator==(const RoomIf&) const = default;
};

/// A public base: `rooms` exclusive rooms with `seats` for each subject, open on every day and slot of the month.
struct BaseIf {
  std::string name;
  Point place;
  int rooms = 1, seats = 40;
  std::vector<std::string> subjects;
};

struct WhatIf {
  PolicyIf policy;
  std::vector<RoomIf> rooms;
  std::vector<std::string> closed; ///< sites
  std::vector<BaseIf> bases;
};

/// planning.whatif_unknown with its place for an id that the month does not have; planning.whatif_nothing when nothing is changed.
Result<draw::Instance> changed(draw::Instance instance, const WhatIf& wish, const std::map<std::string, Point>& institutions);

} // namespace ankao::planning
