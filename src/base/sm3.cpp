// SPDX-License-Identifier: Apache-2.0
#include "base/sm3.hpp"

#include <algorithm>
#include <bit>
#include <cstring>

namespace ankao {
namespace {

// Names follow GM/T 0004-2012, section 5.
constexpr std::array<std::uint32_t, 8> k_initial = {0x7380166f, 0x4914b2b9, 0x172442d7, 0xda8a0600,
                                                    0xa96f30bc, 0x163138aa, 0xe38dee4d, 0xb0fb0e4e};

std::uint32_t p0(std::uint32_t x) { return x ^ std::rotl(x, 9) ^ std::rotl(x, 17); }
std::uint32_t p1(std::uint32_t x) { return x ^ std::rotl(x, 15) ^ std::rotl(x, 23); }

// The constants as each step adds them: T_j turned by j.
constexpr std::array<std::uint32_t, 64> k_turned = [] {
  std::array<std::uint32_t, 64> out{};
  for (int j = 0; j < 64; ++j) out[static_cast<std::size_t>(j)] = std::rotl(j < 16 ? 0x79cc4519u : 0x7a879d8au, j % 32);
  return out;
}();

template <bool early>
std::uint32_t ff(std::uint32_t x, std::uint32_t y, std::uint32_t z) {
  if constexpr (early) return x ^ y ^ z;
  return (x & y) | ((x | y) & z);
}
template <bool early>
std::uint32_t gg(std::uint32_t x, std::uint32_t y, std::uint32_t z) {
  if constexpr (early) return x ^ y ^ z;
  return ((y ^ z) & x) ^ z;
}

std::uint32_t big_endian(const std::uint8_t* p) {
  return (std::uint32_t{p[0]} << 24) | (std::uint32_t{p[1]} << 16) | (std::uint32_t{p[2]} << 8) | std::uint32_t{p[3]};
}

/// One step. Instead of moving the words on, the caller names them anew.
template <bool early>
inline void step(std::uint32_t a, std::uint32_t& b, std::uint32_t c, std::uint32_t& d, std::uint32_t e, std::uint32_t& f, std::uint32_t g, std::uint32_t& h, std::uint32_t t,
                 std::uint32_t w, std::uint32_t w4) {
  const std::uint32_t a12 = std::rotl(a, 12);
  const std::uint32_t ss1 = std::rotl(a12 + e + t, 7);
  d += ff<early>(a, b, c) + (ss1 ^ a12) + (w ^ w4);
  h = p0(h + gg<early>(e, f, g) + ss1 + w);
  b = std::rotl(b, 9);
  f = std::rotl(f, 19);
}

} // namespace

Sm3::Sm3() : state_(k_initial) {}

void Sm3::compress(const std::uint8_t* block) {
  std::array<std::uint32_t, 68> w;
  for (std::size_t i = 0; i < 16; ++i) w[i] = big_endian(block + 4 * i);
  // Words are made just before they are used: made beforehand the compiler vectorises them, and they take twice the time.
  const auto four_words = [&w](std::size_t from) {
    for (std::size_t i = from; i < from + 4; ++i) w[i] = p1(w[i - 16] ^ w[i - 9] ^ std::rotl(w[i - 3], 15)) ^ std::rotl(w[i - 13], 7) ^ w[i - 6];
  };
  auto [a, b, c, d, e, f, g, h] = state_;
  std::size_t j = 0;
  for (; j < 16; j += 4) {
    if (j == 12) four_words(16);
    step<true>(a, b, c, d, e, f, g, h, k_turned[j], w[j], w[j + 4]);
    step<true>(d, a, b, c, h, e, f, g, k_turned[j + 1], w[j + 1], w[j + 5]);
    step<true>(c, d, a, b, g, h, e, f, k_turned[j + 2], w[j + 2], w[j + 6]);
    step<true>(b, c, d, a, f, g, h, e, k_turned[j + 3], w[j + 3], w[j + 7]);
  }
  for (; j < 64; j += 4) {
    four_words(j + 4);
    step<false>(a, b, c, d, e, f, g, h, k_turned[j], w[j], w[j + 4]);
    step<false>(d, a, b, c, h, e, f, g, k_turned[j + 1], w[j + 1], w[j + 5]);
    step<false>(c, d, a, b, g, h, e, f, k_turned[j + 2], w[j + 2], w[j + 6]);
    step<false>(b, c, d, a, f, g, h, e, k_turned[j + 3], w[j + 3], w[j + 7]);
  }
  const std::array<std::uint32_t, 8> all = {a, b, c, d, e, f, g, h};
  for (std::size_t i = 0; i < 8; ++i) state_[i] ^= all[i];
}

Sm3& Sm3::update(const void* bytes, std::size_t count) {
  const auto* p = static_cast<const std::uint8_t*>(bytes);
  total_ += count;
  while (count > 0) {
    if (filled_ == 0 && count >= 64) {
      compress(p);
      p += 64;
      count -= 64;
      continue;
    }
    const std::size_t take = std::min(count, 64 - filled_);
    std::memcpy(block_.data() + filled_, p, take);
    filled_ += take;
    p += take;
    count -= take;
    if (filled_ == 64) {
      compress(block_.data());
      filled_ = 0;
    }
  }
  return *this;
}

Digest Sm3::digest() {
  const std::uint64_t bits = total_ * 8;
  const std::uint8_t one = 0x80;
  update(&one, 1);
  const std::array<std::uint8_t, 64> zeros{};
  update(zeros.data(), (filled_ <= 56 ? 56 : 120) - filled_);
  std::array<std::uint8_t, 8> length{};
  for (std::size_t i = 0; i < 8; ++i) length[i] = static_cast<std::uint8_t>(bits >> (56 - 8 * i));
  update(length.data(), length.size());
  Digest out{};
  for (std::size_t i = 0; i < 8; ++i)
    for (std::size_t k = 0; k < 4; ++k) out[4 * i + k] = static_cast<std::uint8_t>(state_[i] >> (24 - 8 * k));
  return out;
}

Digest sm3(std::string_view bytes) { return Sm3().update(bytes).digest(); }

std::string to_hex(const std::uint8_t* bytes, std::size_t count) {
  constexpr std::string_view digits = "0123456789abcdef";
  std::string out;
  out.reserve(2 * count);
  for (std::size_t i = 0; i < count; ++i) {
    out += digits[bytes[i] >> 4];
    out += digits[bytes[i] & 15];
  }
  return out;
}

std::optional<Digest> digest_from_hex(std::string_view hex) {
  if (hex.size() != 64) return std::nullopt;
  const auto nibble = [](char c) -> int {
    if (c >= '0' && c <= '9') return c - '0';
    if (c >= 'a' && c <= 'f') return c - 'a' + 10;
    if (c >= 'A' && c <= 'F') return c - 'A' + 10;
    return -1;
  };
  Digest out{};
  for (std::size_t i = 0; i < 32; ++i) {
    const int high = nibble(hex[2 * i]);
    const int low = nibble(hex[2 * i + 1]);
    if (high < 0 || low < 0) return std::nullopt;
    out[i] = static_cast<std::uint8_t>(high * 16 + low);
  }
  return out;
}

} // namespace ankao
