// SPDX-License-Identifier: Apache-2.0
#include "registry/store/suspensions.hpp"

#include "base/ensure.hpp"
#include "db/columns.hpp"
#include "db/conditions.hpp"
#include "registry/store/register.hpp"

namespace ankao::registry {
namespace {

Date date_at(const db::Rows& rows, std::size_t i, std::string_view column) {
  const auto date = parse_date(rows.text(i, column));
  ensure(date.has_value(), "a stored date is a date");
  return *date;
}

RecordedSuspension suspension_at(const db::Rows& rows, std::size_t i) {
  RecordedSuspension r;
  r.suspension = {rows.text(i, "id"),          rows.text(i, "subject"), date_at(rows, i, "from_date"),
                  date_at(rows, i, "to_date"), rows.text(i, "clause"),  rows.text(i, "reason")};
  r.subject_name = rows.text(i, "subject_name");
  r.recorded_at = {rows.integer(i, "recorded_at")};
  r.account = rows.text(i, "account");
  r.person = rows.text(i, "person");
  r.role = rows.text(i, "role");
  r.event = rows.integer(i, "event");
  return r;
}

std::vector<RecordedSuspension> suspensions(const db::Rows& rows) {
  std::vector<RecordedSuspension> all;
  for (std::size_t i = 0; i < rows.size(); ++i) all.push_back(suspension_at(rows, i));
  return all;
}

} // namespace

void insert(db::Transaction& transaction, const RecordedSuspension& r) {
  const Suspension& s = r.suspension;
  transaction.insert_many(
      "registry_suspension",
      {"id", "subject", "subject_name", "from_date", "to_date", "clause", "reason", "recorded_at", "account", "person", "role", "event",
       "search"},
      {{s.id, s.subject, r.subject_name, to_string(s.from), to_string(s.to), s.clause, s.reason, r.recorded_at.ms, r.account, r.person,
        r.role, r.event, db::lower_case(s.subject + '\n' + r.subject_name + '\n' + s.clause + '\n' + s.reason)}});
}

std::optional<RecordedSuspension> suspension_with(db::Transaction& transaction, const std::string& id) {
  auto found = suspensions(transaction.query("SELECT * FROM registry_suspension WHERE id = $1", {id}));
  return found.empty() ? std::nullopt : std::optional(std::move(found.front()));
}

void end_on(db::Transaction& transaction, const std::string& id, Date last) {
  transaction.execute("UPDATE registry_suspension SET to_date = $2 WHERE id = $1", {id, to_string(last)});
}

std::vector<Suspension> all_suspensions(db::Transaction& transaction) {
  std::vector<Suspension> all;
  for (RecordedSuspension& one : suspensions(transaction.query("SELECT * FROM registry_suspension WHERE from_date <= to_date ORDER BY id")))
    all.push_back(std::move(one.suspension));
  return all;
}

std::vector<RecordedSuspension> suspensions_of(db::Transaction& transaction, const std::string& subject) {
  return suspensions(transaction.query("SELECT * FROM registry_suspension WHERE subject = $1 ORDER BY from_date, id", {subject}));
}

std::vector<RecordedSuspension> suspensions_between(db::Transaction& transaction, Instant since, Instant until) {
  return suspensions(transaction.query("SELECT * FROM registry_suspension WHERE recorded_at > $1 AND recorded_at <= $2 ORDER BY id", {since.ms, until.ms}));
}

SuspensionsFound find_suspensions(db::Transaction& transaction, const SuspensionFilter& filter) {
  db::Conditions where;
  where.contains("s.search", filter.q);
  where.equals("s.subject", filter.subject);
  if (filter.on) where.add("s.from_date <= ? AND s.to_date >= ?", {to_string(*filter.on), to_string(*filter.on)});
  if (filter.institution)
    where.add("(s.subject = ? OR s.subject IN (SELECT 'site:' || v.id FROM register_version v WHERE v.kind = 'site' AND v.owner = ?))",
              {"institution:" + *filter.institution, *filter.institution});
  if (filter.district)
    where.add("EXISTS (SELECT 1 FROM register_key k WHERE k.key = ? AND k.kind || ':' || k.id = s.subject)",
              {"district:" + *filter.district});
  const std::string from = " FROM registry_suspension s" + where.text();
  SuspensionsFound found;
  found.total = transaction.query("SELECT count(*) AS n" + from, where.values()).integer(0, "n");
  found.items = suspensions(
      transaction.query("SELECT s.*" + from + " ORDER BY " + filter.order + where.page(filter.limit, filter.offset), where.values()));
  return found;
}

} // namespace ankao::registry
