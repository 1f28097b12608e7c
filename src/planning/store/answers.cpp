// SPDX-License-Identifier: Apache-2.0
#include "planning/store/answers.hpp"

#include "base/ensure.hpp"
#include "db/conditions.hpp"

namespace ankao::planning {
namespace {

Month month_in(const db::Rows& rows, std::size_t row) {
  const auto month = parse_month(rows.text(row, "month"));
  ensure(month.has_value(), "a stored row has a month");
  return *month;
}

int whole(const db::Rows& rows, std::size_t row, const char* name) { return static_cast<int>(rows.integer(row, name)); }
std::optional<Instant> moment(std::int64_t ms) { return ms == 0 ? std::nullopt : std::optional(Instant{ms}); }
std::int64_t ms_of(const std::optional<Instant>& at) { return at ? at->ms : 0; }

SessionAnswer answer_in(const db::Rows& rows, std::size_t row) {
  return {month_in(rows, row),
          whole(rows, row, "version"),
          rows.text(row, "session"),
          rows.text(row, "site"),
          rows.integer(row, "refused") != 0,
          rows.text(row, "explanation"),
          rows.text(row, "failure"),
          rows.integer(row, "late") != 0,
          {rows.integer(row, "at")},
          rows.text(row, "account"),
          rows.text(row, "name"),
          rows.text(row, "role"),
          whole(rows, row, "carried_from")};
}

db::Values key_of(PlanKey key) { return {to_string(key.month), std::int64_t{key.version}}; }

/// One row a site: its sessions joined with their answers.
constexpr const char* k_by_site =
    "SELECT session.site AS site, MIN(session.site_name) AS site_name, MIN(session.district) AS district, COUNT(*) AS sessions, "
    "CAST(SUM(session.candidates) AS BIGINT) AS candidates, CAST(SUM(CASE WHEN answer.refused = 0 THEN 1 ELSE 0 END) AS BIGINT) AS confirmed, "
    "CAST(SUM(CASE WHEN answer.refused = 1 THEN 1 ELSE 0 END) AS BIGINT) AS refused, CAST(COALESCE(MAX(answer.late), 0) AS BIGINT) AS late, "
    "CAST(COALESCE(MAX(answer.at), 0) AS BIGINT) AS last_at, MAX(CASE WHEN answer.refused = 1 THEN answer.explanation ELSE '' END) AS explanation "
    "FROM planning_session session LEFT JOIN planning_answer answer ON answer.month = session.month AND answer.version = session.version AND "
    "answer.session = session.id WHERE session.month = $1 AND session.version = $2";

} // namespace

void put_answer(db::Transaction& transaction, const SessionAnswer& a) {
  transaction.execute("DELETE FROM planning_answer WHERE month = $1 AND version = $2 AND session = $3", {to_string(a.month), std::int64_t{a.version}, a.session});
  transaction.insert_many("planning_answer", {"month", "version", "session", "site", "refused", "explanation", "failure", "late", "at", "account", "name", "role", "carried_from"},
                          {{to_string(a.month), std::int64_t{a.version}, a.session, a.site, std::int64_t{a.refused}, a.explanation, a.failure, std::int64_t{a.late}, a.at.ms, a.account, a.name,
                            a.role, std::int64_t{a.carried_from}}});
}

std::vector<SessionAnswer> answers(db::Transaction& transaction, PlanKey key, const std::string& site) {
  db::Conditions where;
  where.add("month = ?", {to_string(key.month)}).add("version = ?", {std::int64_t{key.version}}).equals("site", site);
  const auto rows = transaction.query("SELECT * FROM planning_answer" + where.text() + " ORDER BY session", where.values());
  std::vector<SessionAnswer> out;
  for (std::size_t row = 0; row < rows.size(); ++row) out.push_back(answer_in(rows, row));
  return out;
}

FeedbackList list_feedback(db::Transaction& transaction, PlanKey key, const FeedbackFilter& filter) {
  db::Values values = key_of(key);
  std::string sql = k_by_site;
  const auto next = [&](const std::string& text) {
    values.push_back(text);
    return "$" + std::to_string(values.size());
  };
  if (!filter.district.empty()) sql += " AND session.district = " + next(filter.district);
  if (!filter.q.empty()) sql += " AND LOWER(session.site_name || ' ' || session.site) LIKE " + next(db::like_pattern(filter.q)) + " ESCAPE '\\'";
  sql = "SELECT * FROM (" + sql + " GROUP BY session.site) by_site";
  if (filter.answer == "refused") sql += " WHERE refused > 0";
  if (filter.answer == "confirmed") sql += " WHERE confirmed = sessions";
  if (filter.answer == "open") sql += " WHERE confirmed + refused < sessions";
  FeedbackList out;
  out.total = transaction.query("SELECT COUNT(*) AS total FROM (" + sql + ") counted", values).integer(0, "total");
  values.push_back(filter.limit);
  values.push_back(filter.offset);
  sql += " ORDER BY " + filter.order + " LIMIT $" + std::to_string(values.size() - 1) + " OFFSET $" + std::to_string(values.size());
  const auto rows = transaction.query(sql, values);
  for (std::size_t row = 0; row < rows.size(); ++row)
    out.items.push_back({rows.text(row, "site"), rows.text(row, "site_name"), rows.text(row, "district"), whole(rows, row, "sessions"), whole(rows, row, "candidates"),
                         whole(rows, row, "confirmed"), whole(rows, row, "refused"), rows.integer(row, "late") != 0, moment(rows.integer(row, "last_at")), rows.text(row, "explanation"),
                         SiteState::Waiting});
  return out;
}

void put_filing(db::Transaction& transaction, const Filing& f) {
  transaction.execute("DELETE FROM planning_filing WHERE month = $1 AND version = $2", key_of({f.month, f.version}));
  transaction.insert_many("planning_filing", {"month", "version", "document", "data_sm3", "made_at", "made_name", "made_role", "filed_on", "reference", "noted_at", "noted_name"},
                          {{to_string(f.month), std::int64_t{f.version}, f.document, f.data_sm3, f.made_at.ms, f.made_name, f.made_role, f.filed_on ? to_string(*f.filed_on) : "", f.reference,
                            ms_of(f.noted_at), f.noted_name}});
}

std::optional<Filing> find_filing(db::Transaction& transaction, PlanKey key) {
  const auto rows = transaction.query("SELECT * FROM planning_filing WHERE month = $1 AND version = $2", key_of(key));
  if (rows.empty()) return std::nullopt;
  return Filing{key.month,
                key.version,
                rows.text(0, "document"),
                rows.text(0, "data_sm3"),
                {rows.integer(0, "made_at")},
                rows.text(0, "made_name"),
                rows.text(0, "made_role"),
                parse_date(rows.text(0, "filed_on")),
                rows.text(0, "reference"),
                moment(rows.integer(0, "noted_at")),
                rows.text(0, "noted_name")};
}

void put_confirmation(db::Transaction& transaction, const Confirmation& c) {
  transaction.insert_many("planning_confirmation", {"month", "version", "at", "name", "role", "note"}, {{to_string(c.month), std::int64_t{c.version}, c.at.ms, c.name, c.role, c.note}});
}

std::optional<Confirmation> find_confirmation(db::Transaction& transaction, PlanKey key) {
  const auto rows = transaction.query("SELECT * FROM planning_confirmation WHERE month = $1 AND version = $2", key_of(key));
  if (rows.empty()) return std::nullopt;
  return Confirmation{key.month, key.version, {rows.integer(0, "at")}, rows.text(0, "name"), rows.text(0, "role"), rows.text(0, "note")};
}

} // namespace ankao::planning
