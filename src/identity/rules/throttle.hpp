// SPDX-License-Identifier: Apache-2.0
// How long somebody who guesses has to wait. Kept per account and address, and per address: the true owner at another address is
// never kept waiting by a stranger's guesses.
#pragma once

#include "base/date.hpp"
#include "identity/words/settings.hpp"

namespace ankao::identity {

struct Attempts {
  int failures = 0;
  Instant last;
};

/// The earliest moment of the next attempt.
Instant next_attempt(const Attempts& attempts, const ThrottleLimits& limits);
Attempts after_failure(const Attempts& attempts, Instant now, const ThrottleLimits& limits);
/// One attempt that was counted in advance has succeeded.
Attempts forgiven(const Attempts& attempts);

} // namespace ankao::identity
