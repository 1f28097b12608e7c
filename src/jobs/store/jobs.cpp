// SPDX-License-Identifier: Apache-2.0
#include "jobs/store/jobs.hpp"

#include "base/ensure.hpp"
#include "db/columns.hpp"
#include "db/conditions.hpp"

namespace ankao::jobs {

std::vector<db::Migration> migrations() {
  return {{700, "background jobs", R"(CREATE TABLE job (
  number BIGINT PRIMARY KEY,
  kind TEXT NOT NULL,
  job_key TEXT NOT NULL,
  payload TEXT NOT NULL,
  state TEXT NOT NULL,
  run_at BIGINT NOT NULL,
  attempts BIGINT NOT NULL,
  fence BIGINT NOT NULL,
  lease_until BIGINT NOT NULL,
  worker TEXT NOT NULL,
  reason_zh TEXT NOT NULL,
  reason_en TEXT NOT NULL,
  started_at BIGINT,
  ended_at BIGINT
);
CREATE UNIQUE INDEX job_unfinished_key ON job (kind, job_key) WHERE job_key <> '' AND state IN ('waiting', 'running');
CREATE INDEX job_due ON job (state, run_at, number);
CREATE TABLE job_turn (
  kind TEXT PRIMARY KEY,
  next_at BIGINT NOT NULL
);
)"}};
}

namespace store {
namespace {

std::optional<Instant> maybe(const db::Rows& rows, std::size_t i, std::string_view column) {
  const auto ms = rows.maybe_integer(i, column);
  return ms ? std::optional(Instant{*ms}) : std::nullopt;
}

Job read(const db::Rows& rows, std::size_t i) {
  Job out;
  out.number = rows.integer(i, "number");
  out.kind = rows.text(i, "kind");
  out.key = rows.text(i, "job_key");
  out.payload = rows.text(i, "payload");
  const auto state = state_of(rows.text(i, "state"));
  ensure(state.has_value(), "a stored job has a state");
  out.state = *state;
  out.run_at = {rows.integer(i, "run_at")};
  out.attempts = static_cast<int>(rows.integer(i, "attempts"));
  out.fence = rows.integer(i, "fence");
  out.lease_until = {rows.integer(i, "lease_until")};
  out.worker = rows.text(i, "worker");
  out.reason_zh = rows.text(i, "reason_zh");
  out.reason_en = rows.text(i, "reason_en");
  out.started_at = maybe(rows, i, "started_at");
  out.ended_at = maybe(rows, i, "ended_at");
  return out;
}

std::optional<Job> first(const db::Rows& rows) { return rows.empty() ? std::nullopt : std::optional(read(rows, 0)); }

db::Conditions conditions(const Filter& filter) {
  db::Conditions where;
  if (filter.state) where.add("state = ?", {std::string(word_of(*filter.state))});
  return where.equals("kind", filter.kind);
}

} // namespace

std::int64_t insert(db::Transaction& transaction, const NewJob& job) {
  const auto number = transaction.query("SELECT COALESCE(MAX(number), 0) + 1 AS next FROM job").integer(0, "next");
  transaction.execute("INSERT INTO job (number, kind, job_key, payload, state, run_at, attempts, fence, lease_until, worker, reason_zh, reason_en) "
                      "VALUES ($1, $2, $3, $4, 'waiting', $5, 0, 0, 0, '', '', '')",
                      {number, job.kind, job.key, job.payload, job.run_at.ms});
  return number;
}

std::optional<Job> find(db::Transaction& transaction, std::int64_t number) {
  return first(transaction.query("SELECT * FROM job WHERE number = $1", {number}));
}

std::optional<Job> unfinished(db::Transaction& transaction, const std::string& kind, const std::string& key) {
  return first(transaction.query("SELECT * FROM job WHERE kind = $1 AND job_key = $2 AND job_key <> '' AND state IN ('waiting', 'running')", {kind, key}));
}

std::optional<Job> due(db::Transaction& transaction, const std::vector<std::string>& kinds, Instant now) {
  if (kinds.empty()) return std::nullopt;
  db::Values values{now.ms};
  std::string known;
  for (const auto& kind : kinds) {
    values.emplace_back(kind);
    known += (known.empty() ? "$" : ", $") + std::to_string(values.size());
  }
  // The choice of kinds is said so that PostgreSQL takes it for one that nearly every row passes. Said plainly, a server without fresh
  // statistics takes it for one that hardly any row passes, and reads and sorts the whole backlog instead of the index's first row.
  const std::string of_known = " AND CASE WHEN kind IN (" + known + ") THEN 1 ELSE 0 END <> 0 ORDER BY run_at, number LIMIT 1";
  // Two questions, each answered from the index; what was lost comes first, it is late already.
  if (auto lost = first(transaction.query("SELECT * FROM job WHERE state = 'running' AND lease_until <= $1" + of_known, values))) return lost;
  return first(transaction.query("SELECT * FROM job WHERE state = 'waiting' AND run_at <= $1" + of_known, values));
}

std::vector<Job> list(db::Transaction& transaction, const Filter& filter) {
  db::Conditions where = conditions(filter);
  const std::string sql = "SELECT * FROM job" + where.text() + " ORDER BY " + filter.order;
  const auto rows = transaction.query(sql + where.page(filter.limit, filter.offset), where.values());
  std::vector<Job> out;
  for (std::size_t i = 0; i < rows.size(); ++i) out.push_back(read(rows, i));
  return out;
}

std::int64_t count(db::Transaction& transaction, const Filter& filter) {
  const db::Conditions where = conditions(filter);
  return transaction.query("SELECT COUNT(*) AS n FROM job" + where.text(), where.values()).integer(0, "n");
}

void update(db::Transaction& transaction, const Job& job) {
  transaction.execute("UPDATE job SET state = $1, run_at = $2, attempts = $3, fence = $4, lease_until = $5, worker = $6, reason_zh = $7, reason_en = $8, "
                      "started_at = $9, ended_at = $10 WHERE number = $11",
                      {std::string(word_of(job.state)), job.run_at.ms, std::int64_t{job.attempts}, job.fence, job.lease_until.ms, job.worker, job.reason_zh,
                       job.reason_en, db::moment(job.started_at), db::moment(job.ended_at), job.number});
}

bool renew(db::Transaction& transaction, std::int64_t number, std::int64_t fence, Instant lease_until) {
  return transaction.execute("UPDATE job SET lease_until = $1 WHERE number = $2 AND fence = $3 AND state = 'running'", {lease_until.ms, number, fence}) == 1;
}

std::int64_t delete_ended_before(db::Transaction& transaction, Instant ended) {
  return transaction.execute("DELETE FROM job WHERE state IN ('done', 'cancelled') AND ended_at < $1 AND number < (SELECT MAX(number) FROM job)", {ended.ms});
}

std::vector<Turn> turns(db::Transaction& transaction) {
  const auto rows = transaction.query("SELECT kind, next_at FROM job_turn ORDER BY kind");
  std::vector<Turn> out;
  for (std::size_t i = 0; i < rows.size(); ++i) out.push_back({rows.text(i, "kind"), {rows.integer(i, "next_at")}});
  return out;
}

void put_turn(db::Transaction& transaction, const Turn& turn) {
  transaction.execute("INSERT INTO job_turn (kind, next_at) VALUES ($1, $2) ON CONFLICT (kind) DO UPDATE SET next_at = excluded.next_at",
                      {turn.kind, turn.next_at.ms});
}

} // namespace store
} // namespace ankao::jobs
