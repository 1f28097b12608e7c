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

std::uint32_t ff(int j, std::uint32_t x, std::uint32_t y, std::uint32_t z) { return j < 16 ? x ^ y ^ z : (x & y) | (x & z) | (y & z); }
std::uint32_t gg(int j, std::uint32_t x, std::uint32_t y, std::uint32_t z) { return j < 16 ? x ^ y ^ z : (x & y) | (~x & z); }

std::uint32_t big_endian(const std::uint8_t* p) {
  return (std::uint32_t{p[0]} << 24) | (std::uint32_t{p[1]} << 16) | (std::uint32_t{p[2]} << 8) | std::uint32_t{p[3]};
}

} // namespace

Sm3::Sm3() : state_(k_initial) {}

void Sm3::compress(const std::uint8_t* block) {
  std::array<std::uint32_t, 68> w{};
  for (std::size_t i = 0; i < 16; ++i) w[i] = big_endian(block + 4 * i);
  for (std::size_t i = 16; i < 68; ++i)
    w[i] = p1(w[i - 16] ^ w[i - 9] ^ std::rotl(w[i - 3], 15)) ^ std::rotl(w[i - 13], 7) ^ w[i - 6];
  auto [a, b, c, d, e, f, g, h] = state_;
  for (int j = 0; j < 64; ++j) {
    const std::uint32_t t = j < 16 ? 0x79cc4519u : 0x7a879d8au;
    const std::uint32_t ss1 = std::rotl(std::rotl(a, 12) + e + std::rotl(t, j % 32), 7);
    const std::uint32_t ss2 = ss1 ^ std::rotl(a, 12);
    const auto at = static_cast<std::size_t>(j);
    const std::uint32_t tt1 = ff(j, a, b, c) + d + ss2 + (w[at] ^ w[at + 4]);
    const std::uint32_t tt2 = gg(j, e, f, g) + h + ss1 + w[at];
    d = c;
    c = std::rotl(b, 9);
    b = a;
    a = tt1;
    h = g;
    g = std::rotl(f, 19);
    f = e;
    e = p0(tt2);
  }
  const std::array<std::uint32_t, 8> round = {a, b, c, d, e, f, g, h};
  for (std::size_t i = 0; i < 8; ++i) state_[i] ^= round[i];
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
