// SPDX-License-Identifier: Apache-2.0
// Where chance enters the draw, and the only place: draw.md, "Tickets".
#pragma once

#include <cstdint>
#include <string_view>

#include "base/sm3.hpp"

namespace ankao::draw {

using Seed = Digest; ///< 32 bytes

inline std::uint64_t first_eight_bytes(const Digest& digest) {
  std::uint64_t value = 0;
  for (std::size_t i = 0; i < 8; ++i) value = (value << 8) | digest[i];
  return value;
}

/// ticket(batch, site): first 8 bytes, big-endian, of SM3(seed | batch id | 0x00 | site id).
inline std::uint64_t ticket(const Seed& seed, std::string_view batch_id, std::string_view site_id) {
  const char zero = 0;
  return first_eight_bytes(Sm3().update(seed).update(batch_id).update(&zero, 1).update(site_id).digest());
}

/// tie(batch): the same of SM3(seed | batch id | 0x01).
inline std::uint64_t tie(const Seed& seed, std::string_view batch_id) {
  const char one = 1;
  return first_eight_bytes(Sm3().update(seed).update(batch_id).update(&one, 1).digest());
}

} // namespace ankao::draw
