// SPDX-License-Identifier: Apache-2.0
// An identity service on a fresh database, with chance that can be repeated, cheap hashes and a clock that stands still.
#pragma once

#include <cstdint>
#include <string>

#include "db/support/stores.hpp"
#include "identity/files/roles.hpp"
#include "identity/files/settings.hpp"
#include "identity/service/identity.hpp"
#include "ledger/service/ledger.hpp"

namespace ankao::tests {

class CountedRandom : public identity::Random {
public:
  void fill(std::span<std::uint8_t> bytes) override {
    for (std::uint8_t& byte : bytes) {
      state_ = state_ * 6364136223846793005u + 1442695040888963407u;
      byte = static_cast<std::uint8_t>(state_ >> 56);
    }
  }

private:
  std::uint64_t state_ = 1;
};

/// The shipped limits with a hash that takes no time.
inline identity::Settings cheap_settings() {
  identity::Settings settings = identity::shipped_settings();
  settings.hash = {64, 1, 1};
  return settings;
}

/// The shipped roles, of which none needs a second factor: sessions of tests that are about other things are whole with a password.
inline const identity::Roles& one_factor_roles() {
  static const identity::Roles roles = [] {
    identity::Roles out = identity::shipped_roles();
    for (identity::Role& role : out.roles) role.decides = false;
    return out;
  }();
  return roles;
}

inline constexpr std::int64_t k_second = 1000;
inline constexpr std::int64_t k_minute = 60 * k_second;
inline constexpr std::int64_t k_hour = 60 * k_minute;
inline const std::string k_password = "珠江夜游 blue lamp 7";

class Desk {
public:
  explicit Desk(const std::string& kind, const identity::Roles& roles = one_factor_roles())
      : store(kind) {
    db::migrate(store.database(), ledger::migrations());
    db::migrate(store.database(), identity::migrations());
    identity.emplace(store.database(), roles, settings, random);
  }

  ledger::Actor admin() const { return {"admin", "管理员", "administrator", "city"}; }
  /// An account with k_password that need not be changed.
  void open(const std::string& id, const std::string& role, const std::string& scope = "") {
    const auto made = identity->create_account(admin(), {id, "姓名" + id, role, scope, k_password, identity::PasswordState::Chosen}, now);
    ensure(made.ok(), "the test's account is refused");
  }
  Result<identity::SignedIn> sign_in(const std::string& account, const std::string& password = k_password,
                                     const std::string& peer = "192.0.2.1") {
    return identity->sign_in({account, password}, {peer, "Test/1.0"}, now);
  }
  std::string token(const std::string& account) { return sign_in(account).value().token; }
  std::string refusal(const std::string& account, const std::string& password, const std::string& peer = "192.0.2.1") {
    const auto result = sign_in(account, password, peer);
    return result.ok() ? "signed in" : result.problem().id;
  }
  bool is_live(const std::string& token) { return identity->live(token, now).has_value(); }
  void pass(std::int64_t ms) { now.ms += ms; }
  /// Actions of the ledger on a subject.
  std::vector<std::string> ledger_of(const std::string& subject) {
    std::vector<std::string> out;
    store.database().read([&](db::Transaction& t) {
      for (const auto& written : ledger::time_line(t, subject)) out.push_back(written.event.action);
    });
    return out;
  }

  Store store;
  identity::Settings settings = cheap_settings();
  CountedRandom random;
  Instant now{1'709'600'000'000};
  std::optional<identity::Identity> identity;
};

} // namespace ankao::tests
