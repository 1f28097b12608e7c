// SPDX-License-Identifier: Apache-2.0
// Sign-in by a government identity provider. The provider says who somebody is; which account that opens is decided here.
#pragma once

#include <mutex>
#include <optional>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "identity/service/identity.hpp"
#include "identity/words/oidc.hpp"

namespace ankao::identity::oidc {

/// Requests to the provider, as a port: libcurl in the program.
class Web {
public:
  virtual ~Web() = default;
  /// The body of a 200 answer; identity.oidc_unreachable otherwise.
  virtual Result<std::string> get(const std::string& url) = 0;
  /// Form fields with HTTP Basic credentials; the body of a 200 or 400 answer (400 carries the provider's reason).
  virtual Result<std::string> post(const std::string& url, const std::vector<std::pair<std::string, std::string>>& fields, const std::string& user,
                                   const std::string& password) = 0;
};

struct Begun {
  std::string address; ///< where the browser goes
  std::string browser; ///< secret for the cookie of this browser
};

/// What comes back through the browser.
struct Answer {
  std::string code;
  std::string state;
  std::string browser; ///< from the cookie
};

class Oidc {
public:
  /// `provider` may be missing: then every call is identity.oidc_off. All must outlive it.
  Oidc(db::Database& database, Identity& identity, Random& random, Web& web, std::optional<Provider> provider);

  const std::optional<Provider>& provider() const { return provider_; }

  Result<Begun> begin(Instant now);
  /// In this order: identity.oidc_flow (unknown, over, used, another browser's), oidc_unreachable, oidc_answer, oidc_token, oidc_unlinked
  /// (names the subject for the administrator), account_disabled.
  Result<SignedIn> finish(const Answer& answer, const Origin& origin, Instant now);

  /// identity.account_unknown, oidc_taken (the subject opens another account), oidc_subject.
  Result<void> link(const ledger::Actor& actor, const std::string& account, const std::string& subject, Instant now);
  Result<void> unlink(const ledger::Actor& actor, const std::string& account, Instant now);
  Result<std::vector<Link>> links(const std::string& account);

private:
  struct Vouched {
    std::string account;
    Proof proof = Proof::One;
  };
  /// The account that the provider's answer opens.
  Result<Vouched> vouched(const Answer& answer, Instant now);
  Result<Endpoints> endpoints();
  Result<Claims> claims(const Endpoints& endpoints, const std::string& token);
  Result<std::string> key_set(const std::string& url, bool anew);

  db::Database& database_;
  Identity& identity_;
  Random& random_;
  Web& web_;
  std::optional<Provider> provider_;
  std::mutex mutex_;
  std::string discovery_; ///< kept once it was read whole
  std::string keys_;
};

} // namespace ankao::identity::oidc
