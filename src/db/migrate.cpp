// SPDX-License-Identifier: Apache-2.0
#include <algorithm>
#include <chrono>
#include <map>
#include <set>

#include "base/ensure.hpp"
#include "base/sm3.hpp"
#include "db/checks.hpp"
#include "db/db.hpp"

namespace ankao::db {
namespace {

constexpr int k_steps_per_capability = 100; ///< a capability owns the numbers of one hundred

using Applied = std::map<std::int64_t, std::string>; ///< number → sm3 of the text

Failure other(const std::string& what) { return Failure(Failure::Kind::Other, what); }

std::string digest_of(const Migration& step) { return to_hex(sm3(step.sql)); }

std::string label(const Migration& step) { return std::to_string(step.number) + " (" + step.name + ")"; }

Applied applied_steps(Transaction& transaction) {
  const Rows rows = transaction.query("SELECT number, sm3 FROM schema_step");
  Applied applied;
  for (std::size_t i = 0; i < rows.size(); ++i) applied[rows.integer(i, "number")] = rows.text(i, "sm3");
  return applied;
}

void refuse_changed(const Migration& step, const Applied& applied) {
  const auto found = applied.find(step.number);
  if (found != applied.end() && found->second != digest_of(step))
    throw other("数据库结构步骤 " + label(step) + " 与程序中的文本不一致，请使用建立该数据库的程序版本，或恢复备份 · schema step " +
                label(step) + " was applied with other text; use the program version that made this database, or restore a backup");
}

/// A step of one of our capabilities that we do not know was written by a newer program.
void refuse_newer(const std::vector<Migration>& steps, const Applied& applied) {
  std::set<std::int64_t> known;
  std::set<std::int64_t> capabilities;
  for (const Migration& step : steps) {
    known.insert(step.number);
    capabilities.insert(step.number / k_steps_per_capability);
  }
  for (const auto& [number, sm3] : applied)
    if (!known.contains(number) && capabilities.contains(number / k_steps_per_capability))
      throw other("数据库由更新版本的程序建立（结构步骤 " + std::to_string(number) +
                  "），请升级本程序 · the database was made by a newer program (schema step " + std::to_string(number) +
                  "); upgrade this program");
}

void apply(Transaction& transaction, const Migration& step, std::string_view bytes_type) {
  for (const std::string& statement : split_statements(step.sql, bytes_type)) transaction.execute(statement);
  const auto now = std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::system_clock::now().time_since_epoch());
  transaction.execute("INSERT INTO schema_step (number, name, sm3, applied_at) VALUES ($1, $2, $3, $4)",
                      {std::int64_t{step.number}, step.name, digest_of(step), std::int64_t{now.count()}});
}

std::vector<Migration> in_order(std::vector<Migration> steps) {
  std::sort(steps.begin(), steps.end(), [](const auto& a, const auto& b) { return a.number < b.number; });
  for (std::size_t i = 1; i < steps.size(); ++i)
    if (steps[i].number == steps[i - 1].number) ensure(false, "two schema steps with the number " + std::to_string(steps[i].number));
  return steps;
}

} // namespace

int migrate(Database& database, const std::vector<Migration>& unordered) {
  const auto steps = in_order(unordered);
  const std::string_view bytes_type = database.dialect() == "sqlite" ? "BLOB" : "BYTEA";
  Applied applied;
  database.write([&](Transaction& transaction) {
    transaction.execute("CREATE TABLE IF NOT EXISTS schema_step (number BIGINT PRIMARY KEY, name TEXT NOT NULL, sm3 TEXT NOT NULL, "
                        "applied_at BIGINT NOT NULL)");
    applied = applied_steps(transaction);
  });
  refuse_newer(steps, applied);
  int count = 0;
  for (const Migration& step : steps) {
    refuse_changed(step, applied);
    if (applied.contains(step.number)) continue;
    bool done = false;
    // Another process may have applied it since we looked; write transactions exclude each other, so look again inside.
    database.write([&](Transaction& transaction) {
      const Applied now = applied_steps(transaction);
      refuse_changed(step, now);
      done = !now.contains(step.number);
      if (done) apply(transaction, step, bytes_type);
    });
    count += done ? 1 : 0;
  }
  return count;
}

} // namespace ankao::db
