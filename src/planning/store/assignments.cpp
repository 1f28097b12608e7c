// SPDX-License-Identifier: Apache-2.0
#include "planning/store/assignments.hpp"

#include "base/ensure.hpp"

namespace ankao::planning {
namespace {

Assignment assignment_in(const db::Rows& rows, std::size_t row) {
  const auto month = parse_month(rows.text(row, "month"));
  ensure(month.has_value(), "a stored month is a month");
  Assignment one;
  one.id = rows.text(row, "id");
  one.month = *month;
  one.session = rows.text(row, "session");
  one.date = rows.text(row, "date");
  one.slot = rows.text(row, "slot");
  one.account = rows.text(row, "account");
  one.name = rows.text(row, "name");
  one.made_name = rows.text(row, "made_name");
  one.made_at = {rows.integer(row, "made_at")};
  one.ended_name = rows.text(row, "ended_name");
  one.end_reason = rows.text(row, "end_reason");
  if (const auto at = rows.maybe_integer(row, "ended_at")) one.ended_at = Instant{*at};
  return one;
}

Interest interest_in(const db::Rows& rows, std::size_t row) {
  Interest one;
  one.id = rows.text(row, "id");
  one.account = rows.text(row, "account");
  one.name = rows.text(row, "name");
  one.institution = rows.text(row, "institution");
  one.institution_name = rows.text(row, "institution_name");
  one.text = rows.text(row, "body");
  one.declared_name = rows.text(row, "declared_name");
  one.declared_at = {rows.integer(row, "declared_at")};
  one.ended_name = rows.text(row, "ended_name");
  one.end_reason = rows.text(row, "end_reason");
  if (const auto at = rows.maybe_integer(row, "ended_at")) one.ended_at = Instant{*at};
  return one;
}

template <class T>
std::vector<T> all_in(const db::Rows& rows, T (*read)(const db::Rows&, std::size_t)) {
  std::vector<T> all;
  for (std::size_t row = 0; row < rows.size(); ++row) all.push_back(read(rows, row));
  return all;
}

template <class T>
std::optional<T> first(std::vector<T> all) {
  return all.empty() ? std::nullopt : std::optional(std::move(all.front()));
}

} // namespace

void insert_assignment(db::Transaction& transaction, const Assignment& a) {
  transaction.insert_many("planning_assignment", {"id", "month", "session", "date", "slot", "account", "name", "made_name", "made_at", "ended_name", "end_reason", "ended_at"},
                          {{a.id, to_string(a.month), a.session, a.date, a.slot, a.account, a.name, a.made_name, a.made_at.ms, a.ended_name, a.end_reason, db::Null{}}});
}

void end_assignment(db::Transaction& transaction, const Assignment& a) {
  transaction.execute("UPDATE planning_assignment SET ended_name = $1, end_reason = $2, ended_at = $3 WHERE id = $4", {a.ended_name, a.end_reason, a.ended_at->ms, a.id});
}

std::optional<Assignment> find_assignment(db::Transaction& transaction, const std::string& id) {
  return first(all_in(transaction.query("SELECT * FROM planning_assignment WHERE id = $1", {id}), assignment_in));
}

std::vector<Assignment> live_assignments(db::Transaction& transaction, Month month) {
  return all_in(transaction.query("SELECT * FROM planning_assignment WHERE month = $1 AND ended_at IS NULL ORDER BY id", {to_string(month)}), assignment_in);
}

std::set<std::string> sessions_assigned(db::Transaction& transaction, const std::string& account, Month month) {
  const auto rows = transaction.query("SELECT session FROM planning_assignment WHERE account = $1 AND month = $2 AND ended_at IS NULL", {account, to_string(month)});
  std::set<std::string> all;
  for (std::size_t row = 0; row < rows.size(); ++row) all.insert(rows.text(row, "session"));
  return all;
}

void insert_interest(db::Transaction& transaction, const Interest& i) {
  transaction.insert_many("planning_interest", {"id", "account", "name", "institution", "institution_name", "body", "declared_name", "declared_at", "ended_name", "end_reason", "ended_at"},
                          {{i.id, i.account, i.name, i.institution, i.institution_name, i.text, i.declared_name, i.declared_at.ms, i.ended_name, i.end_reason, db::Null{}}});
}

void end_interest(db::Transaction& transaction, const Interest& i) {
  transaction.execute("UPDATE planning_interest SET ended_name = $1, end_reason = $2, ended_at = $3 WHERE id = $4", {i.ended_name, i.end_reason, i.ended_at->ms, i.id});
}

std::optional<Interest> find_interest(db::Transaction& transaction, const std::string& id) {
  return first(all_in(transaction.query("SELECT * FROM planning_interest WHERE id = $1", {id}), interest_in));
}

std::vector<Interest> live_interests(db::Transaction& transaction, const std::string& account) {
  if (account.empty()) return all_in(transaction.query("SELECT * FROM planning_interest WHERE ended_at IS NULL ORDER BY name, institution_name, id"), interest_in);
  return all_in(transaction.query("SELECT * FROM planning_interest WHERE ended_at IS NULL AND account = $1 ORDER BY name, institution_name, id", {account}), interest_in);
}

} // namespace ankao::planning
