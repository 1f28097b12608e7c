// SPDX-License-Identifier: Apache-2.0
// The clauses, their documents and the draw's rules in words, as the why panel quotes them (law/clauses.yaml, documents.yaml, draw_rules.yaml).
#pragma once

#include <map>
#include <string>
#include <vector>

namespace ankao::law {

struct Document {
  std::string date; ///< issued
  std::string zh, en;
};

struct Said {
  std::string zh, en;
};

struct Clause {
  std::string document; ///< D-id of the register of documents
  std::string text;     ///< as printed in the notice
};

struct DrawRule {
  std::vector<std::string> clauses;
  std::string zh, en;         ///< the rule in a few words
  std::string why_zh, why_en; ///< said of a site that a batch could not get
  std::string change_zh, change_en; ///< what would have changed it
};

struct Law {
  std::map<std::string, Clause> clauses;
  std::map<std::string, DrawRule> draw_rules;
  std::map<std::string, Document> documents;
  std::string draw_since; ///< the day from which the policy of the draw holds (law/draw_policy.yaml)
  std::map<std::string, Said> fact_names; ///< how the why panel calls the details of a refusal
};

/// The shipped law. A rule that cites a clause which is not quoted, or a clause of an unknown document, is a broken invariant.
const Law& shipped();

} // namespace ankao::law
