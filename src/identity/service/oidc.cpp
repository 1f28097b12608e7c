// SPDX-License-Identifier: Apache-2.0
#include "identity/service/oidc.hpp"

#include <algorithm>

#include "base/sm3.hpp"
#include "db/use_case.hpp"
#include "identity/files/oidc_json.hpp"
#include "identity/rules/oidc.hpp"
#include "identity/store/oidc.hpp"
#include "identity/store/store.hpp"
#include "ledger/service/ledger.hpp"

namespace ankao::identity::oidc {
namespace {

constexpr std::size_t k_secret_bytes = 32;
constexpr std::size_t k_code_longest = 2048;

std::string digest(const std::string& secret) { return to_hex(sm3(secret)); }
Problem off() { return problem("identity.oidc_off"); }

std::string encoded(const std::string& text) {
  static const char* const hex = "0123456789ABCDEF";
  std::string out;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    const bool plain = (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || c == '-' || c == '_' || c == '.' || c == '~';
    if (plain) out += c;
    else out += {'%', hex[byte >> 4], hex[byte & 15]};
  }
  return out;
}

std::string address_of(const Endpoints& endpoints, const std::vector<std::pair<std::string, std::string>>& query) {
  std::string out = endpoints.authorize;
  char join = out.find('?') == std::string::npos ? '?' : '&';
  for (const auto& [name, value] : query) {
    out += join + name + "=" + encoded(value);
    join = '&';
  }
  return out;
}

} // namespace

Oidc::Oidc(db::Database& database, Identity& identity, Random& random, Web& web, std::optional<Provider> provider)
    : database_(database)
    , identity_(identity)
    , random_(random)
    , web_(web)
    , provider_(std::move(provider)) {}

Result<Endpoints> Oidc::endpoints() {
  {
    const std::lock_guard lock(mutex_);
    if (!discovery_.empty()) return read_discovery(discovery_, provider_->issuer);
  }
  const std::string base = provider_->issuer.ends_with('/') ? provider_->issuer.substr(0, provider_->issuer.size() - 1) : provider_->issuer;
  const auto document = web_.get(base + "/.well-known/openid-configuration");
  if (!document.ok()) return document.problem();
  auto read = read_discovery(*document, provider_->issuer);
  if (read.ok()) {
    const std::lock_guard lock(mutex_);
    discovery_ = *document;
  }
  return read;
}

Result<std::string> Oidc::key_set(const std::string& url, bool anew) {
  {
    const std::lock_guard lock(mutex_);
    if (!anew && !keys_.empty()) return keys_;
  }
  auto fresh = web_.get(url);
  if (fresh.ok()) {
    const std::lock_guard lock(mutex_);
    keys_ = *fresh;
  }
  return fresh;
}

// A provider renews its keys: when the kept set lacks the one that signed, it is asked once more.
Result<Claims> Oidc::claims(const Endpoints& endpoints, const std::string& token) {
  for (const bool anew : {false, true}) {
    const auto keys = key_set(endpoints.keys, anew);
    if (!keys.ok()) return keys.problem();
    auto read = read_id_token(token, *keys);
    if (read.ok() || anew || read.problem().id != "identity.oidc_key") return read;
  }
  return problem("identity.oidc_key");
}

Result<Begun> Oidc::begin(Instant now) {
  if (!provider_) return off();
  const auto found = endpoints();
  if (!found.ok()) return found.problem();
  const std::string state = random_hex(random_, k_secret_bytes);
  Begun out{"", random_hex(random_, k_secret_bytes)};
  const Flow flow{digest(state), digest(out.browser), random_hex(random_, k_secret_bytes), random_hex(random_, k_secret_bytes), now};
  database_.write([&](db::Transaction& transaction) {
    store::delete_flows_before(transaction, Instant{now.ms - k_flow_ms});
    store::insert_flow(transaction, flow);
  });
  out.address = address_of(*found, {{"response_type", "code"},
                                    {"scope", "openid"},
                                    {"client_id", provider_->client_id},
                                    {"redirect_uri", provider_->redirect},
                                    {"state", state},
                                    {"nonce", flow.nonce},
                                    {"code_challenge", challenge_of(flow.verifier)},
                                    {"code_challenge_method", "S256"}});
  return out;
}

Result<SignedIn> Oidc::finish(const Answer& answer, const Origin& origin, Instant now) {
  if (!provider_) return off();
  auto result = vouched(answer, now);
  if (!result.ok()) {
    identity_.note_refusal("", result.problem(), origin, now);
    return result.problem();
  }
  return identity_.sign_in_as(result->account, origin, now, result->proof);
}

Result<Oidc::Vouched> Oidc::vouched(const Answer& answer, Instant now) {
  if (answer.code.empty() || answer.code.size() > k_code_longest) return problem("identity.oidc_flow");
  std::optional<Flow> flow;
  database_.write([&](db::Transaction& transaction) { flow = store::take_flow(transaction, digest(answer.state)); });
  if (!flow || is_over(*flow, now) || flow->browser != digest(answer.browser)) return problem("identity.oidc_flow");
  const auto found = endpoints();
  if (!found.ok()) return found.problem();
  const auto body = web_.post(found->token,
                              {{"grant_type", "authorization_code"}, {"code", answer.code}, {"redirect_uri", provider_->redirect}, {"code_verifier", flow->verifier}},
                              encoded(provider_->client_id), encoded(provider_->client_secret));
  if (!body.ok()) return body.problem();
  const auto token = read_token_answer(*body);
  if (!token.ok()) return token.problem();
  const auto said = claims(*found, *token);
  if (!said.ok()) return said.problem();
  if (const auto meant = check_claims(*said, *provider_, flow->nonce, now); !meant.ok()) return meant.problem();
  std::optional<std::string> account;
  database_.read([&](db::Transaction& transaction) { account = store::account_of_subject(transaction, provider_->issuer, said->subject); });
  if (!account) return problem("identity.oidc_unlinked", {{"subject", said->subject}});
  return Vouched{*account, proves_second(*said, *provider_) ? Proof::Two : Proof::One};
}

Result<void> Oidc::link(const ledger::Actor& actor, const std::string& account, const std::string& subject, Instant now) {
  if (!provider_) return off();
  const bool printable = std::all_of(subject.begin(), subject.end(), [](char c) { return c > 0x20 && c < 0x7f; });
  if (subject.empty() || subject.size() > k_subject_longest || !printable) return problem("identity.oidc_subject");
  return db::decide(database_, [&](db::Transaction& transaction) -> Result<void> {
    if (!store::find_account(transaction, account)) return problem("identity.account_unknown", {{"account", account}});
    const auto taken = store::account_of_subject(transaction, provider_->issuer, subject);
    if (taken == account) return {};
    if (taken) return problem("identity.oidc_taken", {{"account", *taken}});
    store::insert_link(transaction, provider_->issuer, {account, subject, now});
    ledger::append(transaction, {actor, now, "oidc.link", "account:" + account, "", digest(provider_->issuer + "\n" + subject), "", ""});
    return {};
  });
}

Result<void> Oidc::unlink(const ledger::Actor& actor, const std::string& account, Instant now) {
  if (!provider_) return off();
  return db::decide(database_, [&](db::Transaction& transaction) -> Result<void> {
    if (!store::find_account(transaction, account)) return problem("identity.account_unknown", {{"account", account}});
    if (store::delete_links(transaction, provider_->issuer, account) == 0) return {};
    ledger::append(transaction, {actor, now, "oidc.unlink", "account:" + account, "", "", "", ""});
    return {};
  });
}

Result<std::vector<Link>> Oidc::links(const std::string& account) {
  if (!provider_) return std::vector<Link>{};
  std::vector<Link> out;
  database_.read([&](db::Transaction& transaction) { out = store::links_of(transaction, provider_->issuer, account); });
  return out;
}

} // namespace ankao::identity::oidc
