// SPDX-License-Identifier: Apache-2.0
// Cookies of identity: sent back to this site only, hidden from scripts, and only over TLS when the browser came over TLS.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "api/api.hpp"

namespace ankao::identity {

inline std::vector<std::pair<std::string, std::string>> cookie_headers(const api::Call& call, const std::string& name, const std::string& value,
                                                                       std::int64_t seconds) {
  const bool secure = call.request.header("x-forwarded-proto") == "https";
  return {{"set-cookie", name + "=" + value + "; Path=/; HttpOnly; SameSite=Strict; Max-Age=" + std::to_string(seconds) + (secure ? "; Secure" : "")},
          {"cache-control", "no-store"}};
}

} // namespace ankao::identity
