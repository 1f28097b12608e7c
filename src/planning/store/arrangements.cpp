// SPDX-License-Identifier: Apache-2.0
#include "planning/store/arrangements.hpp"

#include "base/ensure.hpp"
#include "db/columns.hpp"
#include "db/conditions.hpp"

namespace ankao::planning {
namespace {

Arrangement arrangement_in(const db::Rows& rows, std::size_t row) {
  const auto kind = arrangement_kind(rows.text(row, "kind"));
  ensure(kind.has_value(), "a stored arrangement has a kind");
  Arrangement one;
  one.id = rows.text(row, "id");
  one.kind = *kind;
  one.booking = rows.text(row, "booking");
  one.institution = rows.text(row, "institution");
  one.institution_name = rows.text(row, "institution_name");
  one.subject = rows.text(row, "subject");
  one.candidates = static_cast<int>(rows.integer(row, "candidates"));
  one.party = rows.text(row, "party");
  one.authority = rows.text(row, "authority");
  one.evidence = rows.text(row, "evidence");
  one.held_from = rows.text(row, "held_from");
  one.held_until = rows.text(row, "held_until");
  one.reason = rows.text(row, "reason");
  one.recorded_by = rows.text(row, "recorded_by");
  one.recorded_name = rows.text(row, "recorded_name");
  one.recorded_at = {rows.integer(row, "recorded_at")};
  one.ended_name = rows.text(row, "ended_name");
  one.end_reason = rows.text(row, "end_reason");
  if (const auto at = rows.maybe_integer(row, "ended_at")) one.ended_at = Instant{*at};
  return one;
}

std::optional<Arrangement> only(const db::Rows& rows) { return rows.empty() ? std::nullopt : std::optional(arrangement_in(rows, 0)); }

} // namespace

void insert_arrangement(db::Transaction& transaction, const Arrangement& a) {
  transaction.insert_many("planning_arrangement",
                          {"id", "kind", "booking", "institution", "institution_name", "subject", "candidates", "party", "authority", "evidence", "reason", "recorded_by", "recorded_name", "recorded_at", "ended_name", "end_reason", "ended_at", "search", "held_from", "held_until"},
                          {{a.id, std::string(name_of(a.kind)), a.booking, a.institution, a.institution_name, a.subject, std::int64_t{a.candidates}, a.party, a.authority, a.evidence, a.reason, a.recorded_by, a.recorded_name,
                            a.recorded_at.ms, a.ended_name, a.end_reason, db::Null{}, db::lower_case(a.id + " " + a.booking + " " + a.institution_name + " " + a.party + " " + a.evidence), a.held_from, a.held_until}});
}

bool end_arrangement(db::Transaction& transaction, const Arrangement& a) {
  return transaction.execute("UPDATE planning_arrangement SET ended_name = $1, end_reason = $2, ended_at = $3 WHERE id = $4 AND ended_at IS NULL", {a.ended_name, a.end_reason, a.ended_at->ms, a.id}) == 1;
}

std::optional<Arrangement> find_arrangement(db::Transaction& transaction, const std::string& id) { return only(transaction.query("SELECT * FROM planning_arrangement WHERE id = $1", {id})); }

std::optional<Arrangement> live_arrangement(db::Transaction& transaction, ArrangementKind kind, const std::string& booking) {
  return only(transaction.query("SELECT * FROM planning_arrangement WHERE kind = $1 AND booking = $2 AND ended_at IS NULL", {std::string(name_of(kind)), booking}));
}

ArrangementList list_arrangements(db::Transaction& transaction, const ArrangementFilter& filter) {
  db::Conditions where;
  where.equals("kind", filter.kind).equals("institution", filter.institution).equals("subject", filter.subject).contains_words("search", filter.q);
  if (filter.live) where.add(*filter.live ? "ended_at IS NULL" : "ended_at IS NOT NULL");
  ArrangementList list;
  const auto sums = transaction.query("SELECT COUNT(*) AS total, CAST(COALESCE(SUM(candidates), 0) AS BIGINT) AS candidates FROM planning_arrangement" + where.text(), where.values());
  list.total = sums.integer(0, "total");
  list.candidates = sums.integer(0, "candidates");
  const std::string begin = "SELECT * FROM planning_arrangement" + where.text() + " ORDER BY " + filter.order;
  const std::string window = where.page(filter.limit, filter.offset);
  const auto rows = transaction.query(begin + window, where.values());
  for (std::size_t row = 0; row < rows.size(); ++row) list.items.push_back(arrangement_in(rows, row));
  return list;
}

std::set<std::string> arranged_bookings(db::Transaction& transaction, ArrangementKind kind) {
  const auto rows = transaction.query("SELECT booking FROM planning_arrangement WHERE kind = $1 AND ended_at IS NULL ORDER BY booking", {std::string(name_of(kind))});
  std::set<std::string> all;
  for (std::size_t row = 0; row < rows.size(); ++row) all.insert(rows.text(row, "booking"));
  return all;
}

} // namespace ankao::planning
