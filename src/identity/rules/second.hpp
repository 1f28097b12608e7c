// SPDX-License-Identifier: Apache-2.0
// Which step a session stands at, and which codes are right when.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "identity/words/account.hpp"
#include "identity/words/second.hpp"

namespace ankao::identity {

inline constexpr std::int64_t k_code_seconds = 30; ///< RFC 6238 5.2
inline constexpr int k_code_digits = 6;
inline constexpr std::int64_t k_code_window = 1; ///< steps that a device's clock may be off, each way

/// `decides`: the post the session acts in needs two factors.
Step step_of(const Account& account, bool decides, bool proven);

std::int64_t code_step(Instant now);
/// Steps whose code is taken now, oldest first.
std::vector<std::int64_t> code_window(Instant now);

/// As people type it: without blanks and hyphens, in small letters.
std::string typed_code(const std::string& text);
/// Six digits; anything else can only be a recovery code.
bool is_device_code(const std::string& typed);

/// otpauth://totp/... for a secret in base32.
std::string enrol_address(const std::string& account, const std::string& secret);

} // namespace ankao::identity
