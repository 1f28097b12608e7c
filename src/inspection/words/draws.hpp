// SPDX-License-Identifier: Apache-2.0
// Two draws of a campaign that anybody can make again: which district inspects which, and whom the city looks at.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "inspection/words/campaign.hpp"

namespace ankao::inspection {

/// The rule that is published before the public value is known, then the value, then the pairs.
struct PairingRecord {
  std::string how;          ///< which public value, and how anybody reads it
  std::string available_at; ///< RFC 3339
  std::vector<std::string> districts;
  std::vector<Pair> barred; ///< last year's
  std::string rule;         ///< canonical text
  std::string rule_sm3;
  std::string value, seed;
  std::vector<Pair> pairs;
};

/// What is known of a target that makes a look at it more or less urgent (M-3.3).
struct SpotFacts {
  std::string target, name, district;
  int open = 0, overdue = 0, repeated = 0, failed = 0;
  bool inspected = false;
};

struct SpotCandidate {
  std::string target, name, district;
  int weight = 0;
  std::vector<std::string> reasons; ///< "open:2"
};

struct SpotRecord {
  std::string nonce;    ///< from the platform's chance, recorded
  std::string list_sm3; ///< of the candidates with their weights
  std::string seed;
  std::string planned;
  std::vector<SpotCandidate> candidates;
  std::vector<std::string> drawn;  ///< targets in the order of the draw
  std::vector<std::string> visits; ///< made from it; "" where none could be made
};

} // namespace ankao::inspection
