// SPDX-License-Identifier: Apache-2.0
#include "inspection/files/checklists.hpp"

#include <algorithm>
#include <set>

#include "base/ensure.hpp"
#include "inspection/files/refusals.hpp"
#include "inspection/files/visit_law.hpp"
#include "inspection/rules/check.hpp"
#include "lawfile/read.hpp"

namespace ankao::inspection {
namespace {

using lawfile::Fields;

constexpr int k_most_points = 1000; ///< tenths
constexpr std::size_t k_largest = 1024 * 1024;

/// "0.5" as 5; with at most one decimal.
int tenths(const Fields& in, const std::string& key, int low, int high) {
  const std::string allowed = points_text(low) + " - " + points_text(high);
  int value = 0;
  std::size_t digits = 0, after = 0;
  bool point = false;
  for (const char c : in.scalar(key)) {
    if (c == '.' && !point && digits > 0) {
      point = true;
      continue;
    }
    if (c < '0' || c > '9' || ++digits > 6 || (point && ++after > 1)) in.bad(key, allowed);
    value = value * 10 + (c - '0');
  }
  if (digits == 0 || (point && after == 0)) in.bad(key, allowed);
  if (!point) value *= 10;
  if (value < low || value > high) in.bad(key, allowed);
  return value;
}

RuleKind read_kind(const Fields& in) {
  const auto kind = rule_kind_of(in.text("rule"));
  if (!kind) in.bad("rule", "each, fixed, range, zero, judged, veto, noted");
  return *kind;
}

/// The keys that belong to each kind: a figure that would not count is refused rather than passed over.
std::set<std::string> keys_of(RuleKind kind) {
  switch (kind) {
  case RuleKind::Each:
    return {"minus", "points", "things", "open"};
  case RuleKind::Fixed:
    return {"minus", "points"};
  case RuleKind::Range:
    return {"from", "to", "points"};
  case RuleKind::Judged:
    return {"points", "printed"};
  case RuleKind::Noted:
    return {"things", "open"};
  case RuleKind::Zero:
  case RuleKind::Veto:
    break;
  }
  return {};
}

PartRule read_rule(const Fields& in) {
  PartRule out;
  out.kind = read_kind(in);
  const auto keys = keys_of(out.kind);
  for (const char* key : {"minus", "points", "from", "to", "things", "open", "printed"})
    if (in.has(key) && !keys.contains(key)) in.unknown(key, std::string("rule: ") + name_of(out.kind));
  if (in.has("minus") || out.kind == RuleKind::Each || out.kind == RuleKind::Fixed) out.minus = tenths(in, "minus", 1, k_most_points);
  if (in.has("points") || out.kind == RuleKind::Judged) out.points = tenths(in, "points", 1, k_most_points);
  if (out.kind == RuleKind::Range) {
    out.from = tenths(in, "from", 1, k_most_points);
    out.to = tenths(in, "to", out.from, k_most_points);
  }
  out.printed = in.flag("printed", true);
  out.open = in.flag("open", false);
  for (const Fields& thing : in.list("things")) {
    thing.keys({"zh", "en"});
    out.things.push_back({thing.text("zh"), thing.text("en")});
  }
  return out;
}

Words read_note(const Fields& in, const char* name = "note") {
  if (!in.has(name)) return {};
  const Fields note = in.at(name);
  note.keys({"zh", "en"});
  return {note.text("zh"), note.text("en")};
}

Fact read_fact(const Fields& in) {
  in.keys({"name", "at_least"});
  const auto& known = known_facts();
  const Fact out{in.text("name"), in.whole("at_least", 0, 100'000)};
  if (std::find(known.begin(), known.end(), out.name) == known.end()) in.bad("name", lawfile::joined(known));
  return out;
}

Part read_part(const Fields& in) {
  in.keys({"no", "zh", "en", "rule"}, {"points", "minus", "from", "to", "printed", "things", "open", "star", "evidence", "clause", "gaps", "note", "fact", "facts", "asks"});
  Part out;
  out.no = in.text("no");
  out.words = {in.text("zh"), in.text("en")};
  out.rule = read_rule(in);
  out.star = in.flag("star", false);
  out.evidence = in.flag("evidence", false);
  if (in.has("clause")) out.clause = in.text("clause");
  out.gaps = in.names("gaps");
  out.note = read_note(in);
  out.asks = in.flag("asks", false);
  if (in.has("fact")) out.facts.push_back(read_fact(in.at("fact"))); // versions entered before there could be several
  for (const Fields& fact : in.list("facts")) out.facts.push_back(read_fact(fact));
  return out;
}

Item read_item(const Fields& in) {
  in.keys({"id", "number", "zh", "en", "text", "parts"}, {"star", "points", "clauses", "gaps", "note", "evidence"});
  Item out;
  out.id = in.text("id");
  out.number = in.text("number");
  out.title = {in.text("zh"), in.text("en")};
  out.star = in.flag("star", false);
  if (in.has("points")) out.points = tenths(in, "points", 1, k_most_points);
  out.text = in.text("text");
  if (in.has("evidence")) out.evidence = in.text("evidence", true);
  out.clauses = in.names("clauses");
  out.gaps = in.names("gaps");
  out.note = read_note(in);
  for (const Fields& part : in.list("parts")) out.parts.push_back(read_part(part));
  return out;
}

Section read_section(const Fields& in) {
  in.keys({"number", "zh", "en", "items"}, {"points", "star", "extra", "only", "gaps"});
  Section out;
  out.number = in.text("number");
  out.title = {in.text("zh"), in.text("en")};
  if (in.has("points")) out.points = tenths(in, "points", 1, k_most_points);
  out.star = in.flag("star", false);
  out.extra = in.flag("extra", false);
  if (in.has("only")) out.only = in.text("only");
  if (!out.only.empty() && out.only != "special_operation") in.bad("only", "special_operation");
  out.gaps = in.names("gaps");
  for (const Fields& item : in.list("items")) out.items.push_back(read_item(item));
  return out;
}

PassRule read_pass(const Fields& in) {
  in.keys({"mark", "clause", "mandatory_clause", "zh", "en"}, {"gaps"});
  return {tenths(in, "mark", 1, k_most_points), in.text("clause"), in.text("mandatory_clause"), in.names("gaps"), {in.text("zh"), in.text("en")}};
}

Checklist read_all(const Fields& in) {
  in.keys({"id", "version", "from", "to", "source", "zh", "en", "form", "inspects", "columns", "sections"}, {"pass", "review"});
  Checklist out;
  out.id = in.text("id");
  out.version = in.whole("version", 1, 10'000);
  out.from = in.day("from");
  if (!in.null("to")) out.to = in.day("to");
  out.source = in.text("source");
  out.review = read_note(in, "review");
  out.title = {in.text("zh"), in.text("en")};
  out.form = in.text("form");
  const auto inspects = inspects_of(in.text("inspects"));
  if (!inspects) in.bad("inspects", "institution, exam_organisation, practical_site, theory_site, production_unit");
  out.inspects = *inspects;
  for (const std::string& word : in.names("columns")) {
    const auto column = column_of(word);
    if (!column) in.bad("columns", "finding, score, written, on_site");
    out.columns.push_back(*column);
  }
  if (in.has("pass")) out.pass = read_pass(in.at("pass"));
  for (const Fields& section : in.list("sections")) out.sections.push_back(read_section(section));
  return out;
}

} // namespace

const std::vector<std::string>& known_facts() {
  static const std::vector<std::string> known = [] {
    std::vector<std::string> out;
    for (const FactLaw& one : shipped_visit_law().facts) out.push_back(one.name);
    return out;
  }();
  return known;
}

Result<Checklist> read_checklist(std::string_view text, const std::string& name) {
  if (text.size() > k_largest) return problem("inspection.checklist_syntax", {{"file", name}, {"line", "1"}, {"reason", "> 1 MiB"}}, name);
  auto out = lawfile::read(text, name, "checklist", k_refusals, read_all);
  if (!out) return out;
  if (auto sound = check(*out); !sound) return sound.problem();
  return out;
}

const std::vector<Checklist>& shipped_checklists() {
  static const std::vector<Checklist> all = [] {
    std::vector<Checklist> out;
    for (const char* id : {"institution", "exam_organisation", "practical_site", "theory_site", "production_unit"}) {
      const std::string path = std::string("law/checklists/") + id + ".yaml";
      out.push_back(lawfile::shipped(path, [&](std::string_view text) { return read_checklist(text, path); }));
      ensure(out.back().id == id, path + " has the id of its file");
    }
    return out;
  }();
  return all;
}

const Checklist* shipped_checklist(const std::string& id) {
  for (const Checklist& one : shipped_checklists())
    if (one.id == id) return &one;
  return nullptr;
}

} // namespace ankao::inspection
