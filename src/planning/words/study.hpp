// SPDX-License-Identifier: Apache-2.0
// A question asked of a month, answered by simulated draws in the background. Its answer is kept and never published as a plan.
#pragma once

#include <cstdint>
#include <map>
#include <string>
#include <vector>

#include "base/date.hpp"
#include "draw/words/measures.hpp"

namespace ankao::planning {

enum class StudyKind { WhatIf, Year, Chances };
enum class StudyState { Waiting, Running, Done, Failed };

struct StudyRow {
  std::string id; ///< "ST-000001"
  Month month;
  StudyKind kind = StudyKind::WhatIf;
  std::string title;
  StudyState state = StudyState::Waiting;
  std::int64_t done = 0, steps = 0; ///< draws
  std::string request, result;      ///< JSON (files/study_json.hpp)
  std::string failure;              ///< problem id
  Instant asked_at;
  std::string person, role;
  Instant ended_at;
};

/// The month as it is beside the month as it would be, sums over the same simulated seeds.
struct WhatIfAnswer {
  std::int64_t draws = 0, work = 0;
  draw::Measures as_is, as_if;
};

struct YearMonth {
  Month month;
  int percent = 100;
  std::int64_t carried_in = 0; ///< candidates left over from the month before
  draw::Measures measures;
};
struct YearAnswer {
  std::int64_t work = 0;
  std::vector<YearMonth> months;
};

/// Shares in thousandths of the candidates over all draws.
struct SiteChance {
  std::string site;
  std::int64_t seated = 0; ///< thousandths
  bool nearest = false;    ///< in the nearest band that is not empty
};
struct BatchChance {
  std::string batch, institution, subject;
  std::int64_t candidates = 0, unplaced = 0; ///< unplaced: thousandths
  std::int64_t nearest = 0;                  ///< sites in the nearest band
  std::int64_t lean = 0, floor = 0;          ///< thousandths of an equal share
  std::int64_t effective = 0;                ///< number of sites, in hundredths
  std::int64_t weeks_x10 = 0;
  std::vector<SiteChance> sites;             ///< most likely first
};
struct ChancesAnswer {
  std::int64_t draws = 0, work = 0;
  std::string instance_sm3;
  std::int64_t measured = 0;                                            ///< regular batches with a choice
  std::int64_t lean_median = 0, lean_p90 = 0, floor_median = 0, floor_p90 = 0; ///< thousandths
  std::int64_t effective_median = 0;                                    ///< hundredths
  std::vector<BatchChance> batches;
};

} // namespace ankao::planning
