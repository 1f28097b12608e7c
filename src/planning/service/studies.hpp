// SPDX-License-Identifier: Apache-2.0
// Asking a question of a month and answering it: what if, a year, the chances. A background job does the draws, with simulated seeds
// that nobody can take for a drawn one; nothing of it is ever published as a plan.
#pragma once

#include <functional>
#include <optional>
#include <string>

#include "base/sm3.hpp"
#include "draw/words/depth.hpp"
#include "draw/words/instance.hpp"
#include "planning/files/study_json.hpp"
#include "planning/service/world.hpp"
#include "planning/words/study.hpp"

namespace ankao::jobs {
class Kinds;
}

namespace ankao::planning {

inline constexpr const char* k_study_job = "study.run";
/// A simulated draw spends a part of the work of a real one: enough for figures, not for a plan.
inline constexpr std::int64_t k_study_work = 60'000'000;
inline constexpr int k_most_draws = 400;

/// planning.whatif_nothing, planning.whatif_unknown, planning.study_range, planning.month_unknown.
Result<StudyRow> ask_what_if(const World& world, const Act& act, Month month, const std::string& title, WhatIfRequest request);
Result<StudyRow> ask_year(const World& world, const Act& act, Month month, const std::string& title, YearRequest request);
Result<StudyRow> ask_chances(const World& world, const Act& act, Month month, const std::string& title, ChancesRequest request);

/// Answers the study; ends it as failed where that is impossible. Repeating it gives the same answer.
Result<void> run_study(const World& world, const std::string& id, Instant now);

void add_jobs(jobs::Kinds& kinds, const World& world);

/// The month's instance as it is frozen, or as it would be frozen now; and where its institutions stand.
struct StudyGround {
  draw::Instance instance;
  Digest digest{};
  std::map<std::string, Point> institutions;
  std::optional<draw::DepthRule> depth; ///< while the offer's number of sites is still to be found
};
Result<StudyGround> study_ground(db::Transaction& transaction, const World& world, Month month, Date today);

} // namespace ankao::planning
