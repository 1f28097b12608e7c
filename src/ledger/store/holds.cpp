// SPDX-License-Identifier: Apache-2.0
#include "ledger/store/holds.hpp"

#include "base/ensure.hpp"

namespace ankao::ledger {
namespace {

Month month_in(const std::string& text) {
  const auto month = parse_month(text);
  ensure(month.has_value(), "a stored month is YYYY-MM");
  return *month;
}

} // namespace

std::vector<Hold> holds(db::Transaction& transaction) {
  const auto rows = transaction.query("SELECT * FROM ledger_hold ORDER BY placed_at DESC, id DESC");
  std::vector<Hold> out;
  for (std::size_t i = 0; i < rows.size(); ++i) {
    Hold hold{rows.text(i, "id"), month_in(rows.text(i, "first_month")), month_in(rows.text(i, "last_month")), rows.text(i, "term"), rows.text(i, "reason"), rows.text(i, "placed_by"),
              Instant{rows.integer(i, "placed_at")}, rows.text(i, "lift_reason"), rows.text(i, "lifted_by"), std::nullopt};
    if (const auto at = rows.maybe_integer(i, "lifted_at")) hold.lifted_at = Instant{*at};
    out.push_back(std::move(hold));
  }
  return out;
}

void insert_hold(db::Transaction& transaction, const Hold& h) {
  transaction.execute("INSERT INTO ledger_hold (id, first_month, last_month, term, reason, placed_by, placed_at, lift_reason, lifted_by) VALUES ($1, $2, $3, $4, $5, $6, $7, '', '')",
                      {h.id, to_string(h.first), to_string(h.last), h.term, h.reason, h.placed_by, h.placed_at.ms});
}

void lift(db::Transaction& transaction, const Hold& h) {
  transaction.execute("UPDATE ledger_hold SET lift_reason = $2, lifted_by = $3, lifted_at = $4 WHERE id = $1", {h.id, h.lift_reason, h.lifted_by, h.lifted_at->ms});
}

} // namespace ankao::ledger
