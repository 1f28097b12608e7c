// SPDX-License-Identifier: Apache-2.0
#include "inspection/files/visit_law.hpp"

#include <set>

#include "inspection/files/refusals.hpp"
#include "lawfile/read.hpp"

namespace ankao::inspection {
namespace {

constexpr const char* k_file = "law/visits.yaml";
constexpr int k_longest_clock = 24 * 60;
using lawfile::Fields;

FactLaw read_fact(const Fields& in) {
  in.keys({"name", "zh", "en"}, {"unit_zh", "unit_en", "registered"});
  FactLaw out;
  out.name = in.text("name");
  out.title = {in.text("zh"), in.text("en")};
  if (in.has("unit_zh")) out.unit = {in.text("unit_zh"), in.text("unit_en")};
  out.registered = in.flag("registered", false);
  return out;
}

VisitLaw read_all(const Fields& in) {
  in.keys({"source", "from", "clock", "facts"});
  VisitLaw out;
  const Fields clock = in.at("clock");
  clock.keys({"minutes", "clause"});
  out.clock_minutes = clock.whole("minutes", 1, k_longest_clock);
  out.clock_clause = clock.text("clause");
  std::set<std::string> names;
  for (const Fields& one : in.list("facts")) {
    out.facts.push_back(read_fact(one));
    if (!names.insert(out.facts.back().name).second) one.bad("name", "each name once");
  }
  return out;
}

} // namespace

Result<VisitLaw> read_visit_law(std::string_view text) {
  return lawfile::read(text, k_file, "law", k_refusals, read_all);
}

const VisitLaw& shipped_visit_law() {
  static const VisitLaw law = lawfile::shipped(k_file, read_visit_law);
  return law;
}

} // namespace ankao::inspection
