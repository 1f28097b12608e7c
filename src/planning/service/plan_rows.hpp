// SPDX-License-Identifier: Apache-2.0
// What a frozen, drawn or published plan leaves in the tables: rows to search, bookings, history, the public record.
#pragma once

#include <string>
#include <vector>

#include "draw/check/check.hpp"
#include "draw/words/instance.hpp"
#include "draw/words/plan.hpp"
#include "planning/rules/builder.hpp"
#include "planning/service/world.hpp"
#include "planning/store/rows.hpp"

namespace ankao::planning {

void store_frozen_rows(db::Transaction& transaction, PlanKey key, const BuildInput& input, const Built& built);

/// Sessions, seats and what each batch got; counts into `plan`.
void store_drawn_rows(db::Transaction& transaction, PlanVersion& plan, const draw::Instance& instance, const draw::Plan& drawn,
                      const std::map<std::string, std::string>& room_names);

/// Takes (sign 1) what the plan placed off the waiting candidates, or gives it back (sign -1).
void settle_bookings(db::Transaction& transaction, const PlanVersion& plan, int sign);
/// Visits and sessions of the plan as history of later months.
void store_history(db::Transaction& transaction, const PlanVersion& plan);
void supersede(db::Transaction& transaction, const Act& act, PlanVersion former);

/// Exceptions of the drawn plan, and those without an approval that covers them.
std::vector<draw::Exception> exceptions_of(db::Transaction& transaction, const PlanVersion& plan);
std::vector<draw::Exception> unapproved_exceptions(db::Transaction& transaction, const PlanVersion& plan);

/// "ankao-draw-check/1": the checker's report as canonical JSON.
std::string check_json(const draw::CheckReport& report, const draw::Levels& greedy);
struct CheckFile {
  bool lawful = false;
  std::vector<draw::Breach> breaches;
};
CheckFile read_check(const std::string& text);

/// "ankao-draw-record/1": everything an outsider needs to repeat the draw, canonical JSON.
std::string record_json(db::Transaction& transaction, const World& world, const PlanVersion& plan);

} // namespace ankao::planning
