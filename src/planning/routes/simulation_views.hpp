// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "planning/files/study_json.hpp"
#include "planning/routes/simulation_api.hpp"
#include "planning/routes/views.hpp"

namespace ankao::planning {

dto::StudyItem study_item(const StudyRow& study);
dto::StudyView study_view(db::Transaction& transaction, const World& world, const StudyRow& study, Language language);
/// Own batches of `institution` ("" = all); `plan`: what was drawn within the caller's reach, if anything.
dto::ChancesView chances_view(db::Transaction& transaction, const World& world, const StudyRow& study, const std::string& institution, const std::optional<PlanVersion>& plan, Language language);

} // namespace ankao::planning
