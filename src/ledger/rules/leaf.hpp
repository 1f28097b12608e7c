// SPDX-License-Identifier: Apache-2.0
// The canonical bytes of an event (docs/ledger-format.md): what its leaf hash is made from, and what an export carries.
#pragma once

#include <cstdint>
#include <string>
#include <string_view>

#include "base/sm3.hpp"
#include "ledger/words/event.hpp"

namespace ankao::ledger {

inline constexpr std::uint8_t k_leaf_format = 1;
inline constexpr std::size_t k_salt_bytes = 16;

/// SM3(salt || name): a person's name never stands in the log, only this, and the salt keeps it from being guessed.
Digest name_commitment(std::string_view salt, std::string_view name);

/// The bytes of event `number`; broken invariant when before or after is neither empty nor an SM3.
std::string leaf_bytes(std::int64_t number, const Event& event, std::string_view salt);

} // namespace ankao::ledger
