// SPDX-License-Identifier: Apache-2.0
// A small complete instance and a lawful plan of it, as JSON that tests take apart.
#pragma once

#include <nlohmann/json.hpp>

#include "draw/files/files.hpp"
#include "draw_check/support/world.hpp"

namespace ankao::draw::testing {

using Json = nlohmann::json;

/// Has every member of the format at least once: names, suspensions, owners, quotas, a history.
inline World full_world() {
  World w;
  w.site("S01").suspended = {{day(1), day(3)}};
  w.subject("LV").max_sessions = 5;
  w.batch("B1", "T01", "LV", 30).not_before = day(4);
  w.batch("B2", "T03", "LV", 12).finish_by = day(31);
  w.batch("B3", "T02", "TH", 50).kind = BatchKind::Retake;
  w.batch("B4", "T02", "HV", 40);
  w.visited("T01", "S03", "LV", make_date(2024, 2, 20));
  w.instance.sessions = {{1, 0, 9}};
  const auto digest = read_instance(write_instance(w.instance));
  ensure(digest.ok(), "the full world is a valid instance");
  w.digest = digest->digest;
  w.plan.instance_sm3 = to_hex(w.digest);
  w.session("S02", 4, "am", "LV", {{"B1", 20}, {"B2", 12}});
  w.session("S04", 4, "pm", "LV", {{"B1", 10}});
  w.session("S03", 5, "am", "HV", {{"B4", 30}});
  w.session("S04", 5, "am", "TH", {{"B3", 50}});
  w.finish();
  w.plan.unplaced[0].because = {{"S01", "R9"}, {"S04", "R9"}};
  w.plan.levels = w.report().levels;
  return w;
}

inline Json instance_json() { return Json::parse(write_instance(full_world().instance)); }
inline Json plan_json() { return Json::parse(write_plan(full_world().plan)); }

/// Calls f(pointer, node) for every value below, the root included.
template <class F>
void each_node(const Json& node, const Json::json_pointer& pointer, F&& f) {
  f(pointer, node);
  if (node.is_object())
    for (auto it = node.begin(); it != node.end(); ++it) each_node(it.value(), pointer / it.key(), f);
  if (node.is_array())
    for (std::size_t i = 0; i < node.size(); ++i) each_node(node[i], pointer / i, f);
}

/// "" for a text that reads, else "id at pointer".
inline std::string refusal(const Result<ReadInstance>& read) { return read.ok() ? "" : read.problem().id + " at " + read.problem().at; }
inline std::string refusal(const Result<Plan>& read) { return read.ok() ? "" : read.problem().id + " at " + read.problem().at; }

} // namespace ankao::draw::testing
