// SPDX-License-Identifier: Apache-2.0
#include "access/support/decisions.hpp"

#include "enforcement/store/decisions.hpp"

namespace ankao::tests {

std::string decision_of(const std::string& kind, bool own) {
  const int place = kind == "district" ? 0 : kind == "institution" ? 1 : 2;
  return "D-" + std::to_string(900 + 2 * place + (own ? 0 : 1));
}

void lay_decisions(db::Database& database, const std::string& kind, const std::string& own, const std::string& strange) {
  database.write([&](db::Transaction& transaction) {
    if (enforcement::store::decision(transaction, decision_of(kind, true))) return;
    for (const bool mine : {true, false}) {
      enforcement::Decision d;
      d.id = decision_of(kind, mine);
      d.draft.subject = "site:none";
      d.draft.ground = "P-3.2.1";
      d.draft.kind = enforcement::Kind::Correct;
      d.draft.due = make_date(2030, 1, 1);
      d.state = enforcement::State::InForce;
      d.proposed_by = "somebody";
      (kind == "district" ? d.district : kind == "institution" ? d.institution : d.site) = mine ? own : strange;
      enforcement::store::insert(transaction, d);
    }
  });
}

} // namespace ankao::tests
