// SPDX-License-Identifier: Apache-2.0
// Which passwords are refused. Length and known habits count, not the number of character classes.
#pragma once

#include <string>

#include "base/result.hpp"
#include "identity/words/settings.hpp"

namespace ankao::identity {

/// The first that applies, in this order: identity.password_short, password_long, password_digits (a telephone, birthday or identity
/// number), password_monotonous, password_account (holds the account's name), password_common.
Result<void> check_password(const std::string& password, const std::string& account, const PasswordLimits& limits);

/// Characters of UTF-8 text.
std::size_t characters(const std::string& text);

} // namespace ankao::identity
