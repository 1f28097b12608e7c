// SPDX-License-Identifier: Apache-2.0
// What the steps after publication share: the plan in force, its term, checks of what people write.
#pragma once

#include <optional>
#include <string>

#include "planning/store/rows.hpp"
#include "planning/service/world.hpp"
#include "planning/words/after.hpp"
#include "planning/words/plan.hpp"

namespace ankao::planning {

inline PlanKey key_of(const PlanVersion& plan) { return {plan.month, plan.version}; }

/// The version in force; planning.not_published.
Result<PlanVersion> in_force(db::Transaction& transaction, Month month);
/// When the version was published; nothing before.
std::optional<Instant> published_at(const PlanVersion& plan);
/// The last day of the sites' feedback, until 24:00 (S-5.1b, G-63); nothing when the calendar does not know it.
std::optional<Date> feedback_until(db::Transaction& transaction, const World& world, const PlanVersion& plan);
/// The last day for objections.
std::optional<Date> objections_until(db::Transaction& transaction, const World& world, const PlanVersion& plan);

/// Not empty, not too long, no control characters but line breaks: planning.text_missing, text_too_long, text_control.
Result<void> check_said(const std::string& text, const char* at, std::size_t longest = 2000);

/// "F-000001".
std::string numbered(const char* prefix, std::int64_t number);

/// An event about the month's plan; before and after are digests or empty.
void log(db::Transaction& transaction, const Act& act, const char* action, const std::string& subject, const std::string& before, const std::string& after, const char* clause,
         const std::string& reason);

} // namespace ankao::planning
