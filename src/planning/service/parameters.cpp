// SPDX-License-Identifier: Apache-2.0
#include "planning/service/parameters.hpp"

#include "base/sm3.hpp"
#include "ledger/service/ledger.hpp"
#include "planning/files/parameters.hpp"
#include "planning/rules/parameters.hpp"
#include "planning/store/bookings.hpp"
#include "planning/store/parameters.hpp"
#include "planning/store/plans.hpp"

namespace ankao::planning {
namespace {

constexpr std::size_t k_longest_reason = 500;

std::string change_id(std::int64_t number) {
  const std::string digits = std::to_string(number);
  return "CS-" + std::string(digits.size() < 6 ? 6 - digits.size() : 0, '0') + digits;
}

std::string digest_of(const ParameterChange& c) {
  return to_hex(sm3(c.id + "\n" + c.parameter + "\n" + c.value + "\n" + to_string(c.from) + "\n" + std::string(name_of(c.state)) + "\n" + c.reason + "\n" + c.decision_reason));
}

Result<void> check_reason(const std::string& reason) {
  if (reason.empty()) return problem("planning.reason_missing", {}, "reason");
  if (reason.size() > k_longest_reason) return problem("planning.text_too_long", {{"limit", std::to_string(k_longest_reason)}}, "reason");
  return {};
}

std::vector<ParameterChange> approved(db::Transaction& transaction) { return list_changes(transaction, {"", "approved", "id"}).items; }

/// Only months to come, and none of them fixed already.
Result<void> check_month(db::Transaction& transaction, Month from, Date today) {
  if (from <= month_of(today)) return problem("planning.parameter_past", {{"value", to_string(from)}}, "from");
  if (const auto fixed = fixed_month_from(transaction, from)) return problem("planning.parameter_month_frozen", {{"value", to_string(from)}, {"month", to_string(*fixed)}}, "from");
  return {};
}

Result<ParameterChange> decide_on(const World& world, const Act& act, const std::string& id, const std::string& reason, ChangeState to) {
  if (const auto fine = check_reason(reason); !fine.ok()) return fine.problem();
  const auto decided = decide(world.database, [&](db::Transaction& transaction) -> Result<ParameterChange> {
    const auto found = find_change(transaction, id);
    if (!found) return problem("planning.parameter_unknown", {{"value", id}});
    if (found->state != ChangeState::Proposed) return problem("planning.parameter_decided", {{"value", id}});
    if (to == ChangeState::Approved) {
      // Nobody is a second person for himself, nor for whom he stands in.
      if (found->entered_by == act.actor.account || found->entered_by == act.actor.behalf) return problem("planning.second_person");
      if (const auto fine = check_month(transaction, found->from, act.today()); !fine.ok()) return fine.problem();
    }
    ParameterChange change = *found;
    change.state = to;
    change.decided_by = act.actor.account;
    change.decided_name = act.actor.name;
    change.decided_at = act.at;
    change.decision_reason = reason;
    if (!decide_change(transaction, change)) return problem("planning.parameter_decided", {{"value", id}});
    ledger::append(transaction, {act.actor, act.at, to == ChangeState::Approved ? "parameter.approve" : "parameter.reject", "parameter:" + change.parameter, digest_of(*found), digest_of(change),
                                 find_parameter(change.parameter)->clause, reason});
    return change;
  });
  if (decided.ok()) world.changed();
  return decided;
}

} // namespace

PlanningLaw law_in(db::Transaction& transaction, const World& world, Date day) { return law_on(world.law, shipped_parameters(), approved(transaction), day); }

PlanningLaw law_of(const World& world, Date day) { return law_on(world.law, shipped_parameters(), {}, day); }

std::optional<Month> fixed_month_from(db::Transaction& transaction, Month month) {
  // One that was frozen and returned is built anew; every other stage after collecting stands on a frozen instance.
  const auto rows = transaction.query("SELECT MIN(month) AS month FROM planning_plan WHERE month >= $1 AND stage NOT IN ('collecting', 'returned', 'superseded')", {to_string(month)});
  const auto found = rows.maybe_text(0, "month");
  return found ? parse_month(*found) : std::nullopt;
}

Result<ParameterChange> propose_change(const World& world, const Act& act, const ChangeWanted& wanted) {
  const auto* parameter = find_parameter(wanted.parameter);
  if (parameter == nullptr) return problem("planning.parameter_unknown", {{"value", wanted.parameter}}, "parameter");
  if (!parameter->by_city) return problem("planning.parameter_fixed", {{"value", parameter->zh}, {"clause", parameter->clause}}, "parameter");
  const auto value = checked_value(*parameter, wanted.value);
  if (!value.ok()) return value.problem();
  if (const auto fine = check_reason(wanted.reason); !fine.ok()) return fine.problem();
  return decide(world.database, [&](db::Transaction& transaction) -> Result<ParameterChange> {
    if (const auto fine = check_month(transaction, wanted.from, act.today()); !fine.ok()) return fine.problem();
    if (list_changes(transaction, {parameter->id, "proposed", "id"}).total > 0) return problem("planning.parameter_pending", {{"value", parameter->zh}}, "parameter");
    if (value_on(*parameter, approved(transaction), wanted.from.first()).value == *value) return problem("planning.parameter_same", {{"value", *value}}, "value");
    ParameterChange change;
    change.id = change_id(next_number(transaction, "parameter"));
    change.parameter = parameter->id;
    change.value = *value;
    change.from = wanted.from;
    change.reason = wanted.reason;
    change.entered_by = act.actor.account;
    change.entered_name = act.actor.name;
    change.entered_at = act.at;
    insert_change(transaction, change);
    ledger::append(transaction, {act.actor, act.at, "parameter.propose", "parameter:" + change.parameter, "", digest_of(change), parameter->clause, wanted.reason});
    return change;
  });
}

Result<ParameterChange> approve_change(const World& world, const Act& act, const std::string& id, const std::string& reason) { return decide_on(world, act, id, reason, ChangeState::Approved); }
Result<ParameterChange> reject_change(const World& world, const Act& act, const std::string& id, const std::string& reason) { return decide_on(world, act, id, reason, ChangeState::Rejected); }

} // namespace ankao::planning
