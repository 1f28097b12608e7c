// SPDX-License-Identifier: Apache-2.0
// The ceremony in which the seed arises (draw.md, "The seed nobody chose"): freeze, commitments, reveals, public value, second person.
#pragma once

#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.hpp"

namespace ankao::planning {

/// Where a frozen month stands by its times and by what was entered.
enum class Phase { Committing, Revealing, Waiting, Due, Announced, Seeded };

/// What the officer fixes at the freeze besides the data.
struct CeremonyPlan {
  std::string how; ///< how anybody reads the public value at its source
  Instant commitments_until;
  Instant reveals_until;
  Instant available_at; ///< of the public value
};

/// As the officer enters it: times that are left out are the law's least.
struct CeremonyWish {
  std::string how;
  std::optional<Instant> commitments_until, reveals_until, available_at;
};

/// A body that may commit; nothing committed: `commitment` empty.
struct CeremonyParty {
  std::string id;   ///< registry id, or the role of an office
  std::string name; ///< as at the freeze
  std::string role; ///< "institution", "site", "officer"
  std::string commitment;
  Instant committed_at;
  std::string nonce;
  Instant revealed_at;
  bool absent() const { return !commitment.empty() && nonce.empty(); }
};

struct Ceremony {
  Month month;
  int version = 1;
  std::string source;
  CeremonyPlan plan;
  Instant frozen_at;
  std::string rule_sm3; ///< of the canonical JSON of the rule, published at the freeze
  std::string value;    ///< as the first person entered it
  Instant announced_at;
  std::string announced_by;   ///< account
  std::string announced_name; ///< shown to officials only
};

/// The least durations, from law/planning.yaml; a rehearsal (a month of synthetic data) may be quicker.
struct CeremonyTerms {
  std::int64_t commitments_minutes = 0;
  std::int64_t reveals_minutes = 0;
  std::int64_t pause_minutes = 0; ///< between the reveals' close and the public value
  std::int64_t rehearsal_seconds = 0;
  std::string clause;
};

/// An office that may commit besides institutions and sites.
struct Office {
  std::string role;
  std::string zh;
};

} // namespace ankao::planning
