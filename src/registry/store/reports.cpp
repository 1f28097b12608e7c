// SPDX-License-Identifier: Apache-2.0
#include "registry/store/reports.hpp"

#include <map>

#include "db/columns.hpp"
#include "db/conditions.hpp"
#include "registry/store/record_json.hpp"
#include "registry/store/register.hpp"

namespace ankao::registry {
namespace {

/// A statement takes only so many values.
constexpr std::size_t k_asked_at_once = 500;

Report report_at(const db::Rows& rows, std::size_t i) {
  Report r;
  r.id = rows.text(i, "id");
  r.kind = report_kind_of(rows.text(i, "kind"));
  r.state = report_state_of(rows.text(i, "state"));
  r.institution = rows.text(i, "institution");
  r.institution_name = rows.text(i, "institution_name");
  r.district = rows.text(i, "district");
  r.base_version = static_cast<int>(rows.integer(i, "base_version"));
  r.base = nlohmann::json::parse(rows.text(i, "base"));
  r.record = nlohmann::json::parse(rows.text(i, "record"));
  r.reason = rows.text(i, "reason");
  r.submitted_at = {rows.integer(i, "submitted_at")};
  r.submitted_by = rows.text(i, "submitted_by");
  r.effective_date = rows.text(i, "effective_date");
  return r;
}

ReportStep step_at(const db::Rows& rows, std::size_t i) {
  return {report_state_of(rows.text(i, "state")),
          {rows.integer(i, "at")},
          rows.text(i, "account"),
          rows.text(i, "person"),
          rows.text(i, "role"),
          rows.text(i, "reason"),
          rows.integer(i, "event")};
}

/// The steps of the reports, many in one query.
void add_steps(db::Transaction& transaction, std::vector<Report>& reports) {
  std::map<std::string, Report*> by_id;
  for (Report& report : reports) by_id.emplace(report.id, &report);
  for (auto next = by_id.begin(); next != by_id.end();) {
    std::string list;
    db::Values ids;
    for (; next != by_id.end() && ids.size() < k_asked_at_once; ++next) {
      ids.emplace_back(next->first);
      list += (list.empty() ? "$" : ", $") + std::to_string(ids.size());
    }
    const auto rows = transaction.query("SELECT * FROM registry_report_step WHERE report IN (" + list + ") ORDER BY report, number", ids);
    for (std::size_t i = 0; i < rows.size(); ++i) by_id.at(rows.text(i, "report"))->steps.push_back(step_at(rows, i));
  }
}

} // namespace

void insert(db::Transaction& transaction, const Report& r) {
  transaction.insert_many("registry_report",
                          {"id", "kind", "state", "institution", "institution_name", "district", "base_version", "base", "record", "reason",
                           "submitted_at", "submitted_by", "effective_date", "search"},
                          {{r.id, word_of(r.kind), word_of(r.state), r.institution, r.institution_name, r.district,
                            std::int64_t{r.base_version}, canonical(r.base), canonical(r.record), r.reason, r.submitted_at.ms,
                            r.submitted_by, r.effective_date, db::lower_case(r.id + '\n' + r.institution + '\n' + r.institution_name)}});
}

void add_step(db::Transaction& transaction, const std::string& report, const ReportStep& step) {
  const auto number = transaction.query("SELECT count(*) AS n FROM registry_report_step WHERE report = $1", {report}).integer(0, "n") + 1;
  transaction.insert_many(
      "registry_report_step", {"report", "number", "state", "at", "account", "person", "role", "reason", "event"},
      {{report, number, word_of(step.state), step.at.ms, step.account, step.person, step.role, step.reason, step.event}});
}

void set_state(db::Transaction& transaction, const std::string& report, ReportState state, const std::string& effective_date) {
  transaction.execute("UPDATE registry_report SET state = $2, effective_date = $3 WHERE id = $1", {report, word_of(state), effective_date});
}

std::optional<Report> find_report(db::Transaction& transaction, const std::string& id) {
  if (!id.starts_with("BG-") || id.find_first_not_of("0123456789", 3) != std::string::npos) return std::nullopt;
  const auto rows = transaction.query("SELECT * FROM registry_report WHERE id = $1", {id});
  if (rows.empty()) return std::nullopt;
  std::vector<Report> found{report_at(rows, 0)};
  add_steps(transaction, found);
  return found.front();
}

std::optional<std::string> open_report_of(db::Transaction& transaction, const std::string& institution) {
  const auto rows = transaction.query(
      "SELECT id FROM registry_report WHERE institution = $1 AND state IN ('submitted', 'verified') LIMIT 1", {institution});
  if (rows.empty()) return std::nullopt;
  return rows.text(0, "id");
}

ReportsFound find_reports(db::Transaction& transaction, const ReportFilter& filter) {
  db::Conditions where;
  where.contains("r.search", filter.q);
  if (filter.state) where.add("r.state = ?", {word_of(*filter.state)});
  if (filter.kind) where.add("r.kind = ?", {word_of(*filter.kind)});
  where.equals("r.institution", filter.institution);
  if (filter.district) where.add("r.district = ?", {*filter.district});
  const std::string from = " FROM registry_report r" + where.text();
  ReportsFound found;
  found.total = transaction.query("SELECT count(*) AS n" + from, where.values()).integer(0, "n");
  const auto rows =
      transaction.query("SELECT r.*" + from + " ORDER BY " + filter.order + where.page(filter.limit, filter.offset), where.values());
  for (std::size_t i = 0; i < rows.size(); ++i) found.items.push_back(report_at(rows, i));
  add_steps(transaction, found.items);
  return found;
}

} // namespace ankao::registry
