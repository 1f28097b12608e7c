// SPDX-License-Identifier: Apache-2.0
// An account: a person (or a desk) who may sign in, in one role, for one scope.
#pragma once

#include <optional>
#include <string>

#include "base/date.hpp"

namespace ankao::identity {

enum class PasswordState { Chosen, MustChange }; ///< MustChange: given by somebody else; nothing works before the owner has changed it

struct Account {
  std::string id;   ///< the name to sign in with: 2-32 of a-z 0-9 . _ -
  std::string name; ///< as shown
  std::string role;
  std::string scope_id; ///< "" for the city; the kind is the role's
  bool enabled = true;
  PasswordState password = PasswordState::MustChange;
  Instant created_at;
  Instant password_at;
  std::optional<Instant> signed_in_at; ///< last time
  std::optional<Instant> second_at = std::nullopt; ///< since when a device for one-time codes is bound
  std::optional<Instant> left_at = std::nullopt; ///< the person is gone: never signs in again, the history stays
};

/// A signed-in browser or program.
struct Session {
  std::string id; ///< public; the secret token is stored nowhere
  std::string account;
  Instant created_at;
  Instant seen_at; ///< of the last request, up to k_seen_step late
  std::string peer;
  std::string agent; ///< what the browser calls itself, shortened
  std::string delegation = {}; ///< the delegation in use, "" usually
  bool second = false; ///< a second factor was shown
};

} // namespace ankao::identity
