// SPDX-License-Identifier: Apache-2.0
// Frozen instances and drawn plans in memory, for explanations; read once, kept for the few that people look at.
#pragma once

#include <list>
#include <memory>
#include <mutex>
#include <string>

#include "draw/files/files.hpp"
#include "planning/service/world.hpp"
#include "planning/words/plan.hpp"

namespace ankao::planning {

struct Drawn {
  draw::Instance instance;
  draw::Plan plan;
};

/// Safe to use from many threads.
class DrawnPlans {
public:
  /// Null when the version has no plan yet.
  std::shared_ptr<const Drawn> get(db::Transaction& transaction, const PlanVersion& version);

private:
  static constexpr std::size_t k_kept = 4;
  std::mutex mutex_;
  std::list<std::pair<std::string, std::shared_ptr<const Drawn>>> kept_; ///< by digests, latest used first
};

} // namespace ankao::planning
