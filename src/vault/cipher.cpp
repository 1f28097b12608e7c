// SPDX-License-Identifier: Apache-2.0
#include "vault/cipher.hpp"

#include <sys/random.h>

#include <botan/aead.h>
#include <botan/block_cipher.h>
#include <botan/mac.h>

#include <cerrno>
#include <system_error>

namespace ankao::vault {
namespace {

constexpr std::string_view k_letters = "ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnopqrstuvwxyz0123456789-_";
constexpr std::size_t k_tag = 16;

const std::uint8_t* bytes_of(std::string_view text) { return reinterpret_cast<const std::uint8_t*>(text.data()); }

std::unique_ptr<Botan::AEAD_Mode> mode(Botan::Cipher_Dir direction, const Secret& key, const Nonce& nonce, std::string_view bound) {
  auto cipher = Botan::AEAD_Mode::create_or_throw("SM4/GCM", direction);
  cipher->set_key(key.data(), key.size());
  cipher->set_associated_data(bytes_of(bound), bound.size());
  cipher->start(nonce.data(), nonce.size());
  return cipher;
}

std::string text_of(const Botan::secure_vector<std::uint8_t>& bytes) { return {bytes.begin(), bytes.end()}; }

} // namespace

Chance system_chance() {
  return [](std::uint8_t* bytes, std::size_t count) {
    while (count > 0) {
      const ssize_t got = ::getrandom(bytes, count, 0);
      if (got < 0 && errno == EINTR) continue;
      if (got < 0) throw std::system_error(errno, std::generic_category(), "the system gives no random bytes");
      bytes += got;
      count -= static_cast<std::size_t>(got);
    }
  };
}

std::string gcm_seal(const Secret& key, const Nonce& nonce, std::string_view bound, std::string_view clear) {
  const auto cipher = mode(Botan::ENCRYPTION, key, nonce, bound);
  Botan::secure_vector<std::uint8_t> buffer(bytes_of(clear), bytes_of(clear) + clear.size());
  cipher->finish(buffer);
  return text_of(buffer);
}

std::optional<std::string> gcm_open(const Secret& key, const Nonce& nonce, std::string_view bound, std::string_view sealed) {
  if (sealed.size() < k_tag) return std::nullopt;
  const auto cipher = mode(Botan::DECRYPTION, key, nonce, bound);
  Botan::secure_vector<std::uint8_t> buffer(bytes_of(sealed), bytes_of(sealed) + sealed.size());
  try {
    cipher->finish(buffer);
  } catch (const Botan::Integrity_Failure&) {
    return std::nullopt;
  }
  return text_of(buffer);
}

std::array<std::uint8_t, 16> sm4_block(const Secret& key, const std::array<std::uint8_t, 16>& block) {
  const auto cipher = Botan::BlockCipher::create_or_throw("SM4");
  cipher->set_key(key.data(), key.size());
  std::array<std::uint8_t, 16> out{};
  cipher->encrypt(block.data(), out.data());
  return out;
}

std::string hmac_sm3(std::string_view key, std::string_view bytes) {
  const auto mac = Botan::MessageAuthenticationCode::create_or_throw("HMAC(SM3)");
  mac->set_key(bytes_of(key), key.size());
  mac->update(bytes_of(bytes), bytes.size());
  return text_of(mac->final());
}

std::string to_base64url(std::string_view bytes) {
  std::string out;
  out.reserve((bytes.size() * 4 + 2) / 3);
  std::uint32_t held = 0;
  unsigned bits = 0;
  for (const char one : bytes) {
    held = (held << 8) | static_cast<std::uint8_t>(one);
    for (bits += 8; bits >= 6; bits -= 6) out += k_letters[(held >> (bits - 6)) & 63U];
  }
  if (bits > 0) out += k_letters[(held << (6 - bits)) & 63U];
  return out;
}

std::optional<std::string> from_base64url(std::string_view text) {
  std::string out;
  out.reserve(text.size() * 3 / 4);
  std::uint32_t held = 0;
  unsigned bits = 0;
  for (const char one : text) {
    const auto value = k_letters.find(one);
    if (value == std::string_view::npos) return std::nullopt;
    held = (held << 6) | static_cast<std::uint32_t>(value);
    bits += 6;
    if (bits >= 8) {
      bits -= 8;
      out += static_cast<char>((held >> bits) & 255U);
    }
  }
  const bool spare_is_blank = (held & ((1U << bits) - 1U)) == 0;
  return bits < 6 && spare_is_blank ? std::optional(out) : std::nullopt;
}

} // namespace ankao::vault
