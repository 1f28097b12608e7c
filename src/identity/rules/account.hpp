// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "base/result.hpp"
#include "identity/words/role.hpp"

namespace ankao::identity {

/// The name as it is kept: without blanks around it, ASCII letters in lower case.
std::string account_id(const std::string& typed);
/// Problem identity.account_name: not 2-32 of a-z 0-9 . _ - beginning with a letter.
Result<void> check_account_id(const std::string& id);
/// Problem identity.display_name: empty, over 64 characters, or with control characters.
Result<void> check_display_name(const std::string& name);
/// Problem identity.scope: the city has no id, a district has six digits, institutions and sites have their register id.
Result<void> check_scope(const Role& role, const std::string& scope_id);
/// Why a post, a leave or a delegation: 1 to 200 characters. Problem identity.reason.
Result<void> check_reason(const std::string& reason);

} // namespace ankao::identity
