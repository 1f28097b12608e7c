// SPDX-License-Identifier: Apache-2.0
// The people of a district's teams and the ties they declared (M-3.2e, G-44, G-47).
#pragma once

#include <vector>

#include "inspection/service/party.hpp"

namespace ankao::inspection {

/// A member's declaration, kept in every version by the ledger. `role`: leader, inspector, liaison, expert.
/// inspection.member_role, member_name, tie_unknown, target_unknown (a tie to no unit of the campaign).
Result<Paper> declare_member(db::Database& database, const Party& party, const std::string& campaign, const std::string& name, const TeamPerson& content);
/// The declared members of a district; "" those of the city.
std::vector<Paper> members_of(db::Transaction& transaction, const std::string& campaign, const std::string& district);
/// Members of a visit against what they declared: inspection.member_tied.
Result<void> check_declared(db::Transaction& transaction, const std::string& campaign, const std::string& by, const std::vector<Member>& team, const Target& target);

} // namespace ankao::inspection
