// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "api/api.hpp"

namespace ankao::server {

/// The machine's clock.
class SystemClock : public api::Clock {
public:
  Instant now() override;
};

} // namespace ankao::server
