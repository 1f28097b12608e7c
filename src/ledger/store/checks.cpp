// SPDX-License-Identifier: Apache-2.0
#include "ledger/store/checks.hpp"

namespace ankao::ledger {
namespace {

Finding::Kind kind_of(const std::string& word) {
  for (int i = 0; i <= static_cast<int>(Finding::Kind::Shard); ++i)
    if (word_of(static_cast<Finding::Kind>(i)) == word) return static_cast<Finding::Kind>(i);
  return Finding::Kind::Edited;
}

} // namespace

std::int64_t insert_check(db::Transaction& transaction, const CheckReport& report) {
  const std::int64_t id = transaction.query("SELECT COALESCE(MAX(id), 0) + 1 AS id FROM ledger_check").integer(0, "id");
  transaction.execute("INSERT INTO ledger_check (id, at, account, size, findings) VALUES ($1, $2, $3, $4, $5)",
                      {id, report.at.ms, report.account, report.size, static_cast<std::int64_t>(report.findings.size())});
  std::vector<db::Values> rows;
  for (const Finding& one : report.findings) rows.push_back({id, static_cast<std::int64_t>(rows.size()), word_of(one.kind), one.first, one.last});
  transaction.insert_many("ledger_finding", {"check_id", "position", "kind", "first", "last"}, rows);
  return id;
}

std::optional<CheckReport> newest_check(db::Transaction& transaction) {
  const auto rows = transaction.query("SELECT * FROM ledger_check ORDER BY id DESC LIMIT 1");
  if (rows.empty()) return std::nullopt;
  CheckReport out{rows.integer(0, "id"), Instant{rows.integer(0, "at")}, rows.text(0, "account"), rows.integer(0, "size"), {}};
  const auto found = transaction.query("SELECT kind, first, last FROM ledger_finding WHERE check_id = $1 ORDER BY position", {out.id});
  for (std::size_t i = 0; i < found.size(); ++i) out.findings.push_back({kind_of(found.text(i, "kind")), found.integer(i, "first"), found.integer(i, "last")});
  return out;
}

} // namespace ankao::ledger
