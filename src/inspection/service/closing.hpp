// SPDX-License-Identifier: Apache-2.0
// Look back, completing a phase, closing a campaign: what is still open, whose it is, and whether it stands in the way.
#pragma once

#include <functional>
#include <map>
#include <optional>
#include <string>
#include <vector>

#include "inspection/service/party.hpp"
#include "inspection/words/defect.hpp"

namespace ankao::inspection {

/// One thing that is not done; `kind` is an id of law/inspection.yaml, closing.
struct OpenThing {
  std::string kind, district, subject, name;
  std::optional<Date> due = {}; ///< where it has a day of its own
};
/// What other capabilities have open of a campaign: summary reports.
using OpenElsewhere = std::function<std::vector<OpenThing>(db::Transaction&, const Campaign&)>;
/// By kind in the order of the law, then district and name. What is open elsewhere counts for districts with units, and for the city.
std::vector<OpenThing> open_things(db::Transaction& transaction, const Campaign& campaign, const OpenElsewhere& elsewhere = {});
/// The same counted by kind, with the first of each; `district` "": of every one.
struct OpenKinds {
  std::string kind;
  std::int64_t count = 0;
  std::vector<OpenThing> first;
};
struct OpenSummary {
  std::vector<OpenKinds> kinds;
  std::map<std::string, std::int64_t> phases; ///< what each asks of the district, or of the city
};
OpenSummary open_summary(db::Transaction& transaction, const Campaign& campaign, const std::string& district, std::size_t most, const OpenElsewhere& elsewhere);
/// Of these, what a phase asks of a district ("" the city).
std::vector<OpenThing> open_in_phase(const std::vector<OpenThing>& all, const std::string& phase, const std::string& district);

struct LookBackForm {
  std::string defect, result, visit, note; ///< result: holds, again, open
};
/// By the district of the unit, after the phase has begun; again as often as it looks. `again` opens a closed problem anew.
/// inspection.defect_unknown, not_yours, look_back_early, look_back_result, text_missing, visit_unknown (not of this unit and phase).
Result<Paper> record_look_back(db::Database& database, const Party& party, const LookBackForm& form);

/// Says that a phase is complete: enforcement and summary by a district, spot by the city. inspection.phase_unknown, phase_open.
Result<void> complete_phase(db::Database& database, const Party& party, const std::string& campaign, const std::string& phase);
/// inspection.closing_open while something needed is open and no reason is given; a part for each kind.
Result<Campaign> close_campaign(db::Database& database, const Party& party, const std::string& campaign, const std::string& reason, const OpenElsewhere& elsewhere = {});

} // namespace ankao::inspection
