// SPDX-License-Identifier: Apache-2.0
// The second factor: a device that makes one-time codes, and recovery codes for the day it is lost. Required of roles that decide.
#pragma once

#include <functional>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "db/db.hpp"
#include "identity/service/identity.hpp"
#include "identity/words/second.hpp"
#include "vault/reseal.hpp"
#include "vault/vault.hpp"

namespace ankao::identity {

inline constexpr std::size_t k_recovery_codes = 10;
inline constexpr std::int64_t k_enrol_ms = 30 * 60'000; ///< a new device must show its first code within this

/// What is sealed, for `ankao keys rotate`.
std::vector<vault::Column> second_columns();

class Second {
public:
  using Tell = std::function<void(db::Transaction&, const SecondNews&, Instant)>;
  /// All must outlive it.
  Second(db::Database& database, Identity& identity, const vault::Vault& vault, Random& random, Tell tell = {});

  SecondState state(const std::string& account);

  /// The second step of a sign-in, by a code of the device or a recovery code. In this order: identity.second_none, too_many_attempts,
  /// code_wrong, code_used. Nothing happens for a session that has shown one.
  Result<void> enter(const Live& who, const std::string& code, const Origin& origin, Instant now);
  /// A secret for a new device; it is bound by confirm(). Who has one already shows a code of it: problems as enter(), and
  /// identity.code_first, password_before_device.
  Result<Enrolment> begin(const Live& who, const std::string& code, const Origin& origin, Instant now);
  /// The new device's first code binds it and gives recovery codes, told once; ends the account's other sessions: identity.enrol_over, code_wrong.
  Result<std::vector<std::string>> confirm(const Live& who, const std::string& code, const Origin& origin, Instant now);
  /// Fresh recovery codes; problems as enter().
  Result<std::vector<std::string>> renew(const Live& who, const std::string& code, const Origin& origin, Instant now);
  /// By an administrator whom the person has asked: the device is unbound, the sessions end. identity.account_unknown, own_account,
  /// second_none, reason.
  Result<void> reset(const ledger::Actor& actor, const std::string& account, const std::string& reason, Instant now);
  /// Binds a device without its first code and returns its secret: for accounts of a demonstration.
  Result<std::string> hand_over(const ledger::Actor& actor, const std::string& account, Instant now);

private:
  enum class Used { Device, Recovery };
  Result<void> reserve_code(const std::string& account, const Origin& origin, Instant now);
  Result<Used> take(db::Transaction& transaction, const Account& account, const std::string& code, const Origin& origin, Instant now);
  Result<std::int64_t> fitting_step(const std::string& kind, const std::string& account, const std::string& sealed, const std::string& typed, Instant now) const;
  std::vector<std::string> make_recovery(db::Transaction& transaction, const std::string& account);
  void note(db::Transaction& transaction, const ledger::Actor& actor, const char* action, const Account& before, const std::string& reason, Instant now);
  void tell(db::Transaction& transaction, const SecondNews& news, Instant now) const;

  db::Database& database_;
  Identity& identity_;
  const vault::Vault& vault_;
  Random& random_;
  Tell tell_;
};

} // namespace ankao::identity
