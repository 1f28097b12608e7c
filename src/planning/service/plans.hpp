// SPDX-License-Identifier: Apache-2.0
// The life of a month plan. Every step is one transaction with its ledger event; a step at the wrong stage is refused
// (planning.wrong_stage), and of two people who take the same step at once one is.
#pragma once

#include <string>

#include "planning/service/assembly.hpp"
#include "planning/service/world.hpp"
#include "planning/words/ceremony.hpp"

namespace ankao::planning {

struct Announcement {
  Month month;
  std::string announced_source; ///< where the public value will come from, named before anything is frozen
  PolicyChanges policy;
  std::vector<std::string> slots; ///< empty: the law's
  std::string reason;             ///< for a new version of a published month
  bool demo = false;
};

/// Opens the month, a new version of a published or returned one, or changes the announcement while it is collecting.
Result<PlanVersion> announce(const World& world, const Act& act, const Announcement& announcement);

/// G-12: an institution's own site, because there is no other.
Result<PlanVersion> approve_waiver(const World& world, const Act& act, Month month, const std::string& institution,
                                   const std::string& subject, const std::string& reason);

/// Builds the instance from the records of the day and fixes it with its digest, the engine, the work limit and the rule of the seed
/// (service/ceremonies.hpp goes on from here).
Result<PlanVersion> freeze(const World& world, const Act& act, Month month, const CeremonyWish& wish,
                           std::optional<std::int64_t> work_limit = std::nullopt);

/// G-15: visits above R7 in the drawn plan.
Result<PlanVersion> approve_exception(const World& world, const Act& act, Month month, const std::string& institution,
                                      const std::string& site, const std::string& subject, const std::string& reason);

Result<PlanVersion> submit(const World& world, const Act& act, Month month, const std::string& reason);

/// G-73: the city bureau. Bookings, history and the public record follow in the same transaction; a former version is superseded.
Result<PlanVersion> publish(const World& world, const Act& act, Month month, const std::string& reason);

/// The frozen version stays on the record; the next announcement opens a new one.
Result<PlanVersion> send_back(const World& world, const Act& act, Month month, const std::string& reason);

/// The last day of S-2.3 for a month.
Date publication_deadline(const PlanningLaw& law, Month month);

} // namespace ankao::planning
