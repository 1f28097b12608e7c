// SPDX-License-Identifier: Apache-2.0
#include "law/why.hpp"

#include <algorithm>

#include "law/law.hpp"
#include "problems/catalogue.hpp"
#include "problems/clauses.hpp"

namespace ankao::law {
namespace {

using problems::Catalogue;
using problems::Language;

WhySaid name_of(const std::string& detail) {
  const auto found = shipped().fact_names.find(detail);
  return found == shipped().fact_names.end() ? WhySaid{detail, detail} : WhySaid{found->second.zh, found->second.en};
}

} // namespace

WhyFact fact(WhySaid name, std::string value, WhyKind kind, std::string link) { return {std::move(name), {value, value}, kind, std::move(link)}; }

std::vector<WhyClause> quoted(const std::vector<std::string>& ids) {
  const Law& law = shipped();
  std::vector<WhyClause> out;
  for (const std::string& id : ids) {
    if (std::any_of(out.begin(), out.end(), [&](const WhyClause& one) { return one.id == id; })) continue;
    const auto found = law.clauses.find(id);
    if (found == law.clauses.end()) {
      out.push_back({id, "", {}, ""});
      continue;
    }
    const Document& document = law.documents.at(found->second.document);
    out.push_back({id, found->second.text, {document.zh, document.en}, document.date});
  }
  return out;
}

WhyRule draw_rule(const std::string& id) {
  const std::string& since = shipped().draw_since;
  const auto found = shipped().draw_rules.find(id);
  if (found == shipped().draw_rules.end()) return {id, {}, since, {}};
  return {id, {found->second.zh, found->second.en}, since, quoted(found->second.clauses)};
}

Why why_of(const Problem& problem) {
  const auto zh = Catalogue::shipped().text(problem, Language::Chinese);
  const auto en = Catalogue::shipped().text(problem, Language::English);
  Why why;
  why.decision = {zh.title, en.title};
  why.rules.push_back({problem.id, {}, "", quoted(problems::clauses_of(problem))});
  for (const WhyClause& clause : why.rules.front().clauses) why.rules.front().since = std::max(why.rules.front().since, clause.date);
  for (const Detail& detail : problem.details) why.facts.push_back(fact(name_of(detail.name), detail.value));
  if (!zh.remedy.empty()) why.changes.push_back({zh.remedy, en.remedy});
  return why;
}

} // namespace ankao::law
