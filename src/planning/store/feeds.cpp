// SPDX-License-Identifier: Apache-2.0
#include "planning/store/feeds.hpp"

#include "base/ensure.hpp"
#include "planning/store/plans.hpp"

namespace ankao::planning {
namespace {

Feed feed_in(const db::Rows& rows, std::size_t row) {
  Feed one;
  one.id = rows.text(row, "id");
  one.account = rows.text(row, "account");
  one.scope = rows.text(row, "scope");
  one.sight = {rows.text(row, "district"), rows.text(row, "site"), rows.text(row, "room"), rows.text(row, "institution"), rows.integer(row, "own_seats") != 0};
  if (one.scope.starts_with("own")) one.sight.examiner = one.account; // whoever sees only what is assigned
  one.label = rows.text(row, "label");
  one.language = rows.text(row, "language");
  one.secret_sm3 = rows.text(row, "secret_sm3");
  one.created_at = {rows.integer(row, "created_at")};
  if (const auto at = rows.maybe_integer(row, "revoked_at")) one.revoked_at = Instant{*at};
  one.read_on = rows.text(row, "read_on");
  return one;
}

std::vector<Feed> select(db::Transaction& transaction, const char* where, const std::string& value) {
  const auto rows = transaction.query(std::string("SELECT * FROM planning_feed WHERE ") + where, {value});
  std::vector<Feed> all;
  for (std::size_t row = 0; row < rows.size(); ++row) all.push_back(feed_in(rows, row));
  return all;
}

std::optional<Feed> only(std::vector<Feed> found) { return found.empty() ? std::nullopt : std::optional(std::move(found.front())); }

Month month_in(const db::Rows& rows, std::size_t row) {
  const auto month = parse_month(rows.text(row, "month"));
  ensure(month.has_value(), "a stored month is a month");
  return *month;
}

} // namespace

void insert_feed(db::Transaction& transaction, const Feed& f) {
  transaction.insert_many("planning_feed", {"id", "account", "scope", "district", "site", "room", "institution", "own_seats", "label", "language", "secret_sm3", "created_at", "revoked_at", "read_on"},
                          {{f.id, f.account, f.scope, f.sight.district, f.sight.site, f.sight.room, f.sight.institution, std::int64_t{f.sight.own_seats}, f.label, f.language, f.secret_sm3,
                            f.created_at.ms, db::Null{}, f.read_on}});
}

std::optional<Feed> find_feed(db::Transaction& transaction, const std::string& id) { return only(select(transaction, "id = $1", id)); }
std::optional<Feed> feed_of_secret(db::Transaction& transaction, const std::string& secret_sm3) { return only(select(transaction, "secret_sm3 = $1", secret_sm3)); }
std::vector<Feed> feeds_of(db::Transaction& transaction, const std::string& account) { return select(transaction, "account = $1 ORDER BY created_at DESC, id DESC", account); }

void update_feed(db::Transaction& transaction, const Feed& feed) {
  const db::Value revoked = feed.revoked_at ? db::Value(feed.revoked_at->ms) : db::Value(db::Null{});
  transaction.execute("UPDATE planning_feed SET revoked_at = $1, read_on = $2 WHERE id = $3", {revoked, feed.read_on, feed.id});
}

std::vector<PlanVersion> versions_in_force_since(db::Transaction& transaction, Month month) {
  const auto rows = transaction.query("SELECT DISTINCT month FROM planning_plan WHERE month >= $1 AND stage IN ('published', 'superseded') ORDER BY month", {to_string(month)});
  std::vector<PlanVersion> all;
  for (std::size_t row = 0; row < rows.size(); ++row)
    for (auto& version : versions(transaction, month_in(rows, row)))
      if (version.stage == Stage::Published || version.stage == Stage::Superseded) all.push_back(std::move(version));
  return all;
}

std::vector<Month> months_in_force(db::Transaction& transaction) {
  const auto rows = transaction.query("SELECT DISTINCT month FROM planning_plan WHERE stage = 'published' ORDER BY month");
  std::vector<Month> all;
  for (std::size_t row = 0; row < rows.size(); ++row) all.push_back(month_in(rows, row));
  return all;
}

} // namespace ankao::planning
