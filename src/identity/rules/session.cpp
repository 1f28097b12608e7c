// SPDX-License-Identifier: Apache-2.0
#include "identity/rules/session.hpp"

#include <algorithm>

namespace ankao::identity {

Instant ends_at(const Session& session, const SessionLimits& limits) {
  return Instant{std::min(session.seen_at.ms + limits.idle_ms, session.created_at.ms + limits.absolute_ms)};
}

bool is_live(const Session& session, Instant now, const SessionLimits& limits) { return now < ends_at(session, limits); }

} // namespace ankao::identity
