// SPDX-License-Identifier: Apache-2.0
// What other capabilities read of visits and problems inside a transaction of their own.
#pragma once

#include <map>
#include <optional>
#include <set>
#include <string>
#include <vector>

#include "db/db.hpp"
#include "inspection/words/defect.hpp"
#include "inspection/words/marks.hpp"
#include "inspection/words/visit.hpp"

namespace ankao::inspection {

std::optional<Defect> defect_in(db::Transaction& transaction, const std::string& id);
std::optional<Visit> visit_in(db::Transaction& transaction, const std::string& id);
std::optional<Campaign> campaign_in(db::Transaction& transaction, const std::string& id);
/// The newest first.
std::vector<Campaign> campaigns_in(db::Transaction& transaction);

/// A signed visit, a self-inspection too, or a problem of one, as statistics count them.
struct Counted {
  std::string id;      ///< "V-12", "Q-7"
  std::string subject; ///< "institution:GZ-A01", "site:GZ-A01-S1", "city:exam_organisation", "exam_organisation:EO-01"
  std::string name, district, by, phase, clause;
  Instant at; ///< of the signature, of the finding
  bool closed = false; ///< of a problem
};
/// Signed from the first moment and before the second; of one district when it is not empty; oldest first.
std::vector<Counted> signed_visits(db::Transaction& transaction, const std::string& campaign, const std::string& district, Instant from, Instant before);
/// Each problem in the self-inspection reports handed in that is none of a signed self-inspection: "S-3/1".
std::vector<Counted> problems_reported(db::Transaction& transaction, const std::string& campaign, const std::string& district, Instant from, Instant before);
/// Typical cases as they were reported: "C-2".
std::vector<Counted> cases_reported(db::Transaction& transaction, const std::string& campaign, const std::string& district, Instant from, Instant before);
std::vector<Counted> problems_found(db::Transaction& transaction, const std::string& campaign, const std::string& district, Instant from, Instant before);

/// The same records as figures need them; of one district when it is not empty.
Marks marks_in(db::Transaction& transaction, const std::string& campaign, const std::string& district, Instant from, Instant before, const std::set<Marked>& which);
/// What units of a campaign are called, by subject.
std::map<std::string, std::string> names_in(db::Transaction& transaction, const std::string& campaign, const std::set<std::string>& subjects);

} // namespace ankao::inspection
