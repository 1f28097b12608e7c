// SPDX-License-Identifier: Apache-2.0
// One-time codes of RFC 6238 with SHA-1, which every app knows, and base32 (RFC 4648), in which secrets are typed.
#pragma once

#include <cstdint>
#include <optional>
#include <string>

#include "identity/rules/second.hpp"

namespace ankao::identity {

/// `secret`: bytes.
std::string totp_code(const std::string& secret, std::int64_t step, int digits = k_code_digits);

std::string to_base32(const std::string& bytes);
/// Nothing for text that is none; blanks and small letters are taken.
std::optional<std::string> from_base32(const std::string& text);

} // namespace ankao::identity
