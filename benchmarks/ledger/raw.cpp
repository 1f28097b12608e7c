// SPDX-License-Identifier: Apache-2.0
#include "ledger/raw.hpp"

#include <botan/hash.h>
#include <openssl/evp.h>

#include <algorithm>
#include <array>
#include <memory>

#include "base/ensure.hpp"
#include "base/sm3.hpp"
#include "support/figures.hpp"

namespace ankao::bench {
namespace {

void by_botan(std::string_view bytes, int times) {
  const auto hash = Botan::HashFunction::create_or_throw("SM3");
  std::array<std::uint8_t, 32> out{};
  for (int i = 0; i < times; ++i) {
    hash->update(reinterpret_cast<const std::uint8_t*>(bytes.data()), bytes.size());
    hash->final(out.data());
  }
}

void by_openssl(std::string_view bytes, int times) {
  const std::unique_ptr<EVP_MD_CTX, decltype(&EVP_MD_CTX_free)> context(EVP_MD_CTX_new(), &EVP_MD_CTX_free);
  std::array<std::uint8_t, 32> out{};
  for (int i = 0; i < times; ++i) {
    const bool done = EVP_DigestInit_ex(context.get(), EVP_sm3(), nullptr) == 1 && EVP_DigestUpdate(context.get(), bytes.data(), bytes.size()) == 1 &&
                      EVP_DigestFinal_ex(context.get(), out.data(), nullptr) == 1;
    ensure(done, "OpenSSL computes SM3");
  }
}

void by_own(std::string_view bytes, int times) {
  for (int i = 0; i < times; ++i) sm3(bytes);
}

} // namespace

std::vector<Sm3Maker> makers() { return {{"own", by_own}, {"Botan", by_botan}, {"OpenSSL", by_openssl}}; }

double blocks_a_second(const Sm3Maker& maker, std::size_t message, double seconds) {
  const std::string bytes(message, 'x');
  const double blocks = static_cast<double>((message + 9 + 63) / 64);
  const int at_once = std::max(1, static_cast<int>((1 << 22) / message));
  double done = 0;
  const Watch watch;
  while (watch.seconds() < seconds) {
    maker.run(bytes, at_once);
    done += blocks * at_once;
  }
  return done / watch.seconds();
}

} // namespace ankao::bench
