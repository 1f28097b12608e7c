// SPDX-License-Identifier: Apache-2.0
// The demo city laid into a database by the platform's own services, so that synthetic data goes the way real data goes.
#pragma once

#include <string>
#include <vector>

#include "planning/demo/city.hpp"
#include "planning/service/assembly.hpp"
#include "planning/service/world.hpp"

namespace ankao::planning {

/// Schema of everything the demo touches; also what a server needs of registry, ledger and planning.
void migrate_for_demo(db::Database& database);

/// Annex 6, then rooms, places and school authorities, suspensions; problem planning.demo_not_empty.
Result<void> lay_ground(const World& world, const Act& act, const DemoRequest& request);
/// Bookings and history of the month. Returns what was stored.
std::vector<Booking> lay_bookings(const World& world, const Act& act, const DemoRequest& request, bool with_history);

/// announce, approve what needs it, freeze: the version as frozen.
Result<PlanVersion> freeze_demo(const World& world, const Act& act, Month month);
/// Commitments, reveals, public value, draw, check, submit, publish, within half an hour after the freeze; `frozen` is when that was.
Result<PlanVersion> publish_demo(const World& world, const Act& frozen, Month month);

inline constexpr const char* k_demo_source = "演示：次月排考种子取自编造的公开值，不是真实开奖号码";
inline constexpr const char* k_demo_how = "演示：六个号码按开出的次序，以一个空格分开";
inline constexpr const char* k_demo_value = "演示公开值 03 08 12 19 27 31";

} // namespace ankao::planning
