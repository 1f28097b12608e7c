// SPDX-License-Identifier: Apache-2.0
// Counting of failures: who waits, and who must not be made to wait by strangers.
#pragma once

#include <string>
#include <vector>

#include "base/result.hpp"
#include "db/db.hpp"
#include "identity/service/identity.hpp"
#include "identity/words/settings.hpp"

namespace ankao::identity {

struct Counter {
  std::string key;
  ThrottleLimits limits;
};

/// A browser that has signed in to the account before has a counter of its own: strangers, even of the same address, cannot make its
/// owner wait.
std::vector<Counter> password_counters(db::Transaction& transaction, const Settings& settings, const std::string& account, const Origin& origin);
/// Likewise; unknown browsers are also counted together, so that many addresses do not make many guesses. Only who has the password gets here.
std::vector<Counter> code_counters(db::Transaction& transaction, const Settings& settings, const std::string& account, const Origin& origin);
/// The present password of somebody who is signed in.
std::vector<Counter> present_counters(const Settings& settings, const std::string& account);

/// Counts a failure before anything is looked at, so that a hundred attempts at once are not all the first one: identity.too_many_attempts.
Result<void> reserve(db::Transaction& transaction, const std::vector<Counter>& counters, const Settings& settings, Instant now);
/// It was none: the first counter is cleared, of the shared ones this attempt is taken back.
void forgive(db::Transaction& transaction, const std::vector<Counter>& counters);

} // namespace ankao::identity
