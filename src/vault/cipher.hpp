// SPDX-License-Identifier: Apache-2.0
// The primitives, by Botan: SM4-GCM with a 96-bit nonce and a 128-bit tag, HMAC-SM3.
#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <optional>
#include <string>
#include <string_view>

namespace ankao::vault {

using Secret = std::array<std::uint8_t, 16>; ///< one SM4 key
using Nonce = std::array<std::uint8_t, 12>;

/// Unpredictable bytes; safe to call from many threads. Tests give a counted one.
using Chance = std::function<void(std::uint8_t* bytes, std::size_t count)>;
Chance system_chance();

/// Ciphertext followed by the tag.
std::string gcm_seal(const Secret& key, const Nonce& nonce, std::string_view bound, std::string_view clear);
/// Nothing when key, nonce, bound data or a single bit is not what was sealed.
std::optional<std::string> gcm_open(const Secret& key, const Nonce& nonce, std::string_view bound, std::string_view sealed);

/// One SM4 block, for the vectors of GM/T 0002.
std::array<std::uint8_t, 16> sm4_block(const Secret& key, const std::array<std::uint8_t, 16>& block);

/// HMAC-SM3, 32 bytes.
std::string hmac_sm3(std::string_view key, std::string_view bytes);

std::string to_base64url(std::string_view bytes);
/// Nothing for text that to_base64url would not have written.
std::optional<std::string> from_base64url(std::string_view text);

} // namespace ankao::vault
