// SPDX-License-Identifier: Apache-2.0
#include "identity/service/second.hpp"

#include "db/use_case.hpp"
#include "identity/rules/account.hpp"
#include "identity/service/counters.hpp"
#include "identity/service/digests.hpp"
#include "identity/service/totp.hpp"
#include "identity/store/second.hpp"
#include "identity/store/store.hpp"
#include "ledger/service/ledger.hpp"

namespace ankao::identity {
namespace {

constexpr std::size_t k_secret_bytes = 20; ///< RFC 4226 4, R6
constexpr const char* k_bound = "account.second";
constexpr const char* k_pending = "account.second_pending";
constexpr const char* k_recovery = "account.recovery";

std::string context(const std::string& kind, const std::string& account) { return kind + ":" + account; }

std::string fresh_secret(Random& random) {
  std::string out(k_secret_bytes, '\0');
  random.fill({reinterpret_cast<std::uint8_t*>(out.data()), out.size()});
  return out;
}

/// Takes as long for every wrong code.
bool same(const std::string& a, const std::string& b) {
  if (a.size() != b.size()) return false;
  unsigned differs = 0;
  for (std::size_t i = 0; i < a.size(); ++i) differs |= static_cast<unsigned>(static_cast<unsigned char>(a[i]) ^ static_cast<unsigned char>(b[i]));
  return differs == 0;
}

} // namespace

std::vector<vault::Column> second_columns() {
  return {{"identity_factor", "account", "secret", k_bound}, {"identity_factor", "account", "pending", k_pending}};
}

Second::Second(db::Database& database, Identity& identity, const vault::Vault& vault, Random& random, Tell tell)
    : database_(database)
    , identity_(identity)
    , vault_(vault)
    , random_(random)
    , tell_(std::move(tell)) {}

void Second::tell(db::Transaction& transaction, const SecondNews& news, Instant now) const {
  if (tell_) tell_(transaction, news, now);
}

void Second::note(db::Transaction& transaction, const ledger::Actor& actor, const char* action, const Account& before, const std::string& reason, Instant now) {
  const auto after = store::find_account(transaction, before.id);
  ledger::append(transaction, {actor, now, action, "account:" + before.id, digest_of(before), digest_of(after->account), "", reason});
}

SecondState Second::state(const std::string& account) {
  return db::look(database_, [&](db::Transaction& transaction) {
    const auto stored = store::find_account(transaction, account);
    return SecondState{stored ? stored->account.second_at : std::nullopt, store::recovery_left(transaction, account)};
  });
}

Result<void> Second::reserve_code(const std::string& account, const Origin& origin, Instant now) {
  const auto reserved = db::decide(database_, [&](db::Transaction& transaction) {
    const auto& settings = identity_.settings();
    return reserve(transaction, code_counters(transaction, settings, account, origin), settings, now);
  });
  if (!reserved.ok()) identity_.note_refusal(account, reserved.problem(), origin, now);
  return reserved;
}

Result<std::int64_t> Second::fitting_step(const std::string& kind, const std::string& account, const std::string& sealed, const std::string& typed,
                                          Instant now) const {
  const auto secret = vault_.open(context(kind, account), sealed);
  if (!secret.ok()) return secret.problem();
  for (const std::int64_t step : code_window(now))
    if (same(totp_code(*secret, step), typed)) return step;
  return problem("identity.code_wrong", {}, "/code");
}

Result<Second::Used> Second::take(db::Transaction& transaction, const Account& account, const std::string& code, const Origin& origin, Instant now) {
  const auto factor = store::find_factor(transaction, account.id);
  if (!factor || factor->secret.empty()) return problem("identity.second_none");
  const std::string typed = typed_code(code);
  Used used = Used::Device;
  if (is_device_code(typed)) {
    const auto step = fitting_step(k_bound, account.id, factor->secret, typed, now);
    if (!step.ok()) return step.problem();
    if (!store::take_step(transaction, account.id, *step)) return problem("identity.code_used", {}, "/code");
  } else {
    used = Used::Recovery;
    if (!store::use_recovery(transaction, account.id, vault_.digest(context(k_recovery, account.id), typed), now)) return problem("identity.code_wrong", {}, "/code");
    note(transaction, identity_.actor_of(account), "second.recover", account, "", now);
    tell(transaction, {account.id, SecondNews::What::Recovered, store::recovery_left(transaction, account.id), account.name, ""}, now);
  }
  forgive(transaction, code_counters(transaction, identity_.settings(), account.id, origin));
  return used;
}

Result<void> Second::enter(const Live& who, const std::string& code, const Origin& origin, Instant now) {
  if (who.session.second) return {};
  if (!who.account.second_at) return problem("identity.second_none");
  if (const auto reserved = reserve_code(who.account.id, origin, now); !reserved.ok()) return reserved.problem();
  const auto entered = db::decide(database_, [&](db::Transaction& transaction) -> Result<void> {
    const auto used = take(transaction, who.account, code, origin, now);
    if (!used.ok()) return used.problem();
    identity_.prove(transaction, who, origin, now);
    ledger::append(transaction, {identity_.actor_of(who.account), now, "second.enter", "session:" + who.session.id, "", "", "", ""});
    return {};
  });
  if (!entered.ok()) identity_.note_refusal(who.account.id, entered.problem(), origin, now);
  return entered;
}

Result<Enrolment> Second::begin(const Live& who, const std::string& code, const Origin& origin, Instant now) {
  const Account& account = who.account;
  const Step step = step_of(who, identity_.roles());
  if (step == Step::Code) return problem("identity.code_first");
  if (step == Step::Password) return problem("identity.password_before_device");
  if (account.second_at)
    if (const auto reserved = reserve_code(account.id, origin, now); !reserved.ok()) return reserved.problem();
  const std::string secret = fresh_secret(random_);
  const auto begun = db::decide(database_, [&](db::Transaction& transaction) -> Result<void> {
    if (account.second_at) {
      const auto used = take(transaction, account, code, origin, now);
      if (!used.ok()) return used.problem();
    }
    store::put_pending(transaction, account.id, vault_.seal(context(k_pending, account.id), secret), who.session.id, now);
    ledger::append(transaction, {identity_.actor_of(account), now, "second.begin", "account:" + account.id, "", "", "", ""});
    return {};
  });
  if (!begun.ok()) {
    identity_.note_refusal(account.id, begun.problem(), origin, now);
    return begun.problem();
  }
  return Enrolment{to_base32(secret), enrol_address(account.id, to_base32(secret))};
}

Result<std::vector<std::string>> Second::confirm(const Live& who, const std::string& code, const Origin& origin, Instant now) {
  const std::string& id = who.account.id;
  return db::decide(database_, [&](db::Transaction& transaction) -> Result<std::vector<std::string>> {
    const auto factor = store::find_factor(transaction, id);
    if (!factor || factor->pending.empty() || factor->pending_session != who.session.id || now.ms - factor->pending_at.ms >= k_enrol_ms)
      return problem("identity.enrol_over");
    const std::string typed = typed_code(code);
    if (!is_device_code(typed)) return problem("identity.code_wrong", {}, "/code");
    const auto step = fitting_step(k_pending, id, factor->pending, typed, now);
    if (!step.ok()) return step.problem();
    const auto secret = vault_.open(context(k_pending, id), factor->pending);
    if (!secret.ok()) return secret.problem();
    const auto before = store::find_account(transaction, id);
    store::bind_factor(transaction, id, vault_.seal(context(k_bound, id), *secret), *step, now);
    auto codes = make_recovery(transaction, id);
    identity_.prove(transaction, who, origin, now);
    store::delete_sessions(transaction, id, who.session.id);
    const bool replaced = before->account.second_at.has_value();
    note(transaction, identity_.actor_of(who.account), replaced ? "second.replace" : "second.enrol", before->account, "", now);
    tell(transaction, {id, replaced ? SecondNews::What::Replaced : SecondNews::What::Enrolled, static_cast<std::int64_t>(codes.size()), who.account.name, ""}, now);
    return codes;
  });
}

std::vector<std::string> Second::make_recovery(db::Transaction& transaction, const std::string& account) {
  std::vector<std::string> codes, digests;
  for (std::size_t i = 0; i < k_recovery_codes; ++i) {
    codes.push_back(random_password(random_));
    digests.push_back(vault_.digest(context(k_recovery, account), typed_code(codes.back())));
  }
  store::put_recovery(transaction, account, digests);
  return codes;
}

Result<std::vector<std::string>> Second::renew(const Live& who, const std::string& code, const Origin& origin, Instant now) {
  const Account& account = who.account;
  if (!account.second_at) return problem("identity.second_none");
  if (const auto reserved = reserve_code(account.id, origin, now); !reserved.ok()) return reserved.problem();
  auto renewed = db::decide(database_, [&](db::Transaction& transaction) -> Result<std::vector<std::string>> {
    const auto used = take(transaction, account, code, origin, now);
    if (!used.ok()) return used.problem();
    auto codes = make_recovery(transaction, account.id);
    note(transaction, identity_.actor_of(account), "second.renew", account, "", now);
    tell(transaction, {account.id, SecondNews::What::Renewed, static_cast<std::int64_t>(codes.size()), account.name, ""}, now);
    return codes;
  });
  if (!renewed.ok()) identity_.note_refusal(account.id, renewed.problem(), origin, now);
  return renewed;
}

Result<void> Second::reset(const ledger::Actor& actor, const std::string& account, const std::string& reason, Instant now) {
  if (const auto sound = check_reason(reason); !sound.ok()) return sound.problem();
  return db::decide(database_, [&](db::Transaction& transaction) -> Result<void> {
    const auto before = store::find_account(transaction, account);
    if (!before) return problem("identity.account_unknown", {{"account", account.substr(0, 64)}});
    if (account == actor.account) return problem("identity.own_account");
    if (!before->account.second_at) return problem("identity.second_none");
    store::delete_factor(transaction, account);
    store::delete_sessions(transaction, account, "");
    note(transaction, actor, "second.reset", before->account, reason, now);
    tell(transaction, {account, SecondNews::What::Reset, 0, actor.name, reason}, now);
    return {};
  });
}

Result<std::string> Second::hand_over(const ledger::Actor& actor, const std::string& account, Instant now) {
  const std::string secret = fresh_secret(random_);
  return db::decide(database_, [&](db::Transaction& transaction) -> Result<std::string> {
    const auto before = store::find_account(transaction, account);
    if (!before) return problem("identity.account_unknown", {{"account", account.substr(0, 64)}});
    store::bind_factor(transaction, account, vault_.seal(context(k_bound, account), secret), 0, now);
    note(transaction, actor, "second.enrol", before->account, "", now);
    return to_base32(secret);
  });
}

} // namespace ankao::identity
