// SPDX-License-Identifier: Apache-2.0
// Written reports of institutions (P-1.2) in the database.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include <nlohmann/json.hpp>

#include "db/db.hpp"
#include "registry/words/life.hpp"
#include "registry/words/record.hpp"

namespace ankao::registry {

struct ReportStep {
  ReportState state = ReportState::Submitted;
  Instant at;
  std::string account, person, role, reason;
  std::int64_t event = 0;
};

struct Report {
  std::string id;
  ReportKind kind = ReportKind::Change;
  ReportState state = ReportState::Submitted;
  std::string institution, institution_name, district;
  int base_version = 0;  ///< of the register when it was submitted; 0: none
  nlohmann::json base;   ///< told fields then; null: none
  nlohmann::json record; ///< told fields as reported; null for a deregistration
  std::string reason;
  Instant submitted_at;
  std::string submitted_by;
  std::string effective_date; ///< once published
  std::vector<ReportStep> steps;
};

/// Without its steps.
void insert(db::Transaction& transaction, const Report& report);
void add_step(db::Transaction& transaction, const std::string& report, const ReportStep& step);
void set_state(db::Transaction& transaction, const std::string& report, ReportState state, const std::string& effective_date);
std::optional<Report> find_report(db::Transaction& transaction, const std::string& id);
/// Submitted or verified, not yet returned or published.
std::optional<std::string> open_report_of(db::Transaction& transaction, const std::string& institution);

struct ReportFilter {
  std::string q;
  std::optional<ReportState> state;
  std::optional<ReportKind> kind;
  std::string institution;
  std::optional<std::string> district;
  std::string order; ///< SQL, from a fixed list
  int limit = 50;
  std::int64_t offset = 0;
};
struct ReportsFound {
  std::int64_t total = 0;
  std::vector<Report> items; ///< with steps
};
ReportsFound find_reports(db::Transaction& transaction, const ReportFilter& filter);

} // namespace ankao::registry
