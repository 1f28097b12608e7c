// SPDX-License-Identifier: Apache-2.0
#include "inspection/store/versions.hpp"

#include "inspection/store/numbers.hpp"

namespace ankao::inspection::store {
namespace {

VersionRow read(const db::Rows& rows, std::size_t i) {
  return {rows.text(i, "checklist"), static_cast<int>(rows.integer(i, "version")), rows.text(i, "content"), stored_day(rows, i, "from_day"), rows.text(i, "state"), rows.text(i, "entered_by"), rows.text(i, "entered_name"),
          {rows.integer(i, "entered_at")}, rows.text(i, "reviewed_by"), rows.text(i, "reviewed_name"), moment_in(rows, i, "reviewed_at"), rows.text(i, "reason")};
}

std::optional<VersionRow> first(const db::Rows& rows) { return rows.empty() ? std::nullopt : std::optional(read(rows, 0)); }

} // namespace

void insert(db::Transaction& transaction, const VersionRow& row) {
  transaction.insert_many("checklist_version", {"checklist", "version", "content", "from_day", "state", "entered_by", "entered_name", "entered_at", "reviewed_by", "reviewed_name", "reviewed_at", "reason"},
                          {{row.checklist, std::int64_t{row.version}, row.content, to_string(row.from), row.state, row.entered_by, row.entered_name, row.entered_at.ms, row.reviewed_by, row.reviewed_name, moment(row.reviewed_at), row.reason}});
}

void decide(db::Transaction& transaction, const VersionRow& row) {
  transaction.execute("UPDATE checklist_version SET state = $3, reviewed_by = $4, reviewed_name = $5, reviewed_at = $6, reason = $7 WHERE checklist = $1 AND version = $2",
                      {row.checklist, std::int64_t{row.version}, row.state, row.reviewed_by, row.reviewed_name, moment(row.reviewed_at), row.reason});
}

std::optional<VersionRow> version(db::Transaction& transaction, const std::string& checklist, int number) {
  return first(transaction.query("SELECT * FROM checklist_version WHERE checklist = $1 AND version = $2", {checklist, std::int64_t{number}}));
}

std::optional<VersionRow> version_on(db::Transaction& transaction, const std::string& checklist, Date on) {
  return first(transaction.query("SELECT * FROM checklist_version WHERE checklist = $1 AND state = 'reviewed' AND from_day <= $2 ORDER BY from_day DESC, version DESC LIMIT 1", {checklist, to_string(on)}));
}

std::vector<VersionRow> versions(db::Transaction& transaction, const std::string& checklist) {
  const auto rows = transaction.query("SELECT * FROM checklist_version WHERE checklist = $1 ORDER BY version DESC", {checklist});
  std::vector<VersionRow> out;
  for (std::size_t i = 0; i < rows.size(); ++i) out.push_back(read(rows, i));
  return out;
}

int newest_version(db::Transaction& transaction, const std::string& checklist, int otherwise) {
  return static_cast<int>(transaction.query("SELECT COALESCE(MAX(version), $2) AS n FROM checklist_version WHERE checklist = $1", {checklist, std::int64_t{otherwise}}).integer(0, "n"));
}

} // namespace ankao::inspection::store
