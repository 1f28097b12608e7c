// SPDX-License-Identifier: Apache-2.0
#include "planning/service/drawn.hpp"

#include <algorithm>

#include "planning/store/plans.hpp"

namespace ankao::planning {

namespace {

std::shared_ptr<const Drawn> load(db::Transaction& transaction, const PlanVersion& version) {
  const auto instance_file = find_file(transaction, version.month, version.version, "instance.json");
  const auto plan_file = find_file(transaction, version.month, version.version, "plan.json");
  if (!instance_file || !plan_file) return nullptr;
  auto instance = draw::read_instance(instance_file->body);
  auto plan = draw::read_plan(plan_file->body);
  ensure(instance.ok() && plan.ok(), "stored instances and plans can be read");
  return std::make_shared<const Drawn>(Drawn{std::move(instance.value().instance), std::move(plan).value()});
}

} // namespace

std::shared_ptr<const Drawn> DrawnPlans::get(db::Transaction& transaction, const PlanVersion& version) {
  const std::string key = version.instance_sm3 + version.plan_sm3;
  {
    const std::lock_guard lock(mutex_);
    const auto found = std::find_if(kept_.begin(), kept_.end(), [&](const auto& one) { return one.first == key; });
    if (found != kept_.end()) {
      kept_.splice(kept_.begin(), kept_, found);
      return kept_.front().second;
    }
  }
  const auto drawn = load(transaction, version);
  if (!drawn) return nullptr;
  const std::lock_guard lock(mutex_);
  kept_.emplace_front(key, drawn);
  if (kept_.size() > k_kept) kept_.pop_back();
  return drawn;
}

} // namespace ankao::planning
