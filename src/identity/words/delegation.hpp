// SPDX-License-Identifier: Apache-2.0
// Acting for somebody else for a time (代办), and what is kept of posts and attempts to sign in.
#pragma once

#include <optional>
#include <set>
#include <string>

#include "base/date.hpp"

namespace ankao::identity {

/// `taker` may act for `giver` from `starts_at` up to `ends_at`.
struct Delegation {
  std::string id;
  std::string giver; ///< account
  std::string taker; ///< account
  std::string role;  ///< of the giver when it was given: another post ends it
  std::string scope_id;
  std::set<std::string> permissions;
  Instant starts_at;
  Instant ends_at;
  std::string reason;
  Instant created_at;
  std::optional<Instant> ended_at; ///< before its time
};

/// A role and scope that an account has held since a day.
struct Post {
  std::string account;
  Instant since;
  std::string role;
  std::string scope_id;
  std::string by; ///< account that decided it
  std::string reason;
};

/// One attempt to sign in. `account` is empty when no such account stands: people type passwords into that field.
struct SignInAttempt {
  std::string id;
  Instant at;
  std::string account;
  std::string outcome; ///< "signed_in" or the refusal without "identity."
  std::string peer;
  std::string agent;
};

} // namespace ankao::identity
