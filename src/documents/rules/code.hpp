// SPDX-License-Identifier: Apache-2.0
// The short code of a document: eleven signs by chance (55 bits) and a check sign, without the letters that are misread. Any single
// wrong sign and any two signs changed about are noticed, before anybody asks the platform.
#pragma once

#include <array>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace ankao::documents {

inline constexpr std::size_t k_code_signs = 12;

/// Of eleven values by chance; only the five low bits of each count.
std::string code_of(const std::array<std::uint8_t, k_code_signs - 1>& chance);
/// "7KQ2M9XPRT0A" from what a person types: small letters, blanks and hyphens, O for 0, I and L for 1. Nothing when it is no code.
std::optional<std::string> read_code(std::string_view typed);
/// "7KQ2-M9XP-RT0A".
std::string printed_code(const std::string& code);

} // namespace ankao::documents
