// SPDX-License-Identifier: Apache-2.0
// From the database to the builder's input, and what the desk must know before it freezes.
#pragma once

#include <string>
#include <vector>

#include "draw/words/depth.hpp"
#include "planning/rules/builder.hpp"
#include "planning/service/world.hpp"
#include "planning/words/plan.hpp"

namespace ankao::planning {

/// What the desk set otherwise than the law's defaults for one month.
struct PolicyChanges {
  std::optional<int> max_sessions_per_slot, max_sites_per_institution_slot, order_depth, min_fragment;
  std::map<std::string, int> quotas; ///< subject -> sessions of the month (S-2.1)
  std::optional<draw::DepthChoice> depth; ///< what trial draws said at the freeze, where the desk set no depth
  bool operator==(const PolicyChanges&) const = default;
};
/// Canonical JSON, as it stands in PlanVersion::policy.
std::string write_changes(const PolicyChanges& changes);
PolicyChanges read_changes(const std::string& text);

draw::Policy policy_of(const PlanningLaw& law, const PolicyChanges& changes);

/// Records of the registry, bookings and history as of `as_of`. Bookings placed by the version in force of the same month count as
/// waiting: a new version of the month places them anew.
BuildInput load_input(db::Transaction& transaction, const World& world, const PlanVersion& plan, Date as_of);

/// Something in the way of the next step (`blocks`), or worth knowing; `id` stands in data/problems/planning.yaml.
struct Finding {
  Problem what;
  bool blocks = false;
  std::string clause;
  std::int64_t count = 0;
  std::vector<std::string> ids; ///< at most 50
};

struct SubjectDemand {
  std::string subject;
  std::int64_t batches = 0, candidates = 0, seats = 0, sites = 0, institutions = 0;
  std::optional<int> max_sessions;
};

std::vector<SubjectDemand> demand(const draw::Instance& instance);

/// Findings at the collecting stage.
std::vector<Finding> findings(const BuildInput& input, const Built& built, const PlanVersion& plan, const std::vector<Approval>& approvals);

} // namespace ankao::planning
