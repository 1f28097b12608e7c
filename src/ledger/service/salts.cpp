// SPDX-License-Identifier: Apache-2.0
#include "ledger/service/salts.hpp"

#include <sys/random.h>

#include <array>

#include "base/ensure.hpp"
#include "ledger/rules/leaf.hpp"

namespace ankao::ledger {

std::string fresh_salt() {
  // A call for every event would cost more than the event: each thread draws ahead.
  thread_local std::array<char, 256> pool{}; // up to 256 bytes getrandom() gives all or nothing
  thread_local std::size_t used = pool.size();
  if (used + k_salt_bytes > pool.size()) {
    ensure(::getrandom(pool.data(), pool.size(), 0) == static_cast<ssize_t>(pool.size()), "the operating system gives random bytes");
    used = 0;
  }
  const std::string out(pool.data() + used, k_salt_bytes);
  used += k_salt_bytes;
  return out;
}

} // namespace ankao::ledger
