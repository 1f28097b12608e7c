// SPDX-License-Identifier: Apache-2.0
// Sign-in by a government identity provider: OpenID Connect Core 1.0, authorization code flow with PKCE (RFC 7636).
#pragma once

#include <cstdint>
#include <set>
#include <string>
#include <vector>

#include "base/date.hpp"

namespace ankao::identity::oidc {

/// What the administrator agrees with the provider.
struct Provider {
  std::string issuer; ///< https URL, compared letter by letter with `iss`
  std::string client_id;
  std::string client_secret;
  std::string redirect; ///< this platform's address: .../sign-in/provider
  std::string zh;       ///< what the button says
  std::string en;
  std::set<std::string> second_amr = {}; ///< methods (RFC 8176) that are believed to be a second factor; none: ours is asked
  std::set<std::string> second_acr = {}; ///< classes of sign-in believed likewise
};

/// From the provider's discovery document.
struct Endpoints {
  std::string authorize;
  std::string token;
  std::string keys;
};

/// A sign-in that has begun and waits for the provider's answer.
struct Flow {
  std::string state;    ///< SM3 hex of the value sent out
  std::string browser;  ///< SM3 hex of the cookie that began it
  std::string nonce;    ///< comes back inside the signed token
  std::string verifier; ///< RFC 7636
  Instant begun;
};

/// The claims of a token whose signature is right.
struct Claims {
  std::string issuer;
  std::string subject;
  std::vector<std::string> audience;
  std::string authorized_party; ///< "" when there is none
  std::string nonce;
  std::int64_t expires = 0; ///< seconds since 1970
  std::int64_t issued = 0;
  std::vector<std::string> methods; ///< `amr`
  std::string context;              ///< `acr`
};

/// An account that the provider's subject opens.
struct Link {
  std::string account;
  std::string subject;
  Instant at;
};

} // namespace ankao::identity::oidc
