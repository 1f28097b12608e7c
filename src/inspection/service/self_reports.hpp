// SPDX-License-Identifier: Apache-2.0
// Self-inspection reports (Annex 3): filled online by the unit, handed in, received and kept by its district (M-3.1d, M-4.1.7).
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "db/db.hpp"
#include "inspection/service/party.hpp"
#include "paper/layout.hpp"

namespace ankao::inspection {

/// What the register and the self visit know of a unit; the rest is for the unit to say.
SelfReport prefilled(db::Transaction& transaction, const Campaign& campaign, const std::vector<Target>& targets, Instant now);
/// Whether the party fills the report of the unit: the unit itself or its institution; for a production unit and a district's
/// examination organisation, which have no account, the bureau of their district (G-07, G-09).
bool may_write(const Party& party, const Target& target);
bool may_receive(const Party& party, const Paper& report);

/// Kept as a draft as often as one likes. inspection.target_unknown (also for strangers), report_handed_in.
Result<Paper> save_report(db::Database& database, const Party& party, const std::string& campaign, const std::string& subject, const SelfReport& content);
/// inspection.paper_unknown, report_handed_in, and the faults of check_report. Counts as the unit's self-inspection.
Result<Paper> submit_report(db::Database& database, const Party& party, const std::string& id);
/// The district confirms that it has it, or gives it back with a reason. inspection.paper_unknown, not_yours, paper_state, text_missing.
Result<Paper> receive_report(db::Database& database, const Party& party, const std::string& id, bool accept, const std::string& reason);

/// Annex 3, filled, with its places for the two seals.
Result<paper::Sheet> report_form(db::Transaction& transaction, const Paper& report, Instant now);

/// For the monthly return: reports of a district that were handed in from day to day, both included.
struct SelfReportLine {
  std::string id, subject, name, checklist;
  Instant at;
  int problems = 0, corrected = 0;
};
std::vector<SelfReportLine> self_reports(db::Transaction& transaction, const std::string& district, Date from, Date to);

} // namespace ankao::inspection
