// SPDX-License-Identifier: Apache-2.0
#include "registry/files/condition_law.hpp"

#include <algorithm>
#include <set>

#include "lawfile/read.hpp"

namespace ankao::registry {
namespace {

constexpr const char* k_file = "law/conditions.yaml";
constexpr int k_most_asked = 100'000;
using lawfile::Fields;
constexpr lawfile::Refusals k_refusals{"register.conditions_syntax", "register.conditions_key_unknown", "register.conditions_key_missing", "register.conditions_key_doubled", "register.conditions_value"};

std::string ids_of(const std::vector<TwoWords>& words) {
  std::string out;
  for (const TwoWords& one : words) out += (out.empty() ? "" : ", ") + one.id;
  return out;
}

std::vector<TwoWords> read_words(const Fields& in, const char* key) {
  std::vector<TwoWords> out;
  for (const Fields& one : in.list(key)) {
    one.keys({"id", "zh", "en"});
    out.push_back({one.text("id"), one.text("zh"), one.text("en")});
  }
  if (out.empty()) in.bad(key, "[{ id, zh, en }]");
  return out;
}

const TwoWords* find(const std::vector<TwoWords>& words, const std::string& id) {
  const auto found = std::find_if(words.begin(), words.end(), [&](const TwoWords& one) { return one.id == id; });
  return found == words.end() ? nullptr : &*found;
}

StaffRule read_rule(const Fields& in, const ConditionsLaw& law) {
  in.keys({"measure", "posts"}, {"full_time", "titled", "qualified", "education", "certificate"});
  StaffRule out;
  const auto measure = measure_of(in.text("measure"));
  if (!measure) in.bad("measure", "count, share, fewest, least_years, least_months");
  out.measure = *measure;
  out.posts = in.names("posts");
  for (const std::string& post : out.posts)
    if (find(law.posts, post) == nullptr) in.bad("posts", ids_of(law.posts));
  if (out.posts.empty()) in.bad("posts", ids_of(law.posts));
  out.full_time = in.flag("full_time", false);
  out.titled = in.flag("titled", false);
  out.qualified = in.flag("qualified", false);
  if (in.has("education")) out.education = in.text("education");
  if (!out.education.empty() && find(law.educations, out.education) == nullptr) in.bad("education", ids_of(law.educations));
  if (in.has("certificate")) out.certificate = in.text("certificate");
  if (!out.certificate.empty() && find(law.certificates, out.certificate) == nullptr) in.bad("certificate", ids_of(law.certificates));
  return out;
}

Ask read_ask(const Fields& in, ConditionKind kind, const ConditionsLaw& law) {
  in.keys({"place", "at_least", "clause"}, {"counts"});
  Ask out;
  const auto premises = premises_of(in.text("place"));
  if (!premises) in.bad("place", "institution, practical_site, theory_site");
  out.premises = *premises;
  out.at_least = in.whole("at_least", 0, kind == ConditionKind::YesNo ? 1 : k_most_asked);
  out.clause = in.text("clause");
  if (in.has("counts")) {
    if (kind != ConditionKind::Staff) in.bad("counts", "kind: staff");
    out.counts = read_rule(in.at("counts"), law);
  }
  return out;
}

ConditionLaw read_condition(const Fields& in, const ConditionsLaw& law) {
  in.keys({"id", "zh", "en", "kind", "asks"}, {"unit_zh", "unit_en", "counts", "evidence"});
  ConditionLaw out;
  out.id = in.text("id");
  out.zh = in.text("zh");
  out.en = in.text("en");
  if (in.has("unit_zh")) out.unit_zh = in.text("unit_zh"), out.unit_en = in.text("unit_en");
  const auto kind = condition_kind_of(in.text("kind"));
  if (!kind) in.bad("kind", "number, area, term, yes_no, staff");
  out.kind = *kind;
  if ((out.kind == ConditionKind::Staff) != in.has("counts")) in.bad("kind", "staff <-> counts");
  if (in.has("counts")) out.counts = read_rule(in.at("counts"), law);
  out.evidence = in.flag("evidence", false);
  std::set<Premises> seen;
  for (const Fields& one : in.list("asks")) {
    out.asks.push_back(read_ask(one, out.kind, law));
    if (!seen.insert(out.asks.back().premises).second) one.bad("place", "each place once");
  }
  if (out.asks.empty()) in.bad("asks", "[{ place, at_least, clause }]");
  return out;
}

ConditionsLaw read_all(const Fields& in) {
  in.keys({"source", "from", "warn_days", "posts", "educations", "titles", "certificates", "conditions"});
  ConditionsLaw out;
  const Fields warn = in.at("warn_days");
  warn.keys({"count", "clause"});
  out.warn_days = warn.whole("count", 1, 90); // the term that is opened holds three months
  out.warn_clause = warn.text("clause");
  out.posts = read_words(in, "posts");
  out.educations = read_words(in, "educations");
  out.titles = read_words(in, "titles");
  out.certificates = read_words(in, "certificates");
  if (find(out.titles, "intermediate") == nullptr) in.bad("titles", "intermediate");
  std::set<std::string> ids;
  for (const Fields& one : in.list("conditions")) {
    out.conditions.push_back(read_condition(one, out));
    if (!ids.insert(out.conditions.back().id).second) one.bad("id", "each condition once");
  }
  return out;
}

} // namespace

Result<ConditionsLaw> read_conditions_law(std::string_view text) {
  return lawfile::read(text, k_file, "law", k_refusals, read_all);
}

const ConditionsLaw& shipped_conditions_law() {
  static const ConditionsLaw law = lawfile::shipped(k_file, read_conditions_law);
  return law;
}

} // namespace ankao::registry
