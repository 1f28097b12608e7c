// SPDX-License-Identifier: Apache-2.0
#include "enforcement/rules/check.hpp"

#include <algorithm>

namespace ankao::enforcement {
namespace {

using Faults = std::vector<Problem>;

bool blank(const std::string& text) { return text.find_first_not_of(" \t\r\n") == std::string::npos; }

std::string joined(const std::vector<std::string>& words) {
  std::string out;
  for (const std::string& one : words) out += (out.empty() ? "" : "、") + one;
  return out;
}

std::string kinds_of(const EnforcementLaw& law, const GroundLaw& ground) {
  std::vector<std::string> words;
  for (const MeasureLaw& one : ground.measures) words.push_back(law.kind(one.kind).words.zh);
  return joined(words);
}

void text(Faults& faults, const char* at, const std::string& value, std::size_t longest) {
  if (blank(value) || value.size() > longest) faults.push_back(problem("enforcement.text_missing", {{"limit", std::to_string(longest)}}, at));
}

/// What the kind needs must be said; what it does not need may not, so that nothing stands in a decision without meaning.
void need(Faults& faults, const KindLaw& kind, Need what, bool said, const char* at) {
  if (kind.needs_it(what) == said) return;
  faults.push_back(problem(said ? "enforcement.value_foreign" : "enforcement.value_missing", {{"kind", kind.words.zh}}, at));
}

void dates(Faults& faults, const KindLaw& kind, const MeasureLaw& measure, const Draft& draft, Date today) {
  const bool both = kind.needs_it(Need::Dates), start = kind.needs_it(Need::Start);
  if (draft.from.has_value() != (both || start)) faults.push_back(problem(draft.from ? "enforcement.value_foreign" : "enforcement.value_missing", {{"kind", kind.words.zh}}, "from"));
  need(faults, kind, Need::Dates, draft.to.has_value(), "to");
  need(faults, kind, Need::Due, draft.due.has_value(), "due");
  if (draft.due && kind.needs_it(Need::Due) && *draft.due <= today) faults.push_back(problem("enforcement.due_past", {{"value", to_string(*draft.due)}}, "due"));
  if (draft.from && *draft.from < today) faults.push_back(problem("enforcement.begins_past", {{"value", to_string(*draft.from)}, {"today", to_string(today)}}, "from"));
  if (!both || !draft.from || !draft.to) return;
  const auto [low, high] = suspension_ends(measure, *draft.from);
  if (*draft.to < low || *draft.to > high)
    faults.push_back(problem("enforcement.suspension_range",
                             {{"from", to_string(*draft.from)}, {"to", to_string(*draft.to)}, {"low", to_string(low)}, {"high", to_string(high)}, {"clause", measure.clause}, {"months", std::to_string(measure.months_from)}, {"most", std::to_string(measure.months_to)}}, "to"));
}

void values(Faults& faults, const KindLaw& kind, const Draft& draft) {
  need(faults, kind, Need::Amount, draft.amount != 0, "amount");
  if (draft.amount < 0 || draft.amount > k_most_fen) faults.push_back(problem("enforcement.amount", {{"value", std::to_string(draft.amount)}, {"limit", std::to_string(k_most_fen / 100)}}, "amount"));
  need(faults, kind, Need::Persons, !draft.persons.empty(), "persons");
  if (draft.persons.size() > k_most_persons) faults.push_back(problem("enforcement.persons_many", {{"limit", std::to_string(k_most_persons)}}, "persons"));
  for (const std::string& one : draft.persons)
    if (blank(one) || one.size() > k_longest_text || one.find('\n') != std::string::npos) faults.push_back(problem("enforcement.text_missing", {{"limit", std::to_string(k_longest_text)}}, "persons"));
  need(faults, kind, Need::Authority, !blank(draft.authority), "authority");
  if (draft.authority.size() > k_longest_text) text(faults, "authority", draft.authority, k_longest_text);
  // The article may stand with any kind; where the notice prints no measure it must.
  if (kind.needs_it(Need::Basis) || !draft.basis.empty()) text(faults, "basis", draft.basis, k_longest_text);
}

} // namespace

Date after_months(Date day, int months) {
  const int index = day.year() * 12 + static_cast<int>(day.month()) - 1 + months;
  const Month month{index / 12, static_cast<unsigned>(index % 12 + 1)};
  return std::min(month.first() + static_cast<int>(day.day()) - 1, month.last());
}

std::pair<Date, Date> suspension_ends(const MeasureLaw& measure, Date from) { return {after_months(from, measure.months_from) - 1, after_months(from, measure.months_to) - 1}; }

Result<void> check(const EnforcementLaw& law, const Draft& draft, Date today) {
  Faults faults;
  const KindLaw& kind = law.kind(draft.kind);
  const GroundLaw* ground = law.ground(draft.ground);
  if (ground == nullptr) return problem("enforcement.ground_unknown", {{"value", draft.ground}}, "ground");
  if (!ground->is_against(kind_in(draft.subject))) faults.push_back(problem("enforcement.ground_subject", {{"clause", ground->clause}, {"ground", ground->words.zh}, {"value", draft.subject}}, "ground"));
  text(faults, "facts", draft.facts, k_longest_facts);
  if (const MeasureLaw* measure = ground->measure(draft.kind))
    dates(faults, kind, *measure, draft, today);
  else
    faults.push_back(problem("enforcement.kind_not_provided", {{"clause", ground->clause}, {"kind", kind.words.zh}, {"allowed", kinds_of(law, *ground)}}, "kind"));
  values(faults, kind, draft);
  if (faults.empty()) return {};
  Problem out = problem("enforcement.draft_unsound", {{"count", std::to_string(faults.size())}});
  out.parts = std::move(faults);
  return out;
}

Result<void> check_begin(const Draft& draft, Date today) {
  if (draft.from && *draft.from < today) return problem("enforcement.begins_past", {{"value", to_string(*draft.from)}, {"today", to_string(today)}}, "from");
  return {};
}

std::optional<Date> barred_until(const GroundLaw& ground, const Draft& draft) {
  const bool struck = draft.kind == Kind::Removal || draft.kind == Kind::Revocation;
  if (!struck || ground.bars_years == 0 || !draft.from) return std::nullopt;
  return after_months(*draft.from, 12 * ground.bars_years) - 1;
}

} // namespace ankao::enforcement
