// SPDX-License-Identifier: Apache-2.0
#include "enforcement/files/law.hpp"

#include <set>

#include "lawfile/read.hpp"

namespace ankao::enforcement {
namespace {

constexpr const char* k_file = "law/enforcement.yaml";
using lawfile::Fields;
constexpr lawfile::Refusals k_refusals{"enforcement.law_syntax", "enforcement.law_key_unknown", "enforcement.law_key_missing", "enforcement.law_key_doubled", "enforcement.law_value"};

Words words_of(const Fields& in, const char* zh) { return {in.text(zh), in.text("en")}; }

Kind read_kind(const Fields& in, const char* key) {
  const auto kind = kind_of(in.text(key));
  if (!kind) in.bad(key, "warning, correct, suspension, fine, persons, removal, revocation, market_referral, police_referral");
  return *kind;
}

KindLaw read_kind_law(const Fields& in) {
  in.keys({"id", "zh", "en", "clause", "needs", "decided_by"});
  KindLaw out;
  out.kind = read_kind(in, "id");
  out.words = words_of(in, "zh");
  out.clause = in.text("clause");
  for (const std::string& one : in.names("needs")) {
    const auto need = need_of(one);
    if (!need) in.bad("needs", "due, dates, start, amount, basis, persons, authority");
    out.needs.push_back(*need);
  }
  out.decided_by = in.names("decided_by");
  if (out.decided_by.empty()) in.bad("decided_by", "[city_bureau]");
  return out;
}

MeasureLaw read_measure(const Fields& in) {
  in.keys({"kind", "term", "en", "clause"}, {"months"});
  MeasureLaw out;
  out.kind = read_kind(in, "kind");
  out.term = words_of(in, "term");
  out.clause = in.text("clause");
  const auto months = in.names("months");
  const auto number = [&](const std::string& text) {
    if (text.empty() || text.size() > 2 || text.find_first_not_of("0123456789") != std::string::npos) in.bad("months", "[3, 6]");
    return std::stoi(text);
  };
  if ((out.kind == Kind::Suspension) != (months.size() == 2)) in.bad("months", "[3, 6]");
  if (months.empty()) return out;
  out.months_from = number(months[0]);
  out.months_to = number(months[1]);
  if (out.months_from < 1 || out.months_to < out.months_from) in.bad("months", "[3, 6]");
  return out;
}

GroundLaw read_ground(const Fields& in, const EnforcementLaw& law) {
  in.keys({"clause", "against", "zh", "en", "gaps", "measures"}, {"bars"});
  GroundLaw out;
  out.clause = in.text("clause");
  out.words = words_of(in, "zh");
  out.against = in.names("against");
  for (const std::string& one : out.against)
    if (one != "institution" && one != "site") in.bad("against", "institution, site");
  if (out.against.empty()) in.bad("against", "institution, site");
  if (in.has("bars")) out.bars_years = in.whole("bars", 1, 20);
  out.gaps = in.names("gaps");
  for (const std::string& one : out.gaps)
    if (!law.notes.contains(one)) in.unknown("gaps", "notes");
  std::set<Kind> seen;
  for (const Fields& one : in.list("measures")) {
    out.measures.push_back(read_measure(one));
    if (!seen.insert(out.measures.back().kind).second) one.bad("kind", "each kind once");
  }
  if (out.measures.empty()) in.bad("measures", "[{ kind, term, en, clause }]");
  return out;
}

EnforcementLaw read_all(const Fields& in) {
  in.keys({"source", "from", "kinds", "notes", "grounds"});
  EnforcementLaw out;
  out.from = in.day("from");
  std::set<Kind> kinds;
  for (const Fields& one : in.list("kinds")) {
    out.kinds.push_back(read_kind_law(one));
    if (!kinds.insert(out.kinds.back().kind).second) one.bad("id", "each kind once");
  }
  if (kinds.size() != 9) in.bad("kinds", "each kind once");
  const Fields notes = in.at("notes");
  for (const std::string& id : notes.all_keys()) {
    const Fields note = notes.at(id);
    note.keys({"zh", "en"});
    out.notes[id] = words_of(note, "zh");
  }
  std::set<std::string> grounds;
  for (const Fields& one : in.list("grounds")) {
    out.grounds.push_back(read_ground(one, out));
    if (!grounds.insert(out.grounds.back().clause).second) one.bad("clause", "each clause once");
  }
  return out;
}

} // namespace

Result<EnforcementLaw> read_law(std::string_view text) {
  return lawfile::read(text, k_file, "law", k_refusals, read_all);
}

const EnforcementLaw& shipped_law() {
  static const EnforcementLaw law = lawfile::shipped(k_file, read_law);
  return law;
}

} // namespace ankao::enforcement
