// SPDX-License-Identifier: Apache-2.0
// Whether an ID token is meant for us, now, and for this browser (OpenID Connect Core 1.0, 3.1.3.7).
#pragma once

#include "base/result.hpp"
#include "identity/words/oidc.hpp"

namespace ankao::identity::oidc {

inline constexpr std::int64_t k_flow_ms = 10 * 60 * 1000;   ///< a begun sign-in waits this long
inline constexpr std::int64_t k_skew_seconds = 60;          ///< clocks may differ by this
inline constexpr std::int64_t k_oldest_seconds = 10 * 60;   ///< a token made longer ago is a replay
inline constexpr std::size_t k_subject_longest = 255;       ///< Core 1.0, 2

bool is_over(const Flow& flow, Instant now);

/// identity.oidc_token with the claim that is wrong.
Result<void> check_claims(const Claims& claims, const Provider& provider, const std::string& nonce, Instant now);

/// https everywhere; http only on the loopback address, where nothing can listen in.
/// The provider says that two factors were shown, and the settings say that it is believed.
bool proves_second(const Claims& claims, const Provider& provider);

bool is_safe_address(const std::string& url);

} // namespace ankao::identity::oidc
