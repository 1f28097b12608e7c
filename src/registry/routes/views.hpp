// SPDX-License-Identifier: Apache-2.0
// Records as the API shows them: names in the language of the call, what the public may not see left out.
#pragma once

#include <string>

#include "problems/catalogue.hpp"
#include "registry/routes/api.hpp"
#include "registry/routes/import_api.hpp"
#include "registry/routes/report_api.hpp"
#include "registry/service/city.hpp"
#include "registry/service/imports.hpp"
#include "registry/service/lists.hpp"
#include "registry/service/reports.hpp"
#include "registry/service/snapshot.hpp"

namespace ankao::registry::routes {

using problems::Language;

/// 188****7782 for every mobile number in the text; others stay.
std::string masked(const std::string& text);
std::string name_in(Language language, const std::string& id);

PlaceView view_of(const Place& place);
InstitutionItem item_of(const InstitutionFound& found, Language language);
SiteItem item_of(const SiteFound& found, Language language);
InstitutionDetail detail_of(const InstitutionCard& card, Date day, Language language);
SiteDetail detail_of(const SiteCard& card, Date day, Language language);
SuspensionView view_of(const RecordedSuspension& recorded, Date today);
ReportView view_of(const Report& report);
AnomalyView view_of(const Anomaly& anomaly, Language language);
ImportFacts view_of(const Facts& facts);
/// Newest first.
History history_of(const InstitutionCard& card);

/// The faults of a refusal as rows and cells; the place of each is "第 14 行 · 区域" or "考场 第 3 行 · 容量".
std::vector<CellError> cell_errors(const Problem& refusal, Language language);

} // namespace ankao::registry::routes
