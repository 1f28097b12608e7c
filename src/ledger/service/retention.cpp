// SPDX-License-Identifier: Apache-2.0
#include "ledger/service/retention.hpp"

#include <algorithm>

#include "base/sm3.hpp"
#include "db/use_case.hpp"
#include "ledger/rules/retention.hpp"
#include "ledger/service/ledger.hpp"
#include "ledger/store/holds.hpp"

namespace ankao::ledger {
namespace {

constexpr std::string_view k_blank = " \t\r\n";

const Term* find_term(const std::vector<Term>& terms, const std::string& id) {
  const auto found = std::find_if(terms.begin(), terms.end(), [&](const Term& term) { return term.id == id; });
  return found == terms.end() ? nullptr : &*found;
}

/// Both languages: a problem is told in either.
std::string name_of(const Term& term) { return term.zh + " · " + term.en; }

Problem no_such_term(const std::string& id) { return problem("ledger.no_such_term", {{"value", id}}, "term"); }

Result<void> may_go(db::Transaction& transaction, const Term& term, Month month, Date today) {
  const auto from = expires_on(term, month);
  if (!from) return problem("ledger.kept_always", {{"term", name_of(term)}, {"clause", term.clause}});
  if (today < *from)
    return problem("ledger.kept_until", {{"month", to_string(month)}, {"term", name_of(term)}, {"clause", term.clause}, {"years", std::to_string(*term.years)}, {"until", to_string(*from)}});
  for (const Hold& hold : holds(transaction))
    if (covers(hold, month, term.id)) return problem("ledger.held", {{"month", to_string(month)}, {"hold", hold.id}, {"reason", hold.reason}});
  return {};
}

std::vector<std::int64_t> numbers_of(db::Transaction& transaction, const std::vector<Term>& terms, const Term& term, Month month) {
  const auto rows = transaction.query("SELECT number, subject FROM ledger_event WHERE at >= $1 AND at < $2 ORDER BY number",
                                      {start_of(month.first()).ms, start_of(month.next().first()).ms});
  std::vector<std::int64_t> out;
  for (std::size_t i = 0; i < rows.size(); ++i)
    if (&term_of(terms, rows.text(i, "subject")) == &term) out.push_back(rows.integer(i, "number"));
  return out;
}

Shard remove_payload(db::Transaction& transaction, Shard shard, const std::string& clause, const Actor& actor, Instant now) {
  for (const auto& [first, last] : shard.ranges()) transaction.execute("DELETE FROM ledger_event WHERE number BETWEEN $1 AND $2", {first, last});
  shard.event = append(transaction, {actor, now, k_expire_action, "ledger_shard:" + shard.month + ":" + shard.term, "", shard.digest(), clause, ""});
  insert_shard(transaction, shard);
  return shard;
}

std::string digest_of(const Hold& hold) {
  return to_hex(sm3(hold.id + "\n" + to_string(hold.first) + "\n" + to_string(hold.last) + "\n" + hold.term + "\n" + hold.reason + "\n" + hold.lift_reason + "\n"));
}

bool blank(const std::string& text) { return text.find_first_not_of(k_blank) == std::string::npos; }

} // namespace

Result<Shard> expire(db::Database& database, const std::vector<Term>& terms, Month month, const std::string& id, const Actor& actor, Instant now) {
  const Term* term = find_term(terms, id);
  if (term == nullptr) return no_such_term(id);
  return db::decide(database, [&](db::Transaction& transaction) -> Result<Shard> {
    if (const auto may = may_go(transaction, *term, month, date_of(now)); !may.ok()) return may.problem();
    const auto gone = expired_shards(transaction);
    const auto same = std::find_if(gone.begin(), gone.end(), [&](const Shard& one) { return one.month == to_string(month) && one.term == id; });
    if (same != gone.end()) return *same;
    const auto numbers = numbers_of(transaction, terms, *term, month);
    if (numbers.empty()) return problem("ledger.shard_empty", {{"month", to_string(month)}, {"term", name_of(*term)}});
    return remove_payload(transaction, {to_string(month), id, now, 0, static_cast<std::int64_t>(numbers.size()), compact(numbers)}, term->clause, actor, now);
  });
}

std::optional<Month> oldest_month(db::Transaction& transaction) {
  const auto at = transaction.query("SELECT MIN(at) AS at FROM ledger_event").maybe_integer(0, "at");
  return at ? std::optional(month_of(date_of(Instant{*at}))) : std::nullopt;
}

int expire_due(db::Database& database, const std::vector<Term>& terms, const Actor& actor, Instant now) {
  const auto oldest = db::look(database, [](db::Transaction& transaction) { return oldest_month(transaction); });
  int gone = 0;
  const Date today = date_of(now);
  for (const Term& term : terms)
    for (Month month = oldest.value_or(month_of(today)); expires_on(term, month).value_or(today + 1) <= today; month = month.next()) {
      const bool done = db::look(database, [&](db::Transaction& transaction) {
        const auto shards = expired_shards(transaction);
        return std::any_of(shards.begin(), shards.end(), [&](const Shard& one) { return one.month == to_string(month) && one.term == term.id; });
      });
      if (!done && expire(database, terms, month, term.id, actor, now).ok()) ++gone;
    }
  return gone;
}

Result<Hold> place_hold(db::Database& database, const std::vector<Term>& terms, const HoldForm& form, const Actor& actor, Instant now) {
  if (blank(form.reason)) return problem("ledger.reason_missing", {}, "reason");
  if (form.last < form.first) return problem("ledger.months_reversed", {{"first", to_string(form.first)}, {"last", to_string(form.last)}}, "last");
  if (!form.term.empty() && find_term(terms, form.term) == nullptr) return no_such_term(form.term);
  return db::decide(database, [&](db::Transaction& transaction) -> Result<Hold> {
    Hold hold{"H" + std::to_string(holds(transaction).size() + 1), form.first, form.last, form.term, form.reason, actor.account, now, "", "", std::nullopt};
    insert_hold(transaction, hold);
    append(transaction, {actor, now, "hold.place", "ledger_hold:" + hold.id, "", digest_of(hold), "P-2.4f", form.reason});
    return hold;
  });
}

Result<Hold> lift_hold(db::Database& database, const std::string& id, const std::string& reason, const Actor& actor, Instant now) {
  if (blank(reason)) return problem("ledger.reason_missing", {}, "reason");
  return db::decide(database, [&](db::Transaction& transaction) -> Result<Hold> {
    const auto all = holds(transaction);
    const auto found = std::find_if(all.begin(), all.end(), [&](const Hold& one) { return one.id == id; });
    if (found == all.end()) return problem("ledger.no_such_hold", {{"value", id}}, "id");
    if (found->lifted_at) return problem("ledger.hold_lifted", {{"hold", id}, {"at", to_string(date_of(*found->lifted_at))}}, "id");
    Hold lifted = *found;
    lifted.lift_reason = reason;
    lifted.lifted_by = actor.account;
    lifted.lifted_at = now;
    lift(transaction, lifted);
    append(transaction, {actor, now, "hold.lift", "ledger_hold:" + id, digest_of(*found), digest_of(lifted), "P-2.4f", reason});
    return lifted;
  });
}

} // namespace ankao::ledger
