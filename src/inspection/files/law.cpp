// SPDX-License-Identifier: Apache-2.0
#include "inspection/files/law.hpp"

#include <set>

#include "base/ensure.hpp"
#include "embedded/embedded.hpp"
#include "inspection/files/fields.hpp"

namespace ankao::inspection {
namespace {

constexpr const char* k_file = "law/inspection.yaml";
using yaml::Fields;

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

InspectionLaw read_all(const Fields& in) {
  in.keys({"source", "from", "phases", "team", "repeat", "pairs"});
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
  return out;
}

} // namespace

Result<InspectionLaw> read_law(std::string_view text) {
  try {
    return read_all(Fields(YAML::Load(std::string(text)), k_file, "law"));
  } catch (const yaml::Fault& fault) {
    return fault.problem;
  } catch (const YAML::Exception& error) {
    return yaml::syntax(error, k_file);
  }
}

const InspectionLaw& shipped_law() {
  static const InspectionLaw law = [] {
    auto read = read_law(*embedded::find(k_file));
    ensure(read.ok(), "law/inspection.yaml is well formed" + (read.ok() ? "" : ": " + read.problem().id + " " + read.problem().at));
    return std::move(read.value());
  }();
  return law;
}

} // namespace ankao::inspection
