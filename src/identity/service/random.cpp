// SPDX-License-Identifier: Apache-2.0
#include "identity/service/random.hpp"

#include <sys/random.h>

#include <cerrno>
#include <system_error>
#include <vector>

#include "base/sm3.hpp"

namespace ankao::identity {

void SystemRandom::fill(std::span<std::uint8_t> bytes) {
  while (!bytes.empty()) {
    const ssize_t got = ::getrandom(bytes.data(), bytes.size(), 0);
    if (got < 0 && errno == EINTR) continue;
    if (got < 0) throw std::system_error(errno, std::generic_category(), "the system gives no random bytes");
    bytes = bytes.subspan(static_cast<std::size_t>(got));
  }
}

std::string random_hex(Random& random, std::size_t count) {
  std::vector<std::uint8_t> bytes(count);
  random.fill(bytes);
  return to_hex(bytes.data(), bytes.size());
}

std::string random_password(Random& random) {
  constexpr std::string_view letters = "abcdefghjkmnpqrstuvwxyz23456789";
  constexpr std::size_t k_groups = 4;
  constexpr std::size_t k_group = 4;
  constexpr unsigned k_even = 256 / letters.size() * letters.size(); // bytes above would make some letters likelier
  std::string out;
  std::size_t written = 0;
  while (written < k_groups * k_group) {
    std::uint8_t byte = 0;
    random.fill({&byte, 1});
    if (byte >= k_even) continue;
    if (written > 0 && written % k_group == 0) out += '-';
    out += letters[byte % letters.size()];
    ++written;
  }
  return out;
}

} // namespace ankao::identity
