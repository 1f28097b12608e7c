// SPDX-License-Identifier: Apache-2.0
#include "identity/service/counters.hpp"

#include "base/sm3.hpp"
#include "identity/rules/throttle.hpp"
#include "identity/service/peer.hpp"
#include "identity/store/store.hpp"

namespace ankao::identity {
namespace {

constexpr std::int64_t k_ms_per_second = 1000;

/// Digests, because people type passwords into the account's field.
std::string mark(const std::string& one, const std::string& other = "") { return to_hex(sm3(one + "\n" + other)); }

bool is_known(db::Transaction& transaction, const std::string& account, const Origin& origin) {
  return digest_from_hex(origin.device) && store::knows_device(transaction, to_hex(sm3(origin.device)), account);
}

Problem too_many(Instant now, Instant next) {
  const std::int64_t seconds = (next.ms - now.ms + k_ms_per_second - 1) / k_ms_per_second;
  return problem("identity.too_many_attempts", {{"seconds", std::to_string(seconds)}});
}

} // namespace

std::vector<Counter> password_counters(db::Transaction& transaction, const Settings& settings, const std::string& account, const Origin& origin) {
  if (is_known(transaction, account, origin)) return {{"device:" + mark(account, origin.device), settings.throttle_account}};
  const std::string group = peer_group(origin.peer);
  return {{"pair:" + mark(account, group), settings.throttle_account}, {"peer:" + group, settings.throttle_peer}};
}

std::vector<Counter> code_counters(db::Transaction& transaction, const Settings& settings, const std::string& account, const Origin& origin) {
  if (is_known(transaction, account, origin)) return {{"code-device:" + mark(account, origin.device), settings.throttle_account}};
  return {{"code-pair:" + mark(account, peer_group(origin.peer)), settings.throttle_account}, {"code:" + mark(account), settings.throttle_code}};
}

std::vector<Counter> present_counters(const Settings& settings, const std::string& account) {
  return {{"present:" + mark(account), settings.throttle_account}};
}

Result<void> reserve(db::Transaction& transaction, const std::vector<Counter>& counters, const Settings& settings, Instant now) {
  Result<void> result;
  for (const auto& [key, limits] : counters) {
    const auto attempts = store::find_attempts(transaction, key);
    if (!attempts || now.ms - attempts->last.ms >= limits.forget_ms) continue;
    const Instant next = next_attempt(*attempts, limits);
    if (now < next) result = too_many(now, next);
  }
  if (!result.ok()) return result;
  for (const auto& [key, limits] : counters)
    store::put_attempts(transaction, key, after_failure(store::find_attempts(transaction, key).value_or(Attempts{0, now}), now, limits));
  store::delete_attempts_before(transaction, Instant{now.ms - settings.throttle_account.forget_ms});
  return result;
}

void forgive(db::Transaction& transaction, const std::vector<Counter>& counters) {
  for (std::size_t i = 0; i < counters.size(); ++i) {
    const auto attempts = store::find_attempts(transaction, counters[i].key);
    if (i == 0) store::delete_attempts(transaction, counters[i].key);
    else if (attempts) store::put_attempts(transaction, counters[i].key, forgiven(*attempts));
  }
}

} // namespace ankao::identity
