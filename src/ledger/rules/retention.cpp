// SPDX-License-Identifier: Apache-2.0
#include "ledger/rules/retention.hpp"

#include <algorithm>

#include "base/ensure.hpp"

namespace ankao::ledger {

const Term& term_of(const std::vector<Term>& terms, std::string_view subject) {
  const std::string_view kind = subject.substr(0, subject.find(':'));
  const Term* rest = nullptr;
  for (const Term& term : terms) {
    if (std::find(term.kinds.begin(), term.kinds.end(), kind) != term.kinds.end()) return term;
    if (term.kinds.empty()) rest = &term;
  }
  ensure(rest != nullptr, "law/retention.yaml has a term for all that no other names");
  return *rest;
}

std::optional<Date> expires_on(const Term& term, Month month) {
  if (!term.years) return std::nullopt;
  const Month after = month.next();
  return Month{after.year + *term.years, after.month}.first();
}

bool covers(const Hold& hold, Month month, std::string_view term) {
  return !hold.lifted_at && hold.first <= month && month <= hold.last && (hold.term.empty() || hold.term == term);
}

} // namespace ankao::ledger
