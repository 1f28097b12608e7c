// SPDX-License-Identifier: Apache-2.0
// The primitives against the published vectors.
#include <botan/block_cipher.h>
#include <gtest/gtest.h>

#include "base/sm3.hpp"
#include "vault/cipher.hpp"

namespace ankao::vault {
namespace {

std::string from_hex(std::string_view hex) {
  std::string out;
  for (std::size_t i = 0; i + 1 < hex.size(); i += 2) out += static_cast<char>(std::stoi(std::string(hex.substr(i, 2)), nullptr, 16));
  return out;
}
template <std::size_t N>
std::array<std::uint8_t, N> bytes(std::string_view hex) {
  std::array<std::uint8_t, N> out{};
  const std::string text = from_hex(hex);
  std::copy(text.begin(), text.end(), out.begin());
  return out;
}
std::string hex(std::string_view text) { return to_hex(reinterpret_cast<const std::uint8_t*>(text.data()), text.size()); }

const Secret k_key = bytes<16>("0123456789abcdeffedcba9876543210");

TEST(Cipher, Sm4GivesTheFirstVectorOfTheStandard) { // GM/T 0002-2012, A.1
  EXPECT_EQ(to_hex(sm4_block(k_key, bytes<16>("0123456789abcdeffedcba9876543210")).data(), 16), "681edf34d206965e86b3e94f536e4246");
}

TEST(Cipher, Sm4GivesTheSecondVectorOfTheStandard) { // GM/T 0002-2012, A.2: a million times over the same block
  const auto cipher = Botan::BlockCipher::create_or_throw("SM4"); // what sm4_block uses, without setting the key a million times
  cipher->set_key(k_key.data(), k_key.size());
  auto block = bytes<16>("0123456789abcdeffedcba9876543210");
  for (int i = 0; i < 1'000'000; ++i) cipher->encrypt(block.data());
  EXPECT_EQ(to_hex(block.data(), 16), "595298c7c6fd271f0402f804c33d3f66");
}

TEST(Cipher, GcmGivesTheVectorOfRfc8998) {
  const std::string clear = from_hex("aaaaaaaaaaaaaaaabbbbbbbbbbbbbbbbccccccccccccccccddddddddddddddddeeeeeeeeeeeeeeeeffffffffffffffffeeeeeeeeeeeeeeeeaaaaaaaaaaaaaaaa");
  const std::string bound = from_hex("feedfacedeadbeeffeedfacedeadbeefabaddad2");
  const auto nonce = bytes<12>("00001234567800000000abcd");
  const std::string sealed = gcm_seal(k_key, nonce, bound, clear);
  EXPECT_EQ(hex(sealed), "17f399f08c67d5ee19d0dc9969c4bb7d5fd46fd3756489069157b282bb200735d82710ca5c22f0ccfa7cbf93d496ac15a56834cbcf98c397b4024a2691233b8d"
                         "83de3541e4c2b58177e065a9bf7b62ec");
  EXPECT_EQ(gcm_open(k_key, nonce, bound, sealed), clear);
}

TEST(Cipher, HmacTellsKeysAndTextsApart) {
  EXPECT_EQ(hmac_sm3("key", "text"), hmac_sm3("key", "text"));
  EXPECT_NE(hmac_sm3("key", "text"), hmac_sm3("kez", "text"));
  EXPECT_NE(hmac_sm3("key", "text"), hmac_sm3("key", "texu"));
  EXPECT_EQ(hmac_sm3("key", "text").size(), 32u);
}

TEST(Cipher, HmacIsTheHashTwiceOverThePaddedKey) { // RFC 2104 with SM3, computed with our own SM3
  std::string inner(64, '\x36'), outer(64, '\x5c');
  const std::string key = "a key of some length";
  for (std::size_t i = 0; i < key.size(); ++i) {
    inner[i] = static_cast<char>(inner[i] ^ key[i]);
    outer[i] = static_cast<char>(outer[i] ^ key[i]);
  }
  const Digest first = sm3(inner + "text");
  const Digest second = Sm3().update(outer).update(first).digest();
  EXPECT_EQ(hex(hmac_sm3(key, "text")), to_hex(second));
}

TEST(Cipher, Base64ComesBackAndHasOneSpelling) {
  std::string all;
  for (int length = 0; length < 300; ++length) {
    const std::string text = to_base64url(all);
    EXPECT_EQ(from_base64url(text), all);
    all += static_cast<char>(length * 37);
  }
  EXPECT_EQ(from_base64url("A"), std::nullopt);   // six bits are no byte
  EXPECT_EQ(from_base64url("AB"), std::nullopt);  // spare bits set: another spelling of "AA"
  EXPECT_EQ(from_base64url("AA="), std::nullopt); // padding is not ours
  EXPECT_EQ(from_base64url("A+AA"), std::nullopt);
}

} // namespace
} // namespace ankao::vault
