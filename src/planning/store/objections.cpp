// SPDX-License-Identifier: Apache-2.0
#include "planning/store/objections.hpp"

#include "base/ensure.hpp"
#include "db/conditions.hpp"

namespace ankao::planning {
namespace {

std::optional<Instant> moment(std::int64_t ms) { return ms == 0 ? std::nullopt : std::optional(Instant{ms}); }
std::int64_t ms_of(const std::optional<Instant>& at) { return at ? at->ms : 0; }

Objection objection_in(const db::Rows& rows, std::size_t row) {
  const auto state = objection_state(rows.text(row, "state"));
  const auto month = parse_month(rows.text(row, "month"));
  ensure(state && month, "a stored objection can be read");
  Objection o;
  o.id = rows.text(row, "id");
  o.state = *state;
  o.month = *month;
  o.version = static_cast<int>(rows.integer(row, "version"));
  o.institution = rows.text(row, "institution");
  o.institution_name = rows.text(row, "institution_name");
  o.batch = rows.text(row, "batch");
  o.session = rows.text(row, "session");
  o.by_institution = rows.integer(row, "by_institution") != 0;
  o.text = rows.text(row, "text");
  o.receipt_sm3 = rows.text(row, "receipt_sm3");
  o.at = {rows.integer(row, "at")};
  o.answer = rows.text(row, "answer");
  o.not_before = parse_date(rows.text(row, "not_before"));
  o.first_account = rows.text(row, "first_account");
  o.first_name = rows.text(row, "first_name");
  o.first_at = moment(rows.integer(row, "first_at"));
  o.second_name = rows.text(row, "second_name");
  o.second_at = moment(rows.integer(row, "second_at"));
  o.repaired_in = static_cast<int>(rows.integer(row, "repaired_in"));
  return o;
}

std::vector<Objection> objections_in(const db::Rows& rows) {
  std::vector<Objection> out;
  for (std::size_t row = 0; row < rows.size(); ++row) out.push_back(objection_in(rows, row));
  return out;
}

} // namespace

void put_objection(db::Transaction& transaction, const Objection& o) {
  transaction.execute("DELETE FROM planning_objection WHERE id = $1", {o.id});
  transaction.insert_many("planning_objection",
                          {"id", "state", "month", "version", "institution", "institution_name", "batch", "session", "by_institution", "text", "receipt_sm3", "at", "answer", "not_before",
                           "first_account", "first_name", "first_at", "second_name", "second_at", "repaired_in"},
                          {{o.id, std::string(name_of(o.state)), to_string(o.month), std::int64_t{o.version}, o.institution, o.institution_name, o.batch, o.session,
                            std::int64_t{o.by_institution}, o.text, o.receipt_sm3, o.at.ms, o.answer, o.not_before ? to_string(*o.not_before) : "", o.first_account, o.first_name,
                            ms_of(o.first_at), o.second_name, ms_of(o.second_at), std::int64_t{o.repaired_in}}});
}

std::optional<Objection> find_objection(db::Transaction& transaction, const std::string& id) {
  const auto rows = transaction.query("SELECT * FROM planning_objection WHERE id = $1", {id});
  return rows.empty() ? std::nullopt : std::optional(objection_in(rows, 0));
}

std::optional<Objection> objection_by_receipt(db::Transaction& transaction, const std::string& receipt_sm3) {
  const auto rows = transaction.query("SELECT * FROM planning_objection WHERE receipt_sm3 = $1", {receipt_sm3});
  return rows.empty() ? std::nullopt : std::optional(objection_in(rows, 0));
}

std::vector<Objection> open_repairs(db::Transaction& transaction, Month month) {
  return objections_in(transaction.query("SELECT * FROM planning_objection WHERE month = $1 AND state = 'upheld' AND repaired_in = 0 ORDER BY id", {to_string(month)}));
}

ObjectionList list_objections(db::Transaction& transaction, const ObjectionFilter& filter) {
  db::Conditions where;
  where.equals("state", filter.state).equals("month", filter.month).equals("institution", filter.institution);
  if (filter.own_only) where.add("by_institution = 1");
  where.contains_words("LOWER(id || ' ' || batch || ' ' || institution_name)", filter.q);
  ObjectionList out;
  out.total = transaction.query("SELECT COUNT(*) AS total FROM planning_objection" + where.text(), where.values()).integer(0, "total");
  const std::string sql = "SELECT * FROM planning_objection" + where.text() + " ORDER BY " + filter.order;
  out.items = objections_in(transaction.query(sql + where.page(filter.limit, filter.offset), where.values()));
  return out;
}

void put_moves(db::Transaction& transaction, Month month, int version, const std::vector<Move>& moves) {
  transaction.execute("DELETE FROM planning_move WHERE month = $1 AND version = $2", {to_string(month), std::int64_t{version}});
  std::vector<db::Values> rows;
  for (const Move& m : moves)
    rows.push_back({to_string(month), std::int64_t{version}, static_cast<std::int64_t>(rows.size() + 1), m.batch, m.class_id, m.institution, m.institution_name, m.subject, std::int64_t{m.came},
                    m.date, m.slot, m.site, m.site_name, m.room_name, std::int64_t{m.candidates}, std::int64_t{m.lost}});
  transaction.insert_many("planning_move",
                          {"month", "version", "number", "batch", "class", "institution", "institution_name", "subject", "came", "date", "slot", "site", "site_name", "room_name", "candidates", "lost"},
                          rows);
}

MoveList list_moves(db::Transaction& transaction, Month month, int version, const MoveFilter& filter) {
  db::Conditions where;
  where.add("month = ?", {to_string(month)}).add("version = ?", {std::int64_t{version}}).equals("institution", filter.institution).equals("site", filter.site);
  where.contains_words("LOWER(batch || ' ' || class || ' ' || institution_name || ' ' || site_name)", filter.q);
  MoveList out;
  out.total = transaction.query("SELECT COUNT(*) AS total FROM planning_move" + where.text(), where.values()).integer(0, "total");
  const std::string sql = "SELECT * FROM planning_move" + where.text() + " ORDER BY " + filter.order;
  const auto rows = transaction.query(sql + where.page(filter.limit, filter.offset), where.values());
  for (std::size_t row = 0; row < rows.size(); ++row)
    out.items.push_back({rows.text(row, "batch"), rows.text(row, "class"), rows.text(row, "institution"), rows.text(row, "institution_name"), rows.text(row, "subject"),
                         rows.integer(row, "came") != 0, rows.text(row, "date"), rows.text(row, "slot"), rows.text(row, "site"), rows.text(row, "site_name"), rows.text(row, "room_name"),
                         static_cast<int>(rows.integer(row, "candidates")), rows.integer(row, "lost") != 0});
  return out;
}

} // namespace ankao::planning
