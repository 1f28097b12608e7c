// SPDX-License-Identifier: Apache-2.0
#include "inspection/service/signing.hpp"

#include <set>

#include "base/sm3.hpp"
#include "inspection/files/answers.hpp"
#include "inspection/files/law.hpp"
#include "inspection/files/visit_law.hpp"
#include "inspection/rules/records.hpp"
#include "inspection/rules/visits.hpp"
#include "inspection/service/defects.hpp"
#include "inspection/store/inspection.hpp"
#include "inspection/store/records.hpp"
#include "ledger/service/ledger.hpp"

namespace ankao::inspection {
namespace {

constexpr std::size_t k_longest = 4000;

std::string numbers(const Checklist& checklist, const std::vector<std::string>& items) {
  std::string out;
  for (const std::string& id : items) out += (out.empty() ? "" : "、") + checklist.item(id)->number;
  return out;
}

/// Figures counted below what a part asks: "现场专职考务人员 1 人，应不少于 2 人".
std::string too_few(const Standing& standing, const Item& item, const std::string& number) {
  const Part* part = item.part(number);
  std::string out;
  if (part == nullptr) return out;
  for (const Fact& fact : part->facts) {
    const Count* count = nullptr;
    for (const StoredAnswer& one : standing.answers)
      for (const PartAnswer& given : one.answer.parts)
        if (one.answer.item == item.id && given.part == number && given.count(fact.name) != nullptr) count = given.count(fact.name);
    const FactLaw* law = shipped_visit_law().fact(fact.name);
    if (count == nullptr || law == nullptr || count->value >= fact.at_least) continue;
    const std::string unit = law->unit.zh.empty() ? "" : " " + law->unit.zh;
    out += "；现场" + law->title.zh + " " + std::to_string(count->value) + unit + "，应不少于 " + std::to_string(fact.at_least) + unit;
  }
  return out;
}

/// What was found, in the words of the form and of the inspector, with the figures that fall short.
std::string text_of(const Standing& standing, const Item& item, const ItemResult& result) {
  std::string out = item.number + " " + item.title.zh;
  std::set<std::string> parts;
  for (const Finding& one : result.findings) {
    if (!one.counts) continue;
    out += "；" + (one.missing.empty() ? item.part(one.part)->words.zh : one.missing);
    if (!one.reason.empty()) out += "（" + one.reason + "）";
    parts.insert(one.part);
  }
  for (const std::string& part : parts) out += too_few(standing, item, part);
  return out.size() > k_longest ? out.substr(0, out.rfind("；", k_longest)) : out;
}

Defect defect_of(const Visit& visit, const Standing& standing, const Item& item, const ItemResult& result, Instant now) {
  Defect d;
  d.visit = visit.id;
  d.campaign = visit.campaign;
  d.phase = visit.phase;
  d.target = visit.target.id;
  d.checklist = visit.target.checklist;
  d.item = item.id;
  d.number = item.number;
  d.clause = result.findings.front().clause;
  d.text = text_of(standing, item, result);
  d.name = visit.target.name;
  d.district = visit.target.district;
  d.institution = visit.target.institution;
  d.site = visit.target.site;
  d.by = visit.by;
  d.self = visit.self();
  d.found_at = now;
  d.taken = result.points - result.score;
  return d;
}

} // namespace

Result<void> may_sign(const Standing& standing, const SignForm& form) {
  if (form.opinion.size() > k_longest) return problem("inspection.opinion_long", {{"limit", std::to_string(k_longest)}}, "opinion");
  if (standing.conflicts) return problem("inspection.answers_conflict");
  // A veto ends the inspection: the rest need not be looked at.
  if (!standing.score.open.empty() && standing.score.failed_by != FailedBy::Veto)
    return problem("inspection.items_open", {{"count", std::to_string(standing.score.open.size())}, {"items", numbers(standing.checklist, standing.score.open)}});
  const bool concluded = form.conclusion == "met" || form.conclusion == "not_met";
  if (!standing.checklist.scored() && !concluded) return problem("inspection.conclusion_missing", {}, "conclusion");
  return {};
}

std::string content_of(const Standing& standing, const std::vector<Question>& questions) {
  std::string all;
  for (const StoredAnswer& one : standing.answers) all += write_answer(one.answer) + "\n";
  for (const Question& one : questions) all += one.item + "/" + one.part + "\n" + one.question + "\n" + one.asked + "\n" + one.answer + "\n" + name_of(one.judged) + "\n";
  return to_hex(sm3(all));
}

Result<void> all_signed(db::Transaction& transaction, const Visit& visit, const Standing& standing) {
  if (visit.self()) return {};
  const auto questions = store::questions(transaction, visit.id);
  std::vector<Answer> answers;
  for (const StoredAnswer& one : standing.answers) answers.push_back(one.answer);
  std::string places;
  for (const std::string& one : unasked(standing.checklist, answers, questions)) places += (places.empty() ? "" : "、") + one;
  if (!places.empty()) return problem("inspection.question_missing", {{"items", places}});
  std::string names;
  for (const std::string& one : unsigned_by(visit, store::signatures(transaction, visit.id), content_of(standing, questions))) names += (names.empty() ? "" : "、") + (one.empty() ? visit.target.name : one);
  if (!names.empty()) return problem("inspection.signatures_missing", {{"names", names}});
  return {};
}

int raise_defects(db::Transaction& transaction, const ledger::Actor& actor, Instant now, const Visit& visit, const Standing& standing) {
  const InspectionLaw& law = shipped_law();
  int raised = 0;
  for (const ItemResult& one : standing.score.items) {
    if (!one.failed) continue;
    ++raised;
    Defect d = defect_of(visit, standing, *standing.checklist.item(one.item), one, now);
    d.id = "Q-" + std::to_string(store::next(transaction, "defect"));
    if (!d.self) {
      const auto last = store::last_at(transaction, visit.target.subject, one.item);
      d.level = level_after(last, date_of(now), law.repeat_months);
      if (d.level > 1) d.before = last->id;
    }
    store::insert(transaction, d, visit.target.subject);
    ledger::append(transaction, {actor, now, "defect.raise", "defect:" + d.id, "", digest_of(d), d.clause, d.level > 1 ? law.repeat_clause : ""});
  }
  return raised;
}

} // namespace ankao::inspection
