// SPDX-License-Identifier: Apache-2.0
#include "server/system_clock.hpp"

#include <chrono>

namespace ankao::server {

Instant SystemClock::now() {
  return {std::chrono::duration_cast<std::chrono::milliseconds>(std::chrono::system_clock::now().time_since_epoch()).count()};
}

} // namespace ankao::server
