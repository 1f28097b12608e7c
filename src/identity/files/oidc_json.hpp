// SPDX-License-Identifier: Apache-2.0
// What a provider sends: discovery document, keys, token answer, ID token. Everything here comes from outside.
#pragma once

#include <string>

#include "base/result.hpp"
#include "identity/words/oidc.hpp"

namespace ankao::identity::oidc {

/// OpenID Connect Discovery 1.0: identity.oidc_answer names the member that is missing or unsafe.
Result<Endpoints> read_discovery(const std::string& json, const std::string& issuer);
/// The `id_token` of the token endpoint's answer (Core 1.0, 3.1.3.3).
Result<std::string> read_token_answer(const std::string& json);
/// Checks the signature (RS256, ES256) with the key of the set (RFC 7517) that the token names, then reads the claims. `none` and
/// keyed digests (HS256) are refused: identity.oidc_token. identity.oidc_key: the set holds no such key, it may have been renewed.
Result<Claims> read_id_token(const std::string& token, const std::string& key_set_json);

/// BASE64URL without padding (RFC 7515, 2).
std::string base64url(const std::string& bytes);
/// PKCE: BASE64URL(SHA-256(verifier)).
std::string challenge_of(const std::string& verifier);

/// The settings file given to `ankao serve --oidc`: YAML with issuer, client_id, client_secret, redirect, name_zh, name_en;
/// identity.oidc_settings names the line that is missing or unsafe.
Result<Provider> read_provider(const std::string& yaml);

} // namespace ankao::identity::oidc
