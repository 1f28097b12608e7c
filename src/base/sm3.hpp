// SPDX-License-Identifier: Apache-2.0
// SM3 (GM/T 0004-2012). Own code, because the draw's core must give the same tickets in a browser, where no library we use
// exists; a test compares it with Botan on a million bytes and with the standard's vectors.
#pragma once

#include <array>
#include <cstddef>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace ankao {

using Digest = std::array<std::uint8_t, 32>;

/// Incremental SM3. After digest() the object must not be used again.
class Sm3 {
public:
  Sm3();
  Sm3& update(const void* bytes, std::size_t count);
  Sm3& update(std::string_view bytes) { return update(bytes.data(), bytes.size()); }
  Sm3& update(const Digest& digest) { return update(digest.data(), digest.size()); }
  Digest digest();

private:
  void compress(const std::uint8_t* block);
  std::array<std::uint32_t, 8> state_;
  std::array<std::uint8_t, 64> block_{};
  std::size_t filled_ = 0;
  std::uint64_t total_ = 0;
};

Digest sm3(std::string_view bytes);

/// Lower-case hexadecimal, 64 digits for a digest.
std::string to_hex(const std::uint8_t* bytes, std::size_t count);
inline std::string to_hex(const Digest& digest) { return to_hex(digest.data(), digest.size()); }
/// 64 hexadecimal digits of either case; nothing else.
std::optional<Digest> digest_from_hex(std::string_view hex);

} // namespace ankao
