// SPDX-License-Identifier: Apache-2.0
#include "draw/check/check.hpp"

#include "draw/check/levels.hpp"
#include "draw/check/lists.hpp"
#include "draw/check/rules.hpp"

namespace ankao::draw {

CheckReport check(const Instance& instance, const Digest& instance_digest, const Plan& plan) {
  using namespace checking;
  CheckReport report;
  const auto join = [&report](std::vector<Breach> more) { report.breaches.insert(report.breaches.end(), more.begin(), more.end()); };
  if (plan.instance_sm3 != to_hex(instance_digest))
    join({{"digest", "-", {plan.instance_sm3}, problem("draw.fault.other_instance", {{"cited", plan.instance_sm3}, {"actual", to_hex(instance_digest)}}, "/instance_sm3")}});
  const auto seed = digest_from_hex(plan.seed);
  if (!seed) {
    join({{"form", "-", {plan.seed}, problem("draw.fault.seed_form", {{"seed", plan.seed}}, "/seed")}});
    return report;
  }
  const Facts facts(instance, *seed);
  const History history(facts);
  const Sittings sittings(facts, plan, report.breaches);
  for (const Rule& rule : rules()) join(rule.find(rule, sittings, history));
  join(wrong_order(instance, plan));
  join(wrong_unplaced(sittings, plan));
  join(wrong_exceptions(sittings, history, plan));
  report.levels = levels(sittings, history);
  report.tickets = ticket_places(sittings);
  join(wrong_levels(report.levels, plan.levels));
  return report;
}

} // namespace ankao::draw
