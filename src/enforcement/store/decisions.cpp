// SPDX-License-Identifier: Apache-2.0
#include "enforcement/store/decisions.hpp"

#include <charconv>

#include "base/ensure.hpp"
#include "db/columns.hpp"
#include "db/conditions.hpp"

namespace ankao::enforcement::store {
namespace {

/// 0 for what is no id of a decision.
std::int64_t number_of(const std::string& id) {
  std::int64_t number = 0;
  if (id.rfind("D-", 0) != 0) return 0;
  const auto read = std::from_chars(id.data() + 2, id.data() + id.size(), number);
  return read.ec == std::errc{} && read.ptr == id.data() + id.size() ? number : 0;
}

Decision read(const db::Rows& rows, std::size_t i) {
  Decision d;
  d.id = "D-" + std::to_string(rows.integer(i, "number"));
  d.draft.subject = rows.text(i, "subject");
  d.draft.ground = rows.text(i, "ground");
  const auto kind = kind_of(rows.text(i, "kind"));
  const auto state = state_of(rows.text(i, "state"));
  ensure(kind && state, "a stored kind and state are known");
  d.draft.kind = *kind;
  d.state = *state;
  d.draft.facts = rows.text(i, "facts");
  d.draft.basis = rows.text(i, "basis");
  d.draft.from = db::day_in(rows, i, "from_day");
  d.draft.to = db::day_in(rows, i, "to_day");
  d.draft.due = db::day_in(rows, i, "due_day");
  d.draft.amount = rows.integer(i, "amount");
  d.draft.persons = db::of_lines(rows.text(i, "persons"));
  d.draft.authority = rows.text(i, "authority");
  d.name = rows.text(i, "name");
  d.district = rows.text(i, "district");
  d.institution = rows.text(i, "institution");
  d.site = rows.text(i, "site");
  d.proposed_by = rows.text(i, "proposed_by");
  d.proposed_name = rows.text(i, "proposed_name");
  d.proposed_at = {rows.integer(i, "proposed_at")};
  d.decided_by = rows.text(i, "decided_by");
  d.decided_name = rows.text(i, "decided_name");
  d.decided_at = db::moment_in(rows, i, "decided_at");
  d.ended_by = rows.text(i, "ended_by");
  d.ended_name = rows.text(i, "ended_name");
  d.ended_at = db::moment_in(rows, i, "ended_at");
  d.reason = rows.text(i, "reason");
  d.effect = rows.text(i, "effect");
  d.barred_until = db::day_in(rows, i, "barred_until");
  return d;
}

std::vector<Decision> all(const db::Rows& rows) {
  std::vector<Decision> out;
  for (std::size_t i = 0; i < rows.size(); ++i) out.push_back(read(rows, i));
  return out;
}

/// may_see of rules/scope as a condition.
void narrow(db::Conditions& where, const Viewer& viewer) {
  if (viewer.kind == "city") return;
  if (viewer.kind == "district")
    where.add("district = ?", {viewer.id});
  else
    where.add((viewer.kind == "institution" ? "institution" : "site") + std::string(" = ? AND state IN ('in_force', 'annulled')"), {viewer.id.empty() ? "-" : viewer.id});
}

} // namespace

std::int64_t next_number(db::Transaction& transaction) {
  return transaction.query("INSERT INTO decision_count (name, n) VALUES ('decision', 1) ON CONFLICT (name) DO UPDATE SET n = decision_count.n + 1 RETURNING n").integer(0, "n");
}

void insert(db::Transaction& transaction, const Decision& d) {
  const std::int64_t number = number_of(d.id);
  transaction.insert_many("decision",
                          {"number", "subject", "name", "district", "institution", "site", "ground", "kind", "facts", "basis", "from_day", "to_day", "due_day", "amount", "persons", "person_count", "authority", "state", "proposed_by",
                           "proposed_name", "proposed_at", "decided_by", "decided_name", "decided_at", "ended_by", "ended_name", "ended_at", "reason", "effect", "barred_until", "search"},
                          {{number, d.draft.subject, d.name, d.district, d.institution, d.site, d.draft.ground, std::string(name_of(d.draft.kind)), d.draft.facts, d.draft.basis, db::day(d.draft.from), db::day(d.draft.to), db::day(d.draft.due),
                            d.draft.amount, db::lines(d.draft.persons), static_cast<std::int64_t>(d.draft.persons.size()), d.draft.authority, std::string(name_of(d.state)), d.proposed_by, d.proposed_name, d.proposed_at.ms, d.decided_by,
                            d.decided_name, db::moment(d.decided_at), d.ended_by, d.ended_name, db::moment(d.ended_at), d.reason, d.effect, db::day(d.barred_until), db::lower_case(d.id + "\n" + d.name + "\n" + d.draft.subject + "\n" + d.draft.facts)}});
  std::vector<db::Values> basis;
  for (const auto* records : {&d.draft.problems, &d.draft.visits})
    for (const std::string& one : *records) basis.push_back({one, number, static_cast<std::int64_t>(basis.size())});
  if (!basis.empty()) transaction.insert_many("decision_basis", {"record", "decision", "place"}, basis);
}

void update(db::Transaction& transaction, const Decision& d) {
  transaction.execute("UPDATE decision SET state = $2, decided_by = $3, decided_name = $4, decided_at = $5, ended_by = $6, ended_name = $7, ended_at = $8, reason = $9, effect = $10, barred_until = $11 WHERE number = $1",
                      {number_of(d.id), std::string(name_of(d.state)), d.decided_by, d.decided_name, db::moment(d.decided_at), d.ended_by, d.ended_name, db::moment(d.ended_at), d.reason, d.effect, db::day(d.barred_until)});
}

std::optional<Decision> decision(db::Transaction& transaction, const std::string& id) {
  const auto rows = transaction.query("SELECT * FROM decision WHERE number = $1", {number_of(id)});
  if (rows.empty()) return std::nullopt;
  Decision out = read(rows, 0);
  const auto basis = transaction.query("SELECT record FROM decision_basis WHERE decision = $1 ORDER BY place", {number_of(id)});
  for (std::size_t i = 0; i < basis.size(); ++i) {
    const std::string& record = basis.text(i, "record");
    (record.rfind("Q-", 0) == 0 ? out.draft.problems : out.draft.visits).push_back(record);
  }
  return out;
}

std::vector<Decision> resting_on(db::Transaction& transaction, const std::string& record) {
  return all(transaction.query("SELECT d.* FROM decision d JOIN decision_basis b ON b.decision = d.number WHERE b.record = $1 ORDER BY d.number", {record}));
}

Found decisions(db::Transaction& transaction, const Filter& filter) {
  db::Conditions where;
  narrow(where, filter.viewer);
  where.contains("search", filter.q);
  where.equals("district", filter.district);
  where.equals("kind", filter.kind);
  where.equals("ground", filter.ground);
  where.equals("state", filter.state);
  where.equals("subject", filter.subject);
  const std::string from = " FROM decision" + where.text();
  Found out;
  out.total = transaction.query("SELECT COUNT(*) AS n" + from, where.values()).integer(0, "n");
  const std::string order = " ORDER BY " + (filter.order.empty() ? "number DESC" : filter.order);
  out.rows = all(transaction.query("SELECT *" + from + order + where.page(filter.limit, filter.offset), where.values()));
  return out;
}

std::vector<Decision> in_force(db::Transaction& transaction, const std::string& district, Instant from, Instant before) {
  return all(transaction.query("SELECT * FROM decision WHERE state = 'in_force' AND decided_at >= $1 AND decided_at < $2 AND ($3 = '' OR district = $3) ORDER BY decided_at, number", {from.ms, before.ms, district}));
}

} // namespace ankao::enforcement::store
