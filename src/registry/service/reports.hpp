// SPDX-License-Identifier: Apache-2.0
// The life of an entry (P-1.2): the institution reports in writing, the city verifies or returns, publishes with an effective date;
// so an entry begins, changes and ends.
#pragma once

#include <optional>
#include <string>

#include "registry/service/act.hpp"
#include "registry/store/reports.hpp"

namespace ankao::registry {

struct ReportDraft {
  ReportKind kind = ReportKind::First;
  std::string institution;                 ///< empty with First: the platform gives an id
  std::optional<InstitutionRecord> record; ///< what the institution tells; not for Deregister. Place, school, rows and flags are not read
  std::string reason;
};

/// The city, or the institution for itself. A first report also enters the register, as Reported.
/// Problems register.*: out_of_scope, entry_exists, entry_unknown, entry_not_published, report_open, nothing_changed, invalid, name_taken.
Result<Report> submit_report(db::Database& database, const Act& act, const ReportDraft& draft);

enum class Verdict { Accept, Return };
/// City only; to return needs a reason.
Result<Report> verify_report(db::Database& database, const Act& act, const std::string& id, Verdict verdict, const std::string& reason);

/// City only, of a verified report. Only what the report changed enters the register; where the register has changed the same field
/// since, register.report_outdated.
Result<Report> publish_report(db::Database& database, const Act& act, const std::string& id, const std::optional<Date>& effective,
                              const std::string& reason);

/// What the actor may see of them.
ReportsFound list_reports(db::Database& database, const ledger::Actor& actor, ReportFilter filter);

} // namespace ankao::registry
