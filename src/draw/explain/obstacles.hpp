// SPDX-License-Identifier: Apache-2.0
// What stands between a batch and a site in a given plan, opening by opening.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "draw/check/chains.hpp"
#include "draw/check/sittings.hpp"

namespace ankao::draw::checking {

struct Obstacles {
  int openings = 0;               ///< (room, date, slot) with the batch's subject open at the site
  int open_to_it = 0;             ///< neither a rule nor a lack of seats bars it
  std::vector<std::string> rules; ///< by the number of openings each bars, most first
  std::set<int> earlier;          ///< queue places of batches before it that hold the seats
  std::set<int> later;            ///< of batches behind it whose seats it has no claim to
  std::set<int> envied;           ///< of batches behind it whose seats it could have had: justified envy
};

/// The batch's own seats are thought away; all else stands as it is in the plan.
Obstacles obstacles(const Sittings& sittings, const History& history, int batch, int site);

} // namespace ankao::draw::checking
