// SPDX-License-Identifier: Apache-2.0
// How a session's answers are written.
#pragma once

#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "base/result.hpp"
#include "draw/words/plan.hpp"

namespace ankao::draw::browser {

using Json = nlohmann::json;

inline Json finding(const Problem& problem) {
  Json details = Json::object();
  for (const Detail& one : problem.details) details[one.name] = one.value;
  return {{"id", problem.id}, {"at", problem.at}, {"details", std::move(details)}};
}

inline Json findings(const std::vector<Problem>& all) {
  Json out = Json::array();
  for (const Problem& one : all) out.push_back(finding(one));
  return out;
}

inline Json levels(const Levels& l) {
  return {{"U", l.unplaced}, {"E", l.exceptions}, {"X", l.beyond_offer}, {"J", l.envy}, {"V", l.vacant}, {"Q", l.quality}};
}

/// Texts of a file that is no record may hold any bytes; the answer stays readable.
inline std::string text(const Json& json) { return json.dump(-1, ' ', false, Json::error_handler_t::replace); }

} // namespace ankao::draw::browser
