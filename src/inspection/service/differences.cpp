// SPDX-License-Identifier: Apache-2.0
#include "inspection/service/differences.hpp"

#include "inspection/files/law.hpp"
#include "inspection/files/visit_law.hpp"
#include "inspection/rules/differences.hpp"
#include "inspection/service/facts.hpp"

namespace ankao::inspection {
namespace {

std::vector<Answer> answers_of(const Standing& standing) {
  std::vector<Answer> out;
  for (const StoredAnswer& one : standing.answers) out.push_back(one.answer);
  return out;
}

std::optional<int> value_of(const std::optional<KnownFact>& known) { return known ? std::optional(known->value) : std::nullopt; }

/// The last that was counted, in whatever column.
std::optional<int> counted_in(const std::vector<Answer>& answers, const std::string& item, const std::string& part, const std::string& name) {
  std::optional<int> out;
  for (const Answer& one : answers)
    for (const PartAnswer& given : one.parts)
      if (one.item == item && given.part == part)
        if (const Count* count = given.count(name)) out = count->value;
  return out;
}

} // namespace

std::vector<Difference> differences_of(db::Transaction& transaction, const Visit& visit, const Standing& standing, Date day) {
  const KnownFacts register_of_day(transaction, visit.target, day);
  const auto answers = answers_of(standing);
  std::vector<Difference> out;
  for (const Section& section : standing.checklist.sections)
    for (const Item& item : section.items)
      for (const Part& part : item.parts)
        for (const Fact& fact : part.facts)
          if (auto found = difference_in(answers, item.id, part.no, fact, value_of(register_of_day.of(fact.name)))) out.push_back(std::move(*found));
  return out;
}

std::vector<CountedFigure> figures_of(db::Transaction& transaction, const Visit& visit, const Standing& standing, const std::string& id, Date day) {
  std::vector<CountedFigure> out;
  const Item* item = standing.checklist.item(id);
  if (item == nullptr) return out;
  const KnownFacts register_of_day(transaction, visit.target, day);
  const auto answers = answers_of(standing);
  for (const Part& part : item->parts)
    for (const Fact& fact : part.facts) {
      const FactLaw* law = shipped_visit_law().fact(fact.name);
      const auto counted = counted_in(answers, id, part.no, fact.name);
      if (law != nullptr && counted) out.push_back({*law, fact.at_least, counted, value_of(register_of_day.of(fact.name))});
    }
  return out;
}

} // namespace ankao::inspection
