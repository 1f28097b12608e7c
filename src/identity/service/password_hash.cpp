// SPDX-License-Identifier: Apache-2.0
#include "identity/service/password_hash.hpp"

#include <botan/argon2.h>
#include <botan/exceptn.h>
#include <botan/rng.h>

namespace ankao::identity {
namespace {

constexpr std::uint8_t k_argon2id = 2;

/// Botan takes its salt from our port.
class BotanRandom : public Botan::RandomNumberGenerator {
public:
  explicit BotanRandom(Random& random)
      : random_(random) {}
  void randomize(std::uint8_t output[], std::size_t length) override { random_.fill({output, length}); }
  bool accepts_input() const override { return false; }
  void add_entropy(const std::uint8_t[], std::size_t) override {}
  std::string name() const override { return "ankao"; }
  void clear() override {}
  bool is_seeded() const override { return true; }

private:
  Random& random_;
};

std::string parameters(const HashCost& cost) {
  return "$m=" + std::to_string(cost.memory_kib) + ",t=" + std::to_string(cost.passes) + ",p=" + std::to_string(cost.lanes) + "$";
}

} // namespace

std::string hash_password(const std::string& password, const HashCost& cost, Random& random) {
  BotanRandom source(random);
  return Botan::argon2_generate_pwhash(password.data(), password.size(), source, cost.lanes, cost.memory_kib, cost.passes, k_argon2id);
}

bool fits_password(const std::string& password, const std::string& hash) {
  try {
    return Botan::argon2_check_pwhash(password.data(), password.size(), hash);
  } catch (const Botan::Exception&) {
    return false;
  }
}

bool is_outdated(const std::string& hash, const HashCost& cost) {
  return hash.rfind("$argon2id$", 0) != 0 || hash.find(parameters(cost)) == std::string::npos;
}

} // namespace ankao::identity
