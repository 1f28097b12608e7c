// SPDX-License-Identifier: Apache-2.0
// Filing a published version with the provincial exam organisation (S-2.3): the data file, then date and reference as the province gave
// them; a new version is filed again (G-62). And the confirmation of the plan once its sites have answered.
#pragma once

#include <string>

#include "planning/service/after.hpp"
#include "planning/store/answers.hpp"

namespace ankao::planning {

/// "ankao-plan-filing/1": the plan's figures, its public files with their digests, what it replaced and why. Made again it takes the
/// place of the former one until it is filed: planning.filing_done. `document` is the official document's id, if it was issued.
Result<Filing> make_filing(const World& world, const Act& act, Month month, const std::string& document);
/// planning.filing_missing, filing_done, filing_day (before publication, or after today).
Result<Filing> note_filed(const World& world, const Act& act, Month month, Date filed_on, const std::string& reference);

/// When every site has confirmed and nothing was lost: planning.confirm_open, losses_open, version_under_way, confirmed_already.
Result<Confirmation> confirm_plan(const World& world, const Act& act, Month month, const std::string& note);

} // namespace ankao::planning
