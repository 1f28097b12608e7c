// SPDX-License-Identifier: Apache-2.0
// The limits of sign-in (law/identity.yaml).
#pragma once

#include <cstdint>
#include <set>
#include <string>

namespace ankao::identity {

struct SessionLimits {
  std::int64_t idle_ms = 0;     ///< without a request
  std::int64_t absolute_ms = 0; ///< since sign-in, whatever happens
};

struct PasswordLimits {
  std::size_t shortest = 0;           ///< characters
  std::size_t longest = 0;            ///< characters
  std::set<std::string> common_words; ///< lower case (data/identity/common_passwords.txt)
};

/// After `free` failures each further one doubles the wait, from `first_wait_ms` up to `longest_wait_ms`.
struct ThrottleLimits {
  int free = 0;
  std::int64_t first_wait_ms = 0;
  std::int64_t longest_wait_ms = 0;
  std::int64_t forget_ms = 0; ///< failures older than this no longer count
};

struct DelegationLimits {
  std::int64_t longest_ms = 0; ///< from beginning to end
};

struct HashCost {
  std::size_t memory_kib = 0;
  std::size_t passes = 0;
  std::size_t lanes = 0;
  bool operator==(const HashCost&) const = default;
};

struct Settings {
  SessionLimits session;
  PasswordLimits password;
  ThrottleLimits throttle_account; ///< one account from one address
  ThrottleLimits throttle_peer;    ///< any account from one address
  ThrottleLimits throttle_code = {}; ///< codes for one account from all unknown browsers
  HashCost hash;
  DelegationLimits delegation = {};
  std::int64_t sign_in_log_ms = 0; ///< how long attempts to sign in are kept
};

} // namespace ankao::identity
