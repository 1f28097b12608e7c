// SPDX-License-Identifier: Apache-2.0
// The figures by which two draws of a month are compared: levels, distances, waiting, loads of the sites.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "draw/words/plan.hpp"

namespace ankao::draw {

struct SiteLoad {
  std::string site;
  std::int64_t sessions = 0, candidates = 0, used = 0, openings = 0; ///< used, openings: (room, date, slot)
};

struct Measures {
  Levels levels;
  std::int64_t batches = 0, candidates = 0, placed = 0, sessions = 0;
  std::int64_t metres = 0, weeks = 0;    ///< Σ over the placed
  std::int64_t at_first = 0;             ///< placed at the first site of their drawn order
  std::int64_t within_nearest = 0;       ///< placed in the nearest band they have
  std::int64_t split = 0;                ///< Σ (sessions − 1) over batches with a seat
  std::vector<SiteLoad> sites;           ///< by id
};

} // namespace ankao::draw
