// SPDX-License-Identifier: Apache-2.0
#include "planning/rules/ceremony.hpp"

namespace ankao::planning {

Phase phase_of(const Ceremony& ceremony, bool seeded, Instant now) {
  if (seeded) return Phase::Seeded;
  if (now <= ceremony.plan.commitments_until) return Phase::Committing;
  if (now <= ceremony.plan.reveals_until) return Phase::Revealing;
  if (now < ceremony.plan.available_at) return Phase::Waiting;
  return ceremony.value.empty() ? Phase::Due : Phase::Announced;
}

CeremonyPlan plan_of(const CeremonyTerms& terms, const CeremonyWish& wish, Instant frozen) {
  const auto after = [](Instant from, std::int64_t minutes) { return Instant{from.ms + minutes * 60'000}; };
  CeremonyPlan plan;
  plan.how = wish.how;
  plan.commitments_until = wish.commitments_until.value_or(after(frozen, terms.commitments_minutes));
  plan.reveals_until = wish.reveals_until.value_or(after(plan.commitments_until, terms.reveals_minutes));
  plan.available_at = wish.available_at.value_or(after(plan.reveals_until, terms.pause_minutes));
  return plan;
}

namespace {

Result<void> check_end(const char* at, Instant begin, Instant end, std::int64_t least_ms) {
  const Instant least{begin.ms + least_ms};
  if (end >= least) return {};
  return problem("planning.ceremony_window", {{"least", to_string(least)}, {"found", to_string(end)}}, at);
}

} // namespace

Result<void> check_windows(const CeremonyTerms& terms, const CeremonyPlan& plan, Instant frozen, bool rehearsal) {
  const auto least = [&](std::int64_t minutes) { return rehearsal ? terms.rehearsal_seconds * 1000 : minutes * 60'000; };
  if (const auto fine = check_end("commitments_until", frozen, plan.commitments_until, least(terms.commitments_minutes)); !fine.ok()) return fine.problem();
  if (const auto fine = check_end("reveals_until", plan.commitments_until, plan.reveals_until, least(terms.reveals_minutes)); !fine.ok()) return fine.problem();
  return check_end("available_at", plan.reveals_until, plan.available_at, least(terms.pause_minutes));
}

std::string participant_of(const std::string& role, const std::string& scope, const std::vector<Office>& offices) {
  for (const char* kind : {"institution:", "site:"})
    if (scope.starts_with(kind)) return scope.substr(std::string_view(kind).size());
  for (const Office& office : offices)
    if (office.role == role) return role;
  return "";
}

} // namespace ankao::planning
