// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "identity/words/account.hpp"
#include "identity/words/settings.hpp"

namespace ankao::identity {

/// A session lives while less than both limits has passed; at the limit itself it is over.
bool is_live(const Session& session, Instant now, const SessionLimits& limits);
/// When it will be over if no request comes.
Instant ends_at(const Session& session, const SessionLimits& limits);

} // namespace ankao::identity
