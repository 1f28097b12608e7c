// SPDX-License-Identifier: Apache-2.0
// Commitments, reveals, the public value by two people: the use cases between the freeze and the draw.
#pragma once

#include <string>

#include "draw/bundle/bundle.hpp"
#include "draw/words/instance.hpp"
#include "planning/service/world.hpp"
#include "planning/words/ceremony.hpp"
#include "planning/words/plan.hpp"

namespace ankao::planning {

/// Inside the freeze's transaction: everybody of the instance and the offices may take part; the rule's digest is fixed.
Result<void> open_ceremony(db::Transaction& transaction, const World& world, const Act& act, const PlanVersion& plan, const draw::Instance& instance,
                           const CeremonyWish& wish,
                           const std::optional<CeremonyTerms>& shorter = std::nullopt);

/// The digest of the caller's nonce; the nonce stays in the caller's browser. planning.ceremony_closed, ceremony_not_invited, ceremony_committed.
Result<CeremonyParty> commit(const World& world, const Act& act, Month month, const std::string& commitment);
/// Checked against the commitment. planning.ceremony_nonce_differs.
Result<CeremonyParty> reveal(const World& world, const Act& act, Month month, const std::string& nonce);

/// The value as its source announced it, after its time.
Result<PlanVersion> announce_value(const World& world, const Act& act, Month month, const std::string& value);
/// A second person enters the same value; the seed follows from it.
Result<PlanVersion> confirm_value(const World& world, const Act& act, Month month, const std::string& value);

/// Reminds whoever has not committed or revealed yet, and the offices when the public value is due. Told again it tells nobody twice.
void tell_ceremonies(const World& world, Instant now);

/// The caller's own part in the newest ceremony of the month.
Result<CeremonyParty> own_part(const World& world, const ledger::Actor& actor, Month month);

draw::SeedRule rule_of(const Ceremony& ceremony, const std::vector<CeremonyParty>& parties);

/// "ankao-draw-bundle/1" of a drawn version, with waivers, exceptions and their approvals as they stand; of a redraw with the version that it
/// repairs, its instance and what it lost.
std::string bundle_text(db::Transaction& transaction, const PlanVersion& plan, const std::optional<PlanVersion>& former = std::nullopt);

} // namespace ankao::planning
