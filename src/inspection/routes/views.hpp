// SPDX-License-Identifier: Apache-2.0
// From words to what the screens get.
#pragma once

#include "inspection/routes/api.hpp"
#include "inspection/service/checklists.hpp"
#include "inspection/service/visits.hpp"
#include "inspection/words/record.hpp"
#include "inspection/store/inspection.hpp"

namespace ankao::inspection {

Viewer viewer_of(const api::Call& call);
/// Of problems: the city's exam organisation has the city's scope, but only its own problems.
Viewer unit_viewer_of(const api::Call& call);
/// What the device says of its clock.
Stamp stamp_of(const api::Call& call, const std::optional<Instant>& device_at);
dto::QuestionView view_of(const Question& question);
dto::WitnessView view_of(const Witness& witness);
dto::SignatureView view_of(const Signature& signature, const std::string& content);
dto::AnswerView view_of(const StoredAnswer& answer, const std::string& account);
dto::VisitRecord record_of(db::Transaction& transaction, const api::Call& call, const Visit& visit, const Standing& standing);
std::string by_name(const Visit& visit);
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
