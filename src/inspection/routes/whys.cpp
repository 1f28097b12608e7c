// SPDX-License-Identifier: Apache-2.0
// The why panel of a score.
#include <map>

#include "inspection/rules/score.hpp"
#include "inspection/routes/views.hpp"

namespace ankao::inspection {
namespace {

using law::WhySaid;

/// {name} places are filled with the facts of the line.
const std::map<std::string, WhySaid>& sentences() {
  static const std::map<std::string, WhySaid> all{
      {"total", {"总分 {total} 分（满分 {points}），合格线 {mark} 分", "{total} of {points} points; {mark} pass"}},
      {"veto", {"否决项不合格：{items}", "vetoed by {items}"}},
      {"serious", {"必备项严重欠缺：{items}，不论总分多少一律不合格", "mandatory items seriously deficient: {items}; fails whatever the total"}},
      {"open", {"还有 {count} 项没有检查：{items}", "{count} items are open: {items}"}},
      {"findings", {"{count} 项发现问题；本表不计分，由检查组作出结论", "{count} items with findings; the form has no points, the team concludes"}},
      {"deduction", {"{item}：{what}，扣 {minus} 分", "{item}: {what}, {minus} points taken"}},
      {"veto_item", {"{item}：{what}（否决项）", "{item}: {what} (veto)"}},
      {"noted", {"{item}：{what}（不计分）", "{item}: {what} (no points)"}},
      {"floor", {"{item}：应扣 {asked} 分，以配分为限扣 {taken} 分", "{item}: {asked} would be taken, no more than {taken} can be"}},
      {"lower_column", {"{item}：书面评审 {written} 分，现场抽查 {on_site} 分，取较低者", "{item}: written {written}, on site {on_site}; the lower counts"}}};
  return all;
}

const std::map<std::string, WhySaid>& changes() {
  static const std::map<std::string, WhySaid> all{{"lose", {"再失 {} 分即不合格", "with {} points less it would fail"}},
                                                  {"gain", {"再得 {} 分即合格", "with {} points more it would pass"}},
                                                  {"remove", {"{} 符合要求时按总分评定", "were {} in order, the total would decide"}},
                                                  {"answer", {"完成 {} 后得出结果", "the result follows when {} are answered"}}};
  return all;
}

void fill(std::string& text, const std::string& place, const std::string& value) {
  const auto at = text.find(place);
  if (at != std::string::npos) text.replace(at, place.size(), value);
}

WhySaid said(const WhyLine& line) {
  WhySaid out = sentences().at(line.rule);
  for (const auto& [name, value] : line.facts) {
    fill(out.zh, "{" + name + "}", value);
    fill(out.en, "{" + name + "}", value);
  }
  return out;
}

void add_changes(const WhyLine& line, law::Why& out) {
  for (const std::string& one : line.changes) {
    const auto colon = one.find(':');
    const auto found = changes().find(one.substr(0, colon));
    if (found == changes().end()) continue;
    WhySaid words = found->second;
    fill(words.zh, "{}", one.substr(colon + 1));
    fill(words.en, "{}", one.substr(colon + 1));
    out.changes.push_back(words);
  }
}

} // namespace

law::Why why_of(const Checklist& checklist, const Score& score) {
  law::Why out;
  const auto lines = why(checklist, score);
  for (const WhyLine& line : lines) {
    const WhySaid words = said(line);
    if (&line == &lines.front()) {
      out.decision = words;
      if (!line.clause.empty()) out.rules.push_back({"inspection." + line.rule, {checklist.title.zh, checklist.title.en}, to_string(checklist.from), law::quoted({line.clause})});
      add_changes(line, out);
      continue;
    }
    out.facts.push_back({{line.clause, line.clause}, words, law::WhyKind::Text, ""});
  }
  out.facts.push_back(law::fact({"检查表版本", "version of the checklist"}, std::to_string(score.version)));
  return out;
}

} // namespace ankao::inspection
