// SPDX-License-Identifier: Apache-2.0
// The independent checker: written from draw.md, it shares with the engine only the words, the readers and SM3. It has the last word.
#pragma once

#include <string>
#include <vector>

#include "base/result.hpp"
#include "draw/words/instance.hpp"
#include "draw/words/plan.hpp"
#include "draw/words/tickets.hpp"

namespace ankao::draw {

/// One way in which a plan is not what it claims to be.
struct Breach {
  std::string rule;             ///< "R0" ... "R10", or "form", "digest", "levels", "unplaced", "exceptions", "order", "redraw"
  std::string clause;           ///< e.g. "S-3.2"; "-" where draw.md names none
  std::vector<std::string> ids; ///< what it concerns: batch, session (room date slot subject), site ...
  Problem fault;                ///< what is wrong, in the catalogue's words (draw.fault.*); `at` is a JSON pointer into the plan
};

struct CheckReport {
  std::vector<Breach> breaches; ///< empty: lawful
  Levels levels;                ///< recomputed from the plan's sessions
  std::vector<int> tickets;     ///< level T
  bool lawful() const { return breaches.empty(); }
};

CheckReport check(const Instance& instance, const Digest& instance_digest, const Plan& plan);

} // namespace ankao::draw
