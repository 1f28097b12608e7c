// SPDX-License-Identifier: Apache-2.0
#include "planning/service/after.hpp"

#include <algorithm>
#include <cstdio>

#include "ledger/service/ledger.hpp"
#include "planning/files/after_law.hpp"
#include "planning/store/plans.hpp"

namespace ankao::planning {

Result<PlanVersion> in_force(db::Transaction& transaction, Month month) {
  auto plan = published_version(transaction, month);
  if (!plan) return problem("planning.not_published", {{"month", to_string(month)}});
  return std::move(*plan);
}

std::optional<Instant> published_at(const PlanVersion& plan) {
  std::optional<Instant> at;
  for (const Step& step : plan.steps)
    if (step.step == "plan.publish") at = step.at;
  return at;
}

std::optional<Date> feedback_until(db::Transaction& transaction, const World& world, const PlanVersion& plan) {
  const auto at = published_at(plan);
  return at ? add_workdays(calendar_in(transaction, world), date_of(*at), world.law.feedback_working_days) : std::nullopt;
}

std::optional<Date> objections_until(db::Transaction& transaction, const World& world, const PlanVersion& plan) {
  const auto at = published_at(plan);
  if (!at) return std::nullopt;
  return add_workdays(calendar_in(transaction, world), date_of(*at), shipped_after_law().number("objection_working_days", date_of(*at)));
}

Result<void> check_said(const std::string& text, const char* at, std::size_t longest) {
  if (text.find_first_not_of(" \n\r\t") == std::string::npos) return problem("planning.text_missing", {}, at);
  if (text.size() > longest) return problem("planning.text_too_long", {{"limit", std::to_string(longest)}}, at);
  const bool control = std::any_of(text.begin(), text.end(), [](unsigned char c) { return (c < 0x20 && c != '\n' && c != '\r') || c == 0x7f; });
  if (control) return problem("planning.text_control", {}, at);
  return {};
}

std::string numbered(const char* prefix, std::int64_t number) {
  char text[32];
  std::snprintf(text, sizeof text, "%s-%06lld", prefix, static_cast<long long>(number));
  return text;
}

void log(db::Transaction& transaction, const Act& act, const char* action, const std::string& subject, const std::string& before, const std::string& after, const char* clause,
         const std::string& reason) {
  ledger::append(transaction, {act.actor, act.at, action, subject, before, after, clause, reason});
}

} // namespace ankao::planning
