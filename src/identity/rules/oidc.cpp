// SPDX-License-Identifier: Apache-2.0
#include "identity/rules/oidc.hpp"

#include <algorithm>

namespace ankao::identity::oidc {
namespace {

Problem wrong(const std::string& claim) { return problem("identity.oidc_token", {{"reason", claim}}); }

} // namespace

bool is_over(const Flow& flow, Instant now) { return now.ms - flow.begun.ms >= k_flow_ms; }

Result<void> check_claims(const Claims& claims, const Provider& provider, const std::string& nonce, Instant now) {
  const std::int64_t seconds = now.ms / 1000;
  if (claims.issuer != provider.issuer) return wrong("iss");
  if (std::find(claims.audience.begin(), claims.audience.end(), provider.client_id) == claims.audience.end()) return wrong("aud");
  if (claims.audience.size() > 1 && claims.authorized_party.empty()) return wrong("azp");
  if (!claims.authorized_party.empty() && claims.authorized_party != provider.client_id) return wrong("azp");
  if (claims.nonce.empty() || claims.nonce != nonce) return wrong("nonce");
  if (seconds >= claims.expires + k_skew_seconds) return wrong("exp");
  if (claims.issued > seconds + k_skew_seconds || claims.issued < seconds - k_oldest_seconds - k_skew_seconds) return wrong("iat");
  if (claims.subject.empty() || claims.subject.size() > k_subject_longest) return wrong("sub");
  return {};
}

bool proves_second(const Claims& claims, const Provider& provider) {
  return provider.second_acr.contains(claims.context) ||
         std::any_of(claims.methods.begin(), claims.methods.end(), [&](const std::string& method) { return provider.second_amr.contains(method); });
}

bool is_safe_address(const std::string& url) {
  if (url.starts_with("https://") && url.size() > 8) return true;
  for (const char* host : {"http://127.0.0.1", "http://localhost", "http://[::1]"})
    if (url.starts_with(host)) {
      const std::string rest = url.substr(std::string(host).size());
      if (rest.empty() || rest[0] == ':' || rest[0] == '/') {
        // "http://localhost:80@elsewhere/" would go elsewhere
        return rest.find('@') == std::string::npos;
      }
    }
  return false;
}

} // namespace ankao::identity::oidc
