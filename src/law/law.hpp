// SPDX-License-Identifier: Apache-2.0
// The clauses and the draw's rules in words, as the why panel quotes them (law/clauses.yaml, law/draw_rules.yaml).
#pragma once

#include <map>
#include <string>
#include <vector>

namespace ankao::law {

struct Clause {
  std::string document; ///< D-id of the register of documents
  std::string text;     ///< as printed in the notice
};

struct DrawRule {
  std::vector<std::string> clauses;
  std::string zh, en;         ///< the rule in a few words
  std::string why_zh, why_en; ///< said of a site that a batch could not get
};

struct Law {
  std::map<std::string, Clause> clauses;
  std::map<std::string, DrawRule> draw_rules;
};

/// The shipped law. A rule that cites a clause which is not quoted is a broken invariant.
const Law& shipped();

} // namespace ankao::law
