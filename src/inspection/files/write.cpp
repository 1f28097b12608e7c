// SPDX-License-Identifier: Apache-2.0
#include <nlohmann/json.hpp>

#include "inspection/files/checklists.hpp"

namespace ankao::inspection {
namespace {

using nlohmann::ordered_json;

void put_words(ordered_json& out, const Words& words) {
  out["zh"] = words.zh;
  out["en"] = words.en;
}

/// Figures as text: the reader takes "0.5" to the tenth, no floating point on the way.
void put_points(ordered_json& out, const char* key, int tenths) {
  if (tenths != 0) out[key] = points_text(tenths);
}

void put_names(ordered_json& out, const char* key, const std::vector<std::string>& names) {
  if (!names.empty()) out[key] = names;
}

void put_note(ordered_json& out, const Words& note) {
  if (!note.zh.empty()) put_words(out["note"], note);
}

void put_flag(ordered_json& out, const char* key, bool value, bool otherwise) {
  if (value != otherwise) out[key] = value;
}

ordered_json json_of(const Part& part) {
  ordered_json out;
  out["no"] = part.no;
  put_words(out, part.words);
  out["rule"] = name_of(part.rule.kind);
  put_points(out, "points", part.rule.points);
  put_points(out, "minus", part.rule.minus);
  put_points(out, "from", part.rule.from);
  put_points(out, "to", part.rule.to);
  put_flag(out, "printed", part.rule.printed, true);
  for (const Words& thing : part.rule.things) {
    ordered_json one;
    put_words(one, thing);
    out["things"].push_back(std::move(one));
  }
  put_flag(out, "open", part.rule.open, false);
  put_flag(out, "star", part.star, false);
  put_flag(out, "evidence", part.evidence, false);
  if (!part.clause.empty()) out["clause"] = part.clause;
  put_names(out, "gaps", part.gaps);
  put_note(out, part.note);
  put_flag(out, "asks", part.asks, false);
  for (const Fact& fact : part.facts) out["facts"].push_back({{"name", fact.name}, {"at_least", fact.at_least}});
  return out;
}

ordered_json json_of(const Item& item) {
  ordered_json out;
  out["id"] = item.id;
  out["number"] = item.number;
  put_words(out, item.title);
  put_flag(out, "star", item.star, false);
  put_points(out, "points", item.points);
  put_names(out, "clauses", item.clauses);
  put_names(out, "gaps", item.gaps);
  put_note(out, item.note);
  out["text"] = item.text;
  out["evidence"] = item.evidence;
  out["parts"] = ordered_json::array();
  for (const Part& one : item.parts) out["parts"].push_back(json_of(one));
  return out;
}

ordered_json json_of(const Section& section) {
  ordered_json out;
  out["number"] = section.number;
  put_words(out, section.title);
  put_points(out, "points", section.points);
  put_flag(out, "star", section.star, false);
  put_flag(out, "extra", section.extra, false);
  if (!section.only.empty()) out["only"] = section.only;
  put_names(out, "gaps", section.gaps);
  out["items"] = ordered_json::array();
  for (const Item& one : section.items) out["items"].push_back(json_of(one));
  return out;
}

} // namespace

std::string write_checklist(const Checklist& list) {
  ordered_json out;
  out["id"] = list.id;
  out["version"] = list.version;
  out["from"] = to_string(list.from);
  out["to"] = list.to ? ordered_json(to_string(*list.to)) : ordered_json(nullptr);
  out["source"] = list.source;
  if (!list.review.zh.empty()) put_words(out["review"], list.review);
  put_words(out, list.title);
  out["form"] = list.form;
  out["inspects"] = name_of(list.inspects);
  out["columns"] = ordered_json::array();
  for (const Column one : list.columns) out["columns"].push_back(name_of(one));
  if (list.pass) {
    ordered_json pass;
    put_points(pass, "mark", list.pass->mark);
    pass["clause"] = list.pass->clause;
    pass["mandatory_clause"] = list.pass->mandatory_clause;
    put_names(pass, "gaps", list.pass->gaps);
    put_words(pass, list.pass->words);
    out["pass"] = std::move(pass);
  }
  out["sections"] = ordered_json::array();
  for (const Section& one : list.sections) out["sections"].push_back(json_of(one));
  return out.dump(1);
}

} // namespace ankao::inspection
