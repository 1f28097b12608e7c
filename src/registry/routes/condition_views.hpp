// SPDX-License-Identifier: Apache-2.0
// Conditions as the API shows them.
#pragma once

#include "api/endpoints.hpp"
#include "db/db.hpp"
#include "registry/routes/conditions_api.hpp"
#include "registry/service/condition_reading.hpp"
#include "registry/service/conditions.hpp"

namespace ankao::registry::routes {

ConditionsView view_of(db::Transaction& transaction, const api::Call& call, const ConditionsOnDay& conditions);
ConditionSheetRow row_of(const Sheet& sheet);
/// Every figure of every sheet that was not as the one before it.
ConditionHistory history_of(db::Transaction& transaction, const ConditionPlace& place);
ConditionRow row_of(const ConditionFound& found, Date today, problems::Language language);
StaffListRow row_of(const StaffFound& found, Date today, problems::Language language);
/// Faults at the place of the member: register.condition_number, register.condition_area.
Result<ConditionDraft> draft_of(const ConditionDeclaration& form);

} // namespace ankao::registry::routes
