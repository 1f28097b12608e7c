// SPDX-License-Identifier: Apache-2.0
// Cookies of identity: sent back to this site only, hidden from scripts, and only over TLS when the browser came over TLS.
#pragma once

#include <string>
#include <utility>
#include <vector>

#include "api/api.hpp"
#include "identity/routes/authenticator.hpp"
#include "identity/service/identity.hpp"

namespace ankao::identity {

inline std::vector<std::pair<std::string, std::string>> cookie_headers(const api::Call& call, const std::string& name, const std::string& value,
                                                                       std::int64_t seconds) {
  const bool secure = call.request.header("x-forwarded-proto") == "https";
  return {{"set-cookie", name + "=" + value + "; Path=/; HttpOnly; SameSite=Strict; Max-Age=" + std::to_string(seconds) + (secure ? "; Secure" : "")},
          {"cache-control", "no-store"}};
}

/// The browser's own secret outlives its sessions; `device` is "" when the browser is not known yet.
inline void add_device(const api::Call& call, const std::string& device, std::vector<std::pair<std::string, std::string>>& headers) {
  constexpr std::int64_t k_year_seconds = 365 * 86'400;
  if (!device.empty()) headers.push_back(cookie_headers(call, k_device_cookie, device, k_year_seconds).front());
}

inline Origin origin_of(const api::Call& call) {
  return {call.request.peer, call.request.header("user-agent").value_or(""), call.request.cookie(k_device_cookie).value_or("")};
}

inline std::string token_of(const api::Call& call) { return call.request.cookie(k_cookie).value_or(""); }

} // namespace ankao::identity
