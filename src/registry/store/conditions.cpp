// SPDX-License-Identifier: Apache-2.0
#include "registry/store/conditions.hpp"

#include <charconv>

#include "base/ensure.hpp"
#include "db/columns.hpp"
#include "registry/store/condition_rows.hpp"
#include "registry/store/register.hpp"

namespace ankao::registry {
namespace {

Sheet head_at(const db::Rows& rows, std::size_t i) {
  Sheet out;
  out.number = rows.integer(i, "number");
  out.place.id = rows.text(i, "place");
  out.place.name = rows.text(i, "name");
  out.place.district = rows.text(i, "district");
  out.place.institution = rows.text(i, "institution");
  out.place.site = rows.text(i, "site");
  const auto state = sheet_state_of(rows.text(i, "state"));
  const auto from = parse_date(rows.text(i, "valid_from"));
  ensure(state && from, "a stored sheet has a state and a day");
  out.state = *state;
  out.valid_from = *from;
  out.declared_at = {rows.integer(i, "declared_at")};
  out.account = rows.text(i, "account");
  out.person = rows.text(i, "person");
  out.role = rows.text(i, "role");
  if (const auto at = rows.maybe_integer(i, "decided_at")) out.decided_at = Instant{*at};
  out.decided_by = rows.text(i, "decided_by");
  out.decided_name = rows.text(i, "decided_name");
  out.reason = rows.text(i, "reason");
  return out;
}

void read_lines(db::Transaction& transaction, Sheet& sheet) {
  const auto values = transaction.query("SELECT * FROM condition_value WHERE sheet = $1 ORDER BY line", {sheet.number});
  for (std::size_t i = 0; i < values.size(); ++i)
    sheet.values.push_back({values.text(i, "condition"), values.integer(i, "number"), db::day_in(values, i, "from_day"), db::day_in(values, i, "until_day"), values.text(i, "note"), db::of_lines(values.text(i, "evidence"))});
  const auto persons = transaction.query("SELECT * FROM condition_person WHERE sheet = $1 ORDER BY line", {sheet.number});
  for (std::size_t i = 0; i < persons.size(); ++i) sheet.staff.push_back(condition_rows::person_at(persons, i));
}

std::optional<Sheet> first_of(db::Transaction& transaction, const db::Rows& rows) {
  if (rows.empty()) return std::nullopt;
  Sheet out = head_at(rows, 0);
  read_lines(transaction, out);
  return out;
}

} // namespace

std::int64_t next_sheet(db::Transaction& transaction) { return next_number(transaction, "condition_sheet"); }

void insert(db::Transaction& transaction, const Sheet& s) {
  transaction.insert_many("condition_sheet", {"number", "place", "name", "district", "institution", "site", "state", "valid_from", "declared_at", "account", "person", "role", "decided_at", "decided_by", "decided_name", "reason"},
                          {{s.number, s.place.id, s.place.name, s.place.district, s.place.institution, s.place.site, std::string(name_of(s.state)), to_string(s.valid_from), s.declared_at.ms, s.account, s.person, s.role,
                            s.decided_at ? db::Value(s.decided_at->ms) : db::Value(db::Null{}), s.decided_by, s.decided_name, s.reason}});
  std::vector<db::Values> values, persons;
  for (const Stated& one : s.values)
    values.push_back({s.number, static_cast<std::int64_t>(values.size()), one.condition, one.number, db::day(one.from), db::day(one.until), one.note, db::lines(one.evidence)});
  for (const StaffRow& row : s.staff)
    persons.push_back({s.number, static_cast<std::int64_t>(persons.size()), row.name, row.post, std::int64_t{row.full_time ? 1 : 0}, std::int64_t{row.born}, row.education, row.title, row.certificate, row.number, db::day(row.until),
                       db::lines(row.projects), std::int64_t{row.years}, std::int64_t{row.insured}, db::lower_case(row.name + '\n' + row.number)});
  if (!values.empty()) transaction.insert_many("condition_value", {"sheet", "line", "condition", "number", "from_day", "until_day", "note", "evidence"}, values);
  if (!persons.empty())
    transaction.insert_many("condition_person", {"sheet", "line", "name", "post", "full_time", "born", "education", "title", "certificate", "number", "until_day", "projects", "years", "insured", "search"}, persons);
}

void decide_sheet(db::Transaction& transaction, const Sheet& s) {
  ensure(s.decided_at.has_value(), "a decision has its moment");
  transaction.execute("UPDATE condition_sheet SET state = $2, decided_at = $3, decided_by = $4, decided_name = $5, reason = $6 WHERE number = $1",
                      {s.number, std::string(name_of(s.state)), s.decided_at->ms, s.decided_by, s.decided_name, s.reason});
}

void keep_standing(db::Transaction& transaction, const std::string& place, const ConditionStanding& standing) {
  transaction.execute("INSERT INTO condition_standing (place, confirmed, declared, shown, newest, state, below, ends) "
                      "SELECT $1, CAST($2 AS BIGINT), CAST($3 AS BIGINT), COALESCE(CAST($2 AS BIGINT), CAST($3 AS BIGINT), MAX(number)), MAX(number), CAST($4 AS TEXT), CAST($5 AS BIGINT), CAST($6 AS TEXT) FROM condition_sheet WHERE place = $1 "
                      "ON CONFLICT (place) DO UPDATE SET confirmed = excluded.confirmed, declared = excluded.declared, shown = excluded.shown, newest = excluded.newest, state = excluded.state, below = excluded.below, ends = excluded.ends",
                      {place, db::nullable(standing.confirmed), db::nullable(standing.declared), std::string(name_of(standing.state)), std::int64_t{standing.below}, db::day(standing.ends)});
}

std::optional<ConditionStanding> standing_of(db::Transaction& transaction, const std::string& place) {
  const auto rows = transaction.query("SELECT * FROM condition_standing WHERE place = $1", {place});
  if (rows.empty()) return std::nullopt;
  return condition_rows::standing_at(rows, 0);
}

std::optional<Sheet> sheet(db::Transaction& transaction, std::int64_t number) { return first_of(transaction, transaction.query("SELECT * FROM condition_sheet WHERE number = $1", {number})); }

std::optional<Sheet> sheet(db::Transaction& transaction, const std::string& id) {
  std::int64_t number = 0;
  if (id.rfind("CS-", 0) != 0) return std::nullopt;
  const auto read = std::from_chars(id.data() + 3, id.data() + id.size(), number);
  return read.ec == std::errc{} && read.ptr == id.data() + id.size() ? sheet(transaction, number) : std::nullopt;
}

std::vector<Sheet> sheets_of(db::Transaction& transaction, const std::string& place) {
  const auto rows = transaction.query("SELECT * FROM condition_sheet WHERE place = $1 ORDER BY declared_at DESC, number DESC", {place});
  std::vector<Sheet> out;
  for (std::size_t i = 0; i < rows.size(); ++i) out.push_back(head_at(rows, i));
  return out;
}

std::optional<Sheet> confirmed_on(db::Transaction& transaction, const std::string& place, Date day) {
  return first_of(transaction, transaction.query("SELECT * FROM condition_sheet WHERE place = $1 AND state = 'confirmed' AND decided_at < $2 AND valid_from <= $3 ORDER BY declared_at DESC, number DESC LIMIT 1",
                                                 {place, start_of(day + 1).ms, to_string(day)}));
}

std::optional<Sheet> declared_on(db::Transaction& transaction, const std::string& place, Date day) {
  return first_of(transaction, transaction.query("SELECT * FROM condition_sheet WHERE place = $1 AND declared_at < $2 AND (decided_at IS NULL OR decided_at >= $2) AND valid_from <= $3 ORDER BY declared_at DESC, number DESC LIMIT 1",
                                                 {place, start_of(day + 1).ms, to_string(day)}));
}

std::vector<std::int64_t> ending_between(db::Transaction& transaction, Date first, Date last) {
  const auto rows = transaction.query("SELECT DISTINCT c.confirmed AS number FROM condition_standing c JOIN condition_value v ON v.sheet = c.confirmed WHERE v.until_day >= $1 AND v.until_day <= $2 "
                                      "UNION SELECT DISTINCT c.confirmed AS number FROM condition_standing c JOIN condition_person p ON p.sheet = c.confirmed WHERE p.until_day >= $1 AND p.until_day <= $2 ORDER BY number",
                                      {to_string(first), to_string(last)});
  std::vector<std::int64_t> out;
  for (std::size_t i = 0; i < rows.size(); ++i) out.push_back(rows.integer(i, "number"));
  return out;
}

namespace condition_rows {

StaffRow person_at(const db::Rows& rows, std::size_t i) {
  StaffRow row;
  row.name = rows.text(i, "name");
  row.post = rows.text(i, "post");
  row.full_time = rows.integer(i, "full_time") != 0;
  row.born = static_cast<int>(rows.integer(i, "born"));
  row.education = rows.text(i, "education");
  row.title = rows.text(i, "title");
  row.certificate = rows.text(i, "certificate");
  row.number = rows.text(i, "number");
  row.until = db::day_in(rows, i, "until_day");
  row.projects = db::of_lines(rows.text(i, "projects"));
  row.years = static_cast<int>(rows.integer(i, "years"));
  row.insured = static_cast<int>(rows.integer(i, "insured"));
  return row;
}

ConditionStanding standing_at(const db::Rows& rows, std::size_t i) {
  ConditionStanding out;
  out.confirmed = rows.maybe_integer(i, "confirmed");
  out.declared = rows.maybe_integer(i, "declared");
  out.state = sheet_state_of(rows.text(i, "state")).value_or(SheetState::Declared);
  out.below = static_cast<int>(rows.integer(i, "below"));
  out.ends = db::day_in(rows, i, "ends");
  return out;
}

} // namespace condition_rows
} // namespace ankao::registry
