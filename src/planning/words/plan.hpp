// SPDX-License-Identifier: Apache-2.0
// The life of a month plan: collecting -> frozen -> seeded -> drawing -> drawn -> submitted -> published. A version that was frozen
// is never removed: what was returned, failed or replaced stays on the record with its reason.
#pragma once

#include <cstdint>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

#include "base/date.hpp"
#include "draw/words/plan.hpp"

namespace ankao::planning {

enum class Stage { Collecting, Frozen, Seeded, Drawing, Failed, Drawn, Submitted, Published, Returned, Superseded };
std::string_view name_of(Stage stage); ///< "collecting" ...
std::optional<Stage> stage_of(std::string_view name);

/// Why a batch may sit at a site of its own institution (G-10).
enum class WaiverBasis { Exempt, OwnSchool, NoOtherSite };
std::string_view name_of(WaiverBasis basis); ///< "exempt", "own_school", "no_other_site"
std::optional<WaiverBasis> waiver_basis(std::string_view name);

struct Waiver {
  std::string institution;
  std::string subject;
  WaiverBasis basis = WaiverBasis::Exempt;
  std::string clause;
  int batches = 0;
  int candidates = 0;
  bool needs_approval = false; ///< G-12
  bool operator==(const Waiver&) const = default;
};

/// An approval by a person: of a waiver (G-12) or of visits above R7 (G-15).
struct Approval {
  std::string kind; ///< "waiver" or "exception"
  std::string institution;
  std::string site; ///< empty for a waiver
  std::string subject;
  int visits = 0; ///< exceptions: up to this many of the year
  std::string reason;
  std::string role;
  std::string name;
  Instant at;
};

/// One step of the life, by whom.
struct Step {
  std::string step; ///< operation, "plan.freeze"
  Instant at;
  std::string role;
  std::string name; ///< shown to officials only
  std::string reason;
};

/// One version of one month's plan without its files.
struct PlanVersion {
  Month month;
  int version = 1;
  Stage stage = Stage::Collecting;
  std::string announced_source;
  std::vector<std::string> slots;
  std::string policy;       ///< JSON object of the members that differ from law/draw_policy.yaml
  std::string instance_sm3; ///< from freezing on
  std::string engine;
  std::int64_t work_limit = 0;
  std::string public_value; ///< from seeding on
  std::string seed;
  std::string plan_sm3; ///< from drawing on
  draw::Levels levels;
  draw::Levels greedy;
  bool lawful = false;
  std::int64_t batches = 0, candidates = 0, placed = 0, sessions = 0, sites = 0, institutions = 0;
  std::int64_t work_done = 0; ///< of the running draw
  Instant beat;               ///< last sign of life of the running draw
  std::string runner;         ///< who runs it
  std::string failure;        ///< why the draw failed
  bool demo = false;
  std::vector<Step> steps;
};

} // namespace ankao::planning
