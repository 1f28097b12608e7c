// SPDX-License-Identifier: Apache-2.0
#include "enforcement/service/records.hpp"

#include "base/ensure.hpp"
#include "enforcement/store/decisions.hpp"

namespace ankao::enforcement {

std::vector<Decision> decisions_between(db::Transaction& transaction, const std::string& district, Instant from, Instant before) { return store::in_force(transaction, district, from, before); }

std::vector<CountedDecision> decisions_counted(db::Transaction& transaction, const std::string& district, Instant from, Instant before) {
  const auto rows = transaction.query("SELECT number, subject, name, district, decided_at, kind, amount, person_count FROM decision WHERE state = 'in_force' AND decided_at >= $1 AND decided_at < $2 AND ($3 = '' OR district = $3) "
                                      "ORDER BY decided_at, number",
                                      {from.ms, before.ms, district});
  std::vector<CountedDecision> out;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    const auto kind = kind_of(rows.text(i, "kind"));
    ensure(kind.has_value(), "a stored kind is known");
    out.push_back({"D-" + std::to_string(rows.integer(i, "number")), rows.text(i, "subject"), rows.text(i, "name"), rows.text(i, "district"), {rows.integer(i, "decided_at")}, *kind, rows.integer(i, "amount"), rows.integer(i, "person_count")});
  }
  return out;
}

} // namespace ankao::enforcement
