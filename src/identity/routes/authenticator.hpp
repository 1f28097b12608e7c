// SPDX-License-Identifier: Apache-2.0
// Who sends a request: the account of the session cookie.
#pragma once

#include "api/api.hpp"
#include "identity/service/identity.hpp"

namespace ankao::identity {

inline constexpr const char* k_cookie = "ankao_session";
inline constexpr const char* k_device_cookie = "ankao_device"; ///< tells a browser that signed in before

class SessionAuthenticator : public api::Authenticator {
public:
  explicit SessionAuthenticator(Identity& identity)
      : identity_(identity) {}
  /// Anonymous without a live session. An account whose password must be changed first is signed in, but `refusal` stands before
  /// every permission. While a second factor is owed the session is good for nothing but showing it: the caller is anonymous. Requests without the cookie cost no query.
  api::Caller caller(const http::Request& request, Instant now) override;

private:
  Identity& identity_;
};

/// The caller that a live session makes.
api::Caller caller_of(const Live& live, const Roles& roles);

} // namespace ankao::identity
