// SPDX-License-Identifier: Apache-2.0
#include "inspection/files/law.hpp"

#include <set>

#include "inspection/files/refusals.hpp"
#include "lawfile/read.hpp"

namespace ankao::inspection {
namespace {

constexpr const char* k_file = "law/inspection.yaml";
using lawfile::Fields;

/// "11-01" in a year with 29 February.
void read_day(const Fields& in, const char* key, unsigned& month, unsigned& day) {
  const auto date = parse_date("2024-" + in.text(key));
  if (!date) in.bad(key, "11-01");
  month = date->month();
  day = date->day();
}

PhaseLaw read_phase(const Fields& in) {
  in.keys({"id", "zh", "en", "clause", "from", "to", "next"});
  PhaseLaw out;
  out.id = in.text("id");
  out.title = {in.text("zh"), in.text("en")};
  out.clause = in.text("clause");
  read_day(in, "from", out.from_month, out.from_day);
  read_day(in, "to", out.to_month, out.to_day);
  out.next_year = in.flag("next", false);
  return out;
}

void read_pairs(const Fields& in, InspectionLaw& out) {
  std::set<std::string> by, of;
  for (const Fields& one : in.list("pairs")) {
    one.keys({"clause", "by", "of"});
    const Pair pair{one.text("clause"), one.text("by"), one.text("of")};
    if (pair.by == pair.of || !by.insert(pair.by).second) one.bad("by", "each district once, none itself");
    if (!of.insert(pair.of).second) one.bad("of", "each district once");
    out.pairs.push_back(pair);
  }
}

std::vector<Choice> read_choices(const Fields& in, const char* key) {
  std::vector<Choice> out;
  for (const Fields& one : in.list(key)) {
    one.keys({"id", "zh", "en", "clause"});
    out.push_back({one.text("id"), {one.text("zh"), one.text("en")}, one.text("clause")});
  }
  return out;
}

void read_papers(const Fields& in, InspectionLaw& out) {
  const Fields self = in.at("self");
  self.keys({"clause", "from", "years"});
  out.self_clause = self.text("clause");
  out.self_from = self.day("from");
  out.self_years = self.whole("years", 1, 10);
  const Fields handover = in.at("handover");
  handover.keys({"clause", "days"});
  out.handover_clause = handover.text("clause");
  out.handover_days = handover.whole("days", 0, 60);
  const Fields spot = in.at("spot");
  spot.keys({"clause", "base", "open", "overdue", "repeated", "failed", "never", "most"});
  const auto weight = [&](const char* key, int least) { return spot.whole(key, least, 1000); };
  out.spot = {spot.text("clause"), weight("base", 1), weight("open", 0), weight("overdue", 0), weight("repeated", 0), weight("failed", 0), weight("never", 0), weight("most", 1)};
  const Fields severity = in.at("severity");
  severity.keys({"choice", "places", "weight", "zh", "en"});
  if (severity.text("choice") != "G") severity.bad("choice", "G");
  out.severity = {severity.whole("places", 1, 100), severity.whole("weight", 1, 100), {severity.text("zh"), severity.text("en")}};
  for (const Fields& one : in.list("ties")) {
    one.keys({"id", "zh", "en", "effect", "clause"});
    const std::string effect = one.text("effect");
    if (effect != "refused" && effect != "marked") one.bad("effect", "refused, marked");
    out.ties.push_back({one.text("id"), {one.text("zh"), one.text("en")}, one.text("clause"), effect == "refused"});
  }
  for (const Fields& one : in.list("closing")) {
    one.keys({"id", "zh", "en", "clause", "needed"});
    out.closing.push_back({one.text("id"), {one.text("zh"), one.text("en")}, one.text("clause"), one.flag("needed", true)});
  }
  out.cases = read_choices(in, "cases");
  out.divisions = read_choices(in, "divisions");
}

InspectionLaw read_all(const Fields& in) {
  in.keys({"source", "from", "phases", "team", "repeat", "pairs", "pairs_year", "self", "handover", "spot", "severity", "ties", "cases", "divisions", "closing"});
  InspectionLaw out;
  for (const Fields& one : in.list("phases")) out.phases.push_back(read_phase(one));
  const Fields team = in.at("team");
  team.keys({"clause", "leaders", "inspectors", "liaisons", "experts"});
  out.team = {team.text("clause"), team.whole("leaders", 0, 9), team.whole("inspectors", 0, 9), team.whole("liaisons", 0, 9), team.whole("experts", 0, 9)};
  const Fields repeat = in.at("repeat");
  repeat.keys({"months", "clause"});
  out.repeat_months = repeat.whole("months", 1, 120);
  out.repeat_clause = repeat.text("clause");
  read_pairs(in, out);
  out.pairs_year = in.whole("pairs_year", 2019, 2199);
  read_papers(in, out);
  return out;
}

} // namespace

Result<InspectionLaw> read_law(std::string_view text) {
  return lawfile::read(text, k_file, "law", k_refusals, read_all);
}

const InspectionLaw& shipped_law() {
  static const InspectionLaw law = lawfile::shipped(k_file, read_law);
  return law;
}

} // namespace ankao::inspection
