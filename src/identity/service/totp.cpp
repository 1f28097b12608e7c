// SPDX-License-Identifier: Apache-2.0
#include "identity/service/totp.hpp"

#include <botan/base32.h>
#include <botan/exceptn.h>
#include <botan/mac.h>

namespace ankao::identity {
namespace {

constexpr std::size_t k_secret_longest = 256;

} // namespace

std::string totp_code(const std::string& secret, std::int64_t step, int digits) {
  const auto mac = Botan::MessageAuthenticationCode::create_or_throw("HMAC(SHA-1)");
  mac->set_key(reinterpret_cast<const std::uint8_t*>(secret.data()), secret.size());
  for (int shift = 56; shift >= 0; shift -= 8) mac->update(static_cast<std::uint8_t>(static_cast<std::uint64_t>(step) >> shift));
  const auto hash = mac->final();
  // RFC 4226 5.3: four bytes from where the last nibble points, without the sign.
  const std::size_t at = hash.back() & 0x0fU;
  std::uint32_t number = 0;
  for (std::size_t i = 0; i < 4; ++i) number = (number << 8) | hash[at + i];
  number &= 0x7fffffffU;
  std::string out(static_cast<std::size_t>(digits), '0');
  for (auto sign = out.rbegin(); sign != out.rend(); ++sign, number /= 10) *sign = static_cast<char>('0' + number % 10);
  return out;
}

std::string to_base32(const std::string& bytes) {
  return Botan::base32_encode(reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size());
}

std::optional<std::string> from_base32(const std::string& text) {
  std::string plain;
  for (const char c : text)
    if (c != ' ' && c != '-' && c != '=') plain += c >= 'a' && c <= 'z' ? static_cast<char>(c - 'a' + 'A') : c;
  if (plain.empty() || plain.size() > k_secret_longest) return std::nullopt;
  while (plain.size() % 8 != 0) plain += '=';
  try {
    const auto bytes = Botan::base32_decode(plain, false);
    return std::string(bytes.begin(), bytes.end());
  } catch (const Botan::Exception&) {
    return std::nullopt;
  } catch (const std::exception&) {
    return std::nullopt;
  }
}

} // namespace ankao::identity
