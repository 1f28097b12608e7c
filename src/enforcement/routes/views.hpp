// SPDX-License-Identifier: Apache-2.0
// From decisions to what the screens get.
#pragma once

#include "enforcement/routes/api.hpp"
#include "enforcement/rules/amount.hpp"
#include "enforcement/service/decisions.hpp"

namespace ankao::enforcement {

Act act_of(const api::Call& call);
std::string district_name(const std::string& code);
dto::GroundList grounds();
dto::DecisionRow row_of(const Decision& decision, const Act& act);
dto::DecisionView view_of(db::Transaction& transaction, const api::Call& call, const Decision& decision);
law::Why why_of(const Decision& decision, std::int64_t event);

} // namespace ankao::enforcement
