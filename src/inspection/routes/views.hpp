// SPDX-License-Identifier: Apache-2.0
// From words to what the screens get.
#pragma once

#include "inspection/routes/api.hpp"
#include "inspection/service/checklists.hpp"
#include "inspection/service/visits.hpp"
#include "inspection/store/inspection.hpp"

namespace ankao::inspection {

Viewer viewer_of(const api::Call& call);
dto::ChecklistView view_of(const Checklist& list);
dto::ScoreView view_of(const Score& score);
dto::VisitRow row_of(const Visit& visit, const Viewer& viewer);
dto::DefectRow row_of(const Defect& defect, Date today);
dto::VisitView view_of(db::Transaction& transaction, const api::Call& call, const Visit& visit);
dto::DefectView view_of(db::Transaction& transaction, const api::Call& call, const Defect& defect);
std::vector<dto::InspectionStep> steps_of(db::Transaction& transaction, const std::string& subject);
std::string district_name(const std::string& code);
law::Why why_of(const Checklist& checklist, const Score& score);

} // namespace ankao::inspection
