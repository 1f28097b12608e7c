// SPDX-License-Identifier: Apache-2.0
#include "planning/store/failures.hpp"

#include <sstream>

#include "base/ensure.hpp"
#include "db/conditions.hpp"

namespace ankao::planning {
namespace {

std::optional<Instant> moment(std::int64_t ms) { return ms == 0 ? std::nullopt : std::optional(Instant{ms}); }
std::int64_t ms_of(const std::optional<Instant>& at) { return at ? at->ms : 0; }

Failure failure_in(const db::Rows& rows, std::size_t row) {
  const auto kind = failure_kind(rows.text(row, "kind"));
  const auto state = failure_state(rows.text(row, "state"));
  const auto month = parse_month(rows.text(row, "month"));
  const auto day = parse_date(rows.text(row, "day"));
  ensure(kind && state && month && day, "a stored failure can be read");
  return {rows.text(row, "id"),
          *kind,
          *state,
          rows.text(row, "site"),
          rows.text(row, "site_name"),
          rows.text(row, "owner"),
          rows.text(row, "district"),
          *month,
          static_cast<int>(rows.integer(row, "version")),
          split(rows.text(row, "sessions")),
          *day,
          rows.text(row, "explanation"),
          {rows.integer(row, "recorded_at")},
          rows.text(row, "recorded_account"),
          rows.text(row, "recorded_name"),
          rows.text(row, "recorded_role"),
          moment(rows.integer(row, "decided_at")),
          rows.text(row, "decided_name"),
          rows.text(row, "decided_role"),
          rows.text(row, "reason")};
}

Ending ending_in(const db::Rows& rows, std::size_t row) {
  const auto state = ending_state(rows.text(row, "state"));
  ensure(state.has_value(), "a stored ending has a state");
  return {rows.text(row, "id"),
          *state,
          rows.text(row, "site"),
          rows.text(row, "site_name"),
          rows.text(row, "owner"),
          rows.text(row, "district"),
          static_cast<int>(rows.integer(row, "year")),
          split(rows.text(row, "failures")),
          {rows.integer(row, "proposed_at")},
          parse_date(rows.text(row, "effective")),
          rows.integer(row, "ban") != 0,
          rows.text(row, "reason"),
          rows.text(row, "first_account"),
          rows.text(row, "first_name"),
          moment(rows.integer(row, "first_at")),
          rows.text(row, "second_account"),
          rows.text(row, "second_name"),
          moment(rows.integer(row, "second_at"))};
}

std::vector<Failure> failures_in(const db::Rows& rows) {
  std::vector<Failure> out;
  for (std::size_t row = 0; row < rows.size(); ++row) out.push_back(failure_in(rows, row));
  return out;
}

} // namespace

std::string joined(const std::vector<std::string>& ids) {
  std::string text;
  for (const auto& id : ids) text += (text.empty() ? "" : " ") + id;
  return text;
}

std::vector<std::string> split(const std::string& text) {
  std::istringstream stream(text);
  std::vector<std::string> out;
  for (std::string word; stream >> word;) out.push_back(word);
  return out;
}

void put_failure(db::Transaction& transaction, const Failure& f) {
  transaction.execute("DELETE FROM planning_failure WHERE id = $1", {f.id});
  transaction.insert_many("planning_failure",
                          {"id", "kind", "state", "site", "site_name", "owner", "district", "month", "version", "sessions", "day", "year", "explanation", "recorded_at", "recorded_account",
                           "recorded_name", "recorded_role", "decided_at", "decided_name", "decided_role", "reason"},
                          {{f.id, std::string(name_of(f.kind)), std::string(name_of(f.state)), f.site, f.site_name, f.owner, f.district, to_string(f.month), std::int64_t{f.version},
                            joined(f.sessions), to_string(f.day), std::int64_t{f.day.year()}, f.explanation, f.recorded_at.ms, f.recorded_account, f.recorded_name, f.recorded_role,
                            ms_of(f.decided_at), f.decided_name, f.decided_role, f.reason}});
}

std::optional<Failure> find_failure(db::Transaction& transaction, const std::string& id) {
  const auto rows = transaction.query("SELECT * FROM planning_failure WHERE id = $1", {id});
  return rows.empty() ? std::nullopt : std::optional(failure_in(rows, 0));
}

std::vector<Failure> verified_failures(db::Transaction& transaction, const std::string& site, int year) {
  return failures_in(transaction.query("SELECT * FROM planning_failure WHERE site = $1 AND year = $2 AND state = 'verified' ORDER BY id", {site, std::int64_t{year}}));
}

std::vector<Failure> failures_of(db::Transaction& transaction, Month month) {
  return failures_in(transaction.query("SELECT * FROM planning_failure WHERE month = $1 AND state <> 'withdrawn' ORDER BY id", {to_string(month)}));
}

FailureList list_failures(db::Transaction& transaction, const FailureFilter& filter) {
  db::Conditions where;
  where.equals("state", filter.state).equals("kind", filter.kind).equals("district", filter.district).equals("owner", filter.owner).equals("site", filter.site).equals("month", filter.month);
  where.contains_words("LOWER(id || ' ' || site || ' ' || site_name)", filter.q);
  if (filter.year != 0) where.add("year = ?", {std::int64_t{filter.year}});
  FailureList out;
  out.total = transaction.query("SELECT COUNT(*) AS total FROM planning_failure" + where.text(), where.values()).integer(0, "total");
  const std::string sql = "SELECT * FROM planning_failure" + where.text() + " ORDER BY " + filter.order;
  out.items = failures_in(transaction.query(sql + where.page(filter.limit, filter.offset), where.values()));
  return out;
}

void put_ending(db::Transaction& transaction, const Ending& e) {
  transaction.execute("DELETE FROM planning_ending WHERE id = $1", {e.id});
  transaction.insert_many("planning_ending",
                          {"id", "state", "site", "site_name", "owner", "district", "year", "failures", "proposed_at", "effective", "ban", "reason", "first_account", "first_name", "first_at",
                           "second_account", "second_name", "second_at"},
                          {{e.id, std::string(name_of(e.state)), e.site, e.site_name, e.owner, e.district, std::int64_t{e.year}, joined(e.failures), e.proposed_at.ms,
                            e.effective ? to_string(*e.effective) : "", std::int64_t{e.ban}, e.reason, e.first_account, e.first_name, ms_of(e.first_at), e.second_account, e.second_name,
                            ms_of(e.second_at)}});
}

std::optional<Ending> find_ending(db::Transaction& transaction, const std::string& id) {
  const auto rows = transaction.query("SELECT * FROM planning_ending WHERE id = $1", {id});
  return rows.empty() ? std::nullopt : std::optional(ending_in(rows, 0));
}

std::optional<Ending> ending_of(db::Transaction& transaction, const std::string& site, int year) {
  const auto rows = transaction.query("SELECT * FROM planning_ending WHERE site = $1 AND year = $2 ORDER BY id DESC LIMIT 1", {site, std::int64_t{year}});
  return rows.empty() ? std::nullopt : std::optional(ending_in(rows, 0));
}

EndingList list_endings(db::Transaction& transaction, const std::string& state, const std::string& order, std::int64_t limit, std::int64_t offset) {
  db::Conditions where;
  where.equals("state", state);
  EndingList out;
  out.total = transaction.query("SELECT COUNT(*) AS total FROM planning_ending" + where.text(), where.values()).integer(0, "total");
  const std::string sql = "SELECT * FROM planning_ending" + where.text() + " ORDER BY " + order;
  const auto rows = transaction.query(sql + where.page(limit, offset), where.values());
  for (std::size_t row = 0; row < rows.size(); ++row) out.items.push_back(ending_in(rows, row));
  return out;
}

} // namespace ankao::planning
