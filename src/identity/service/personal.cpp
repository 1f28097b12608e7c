// SPDX-License-Identifier: Apache-2.0
#include "identity/service/personal.hpp"

#include <algorithm>

#include "db/use_case.hpp"
#include "identity/rules/personal.hpp"
#include "identity/store/personal.hpp"
#include "identity/store/store.hpp"
#include "ledger/service/ledger.hpp"

namespace ankao::identity {
namespace {

constexpr PersonalField k_fields[] = {PersonalField::NationalId, PersonalField::Telephone, PersonalField::Email};

template <class Data>
auto& member(Data& data, PersonalField field) {
  return field == PersonalField::NationalId ? data.national_id : field == PersonalField::Telephone ? data.telephone : data.email;
}

std::string kind_of(PersonalField field) { return std::string("account.") + word_of(field); }
std::string context(PersonalField field, const std::string& account) { return kind_of(field) + ":" + account; }

Problem unknown(const std::string& account) { return problem("identity.account_unknown", {{"account", account.substr(0, 64)}}); }

void note(db::Transaction& transaction, const Asker& asker, const char* action, const std::string& account, const std::string& reason, Instant now) {
  ledger::append(transaction, {asker.actor, now, action, "account:" + account, "", "", "", reason});
}

} // namespace

std::vector<vault::Column> personal_columns() {
  std::vector<vault::Column> out;
  for (const PersonalField field : k_fields) out.push_back({"identity_person", "account", word_of(field), kind_of(field)});
  return out;
}

std::vector<vault::Digested> personal_digests() {
  std::vector<vault::Digested> out;
  for (const vault::Column& column : personal_columns()) out.push_back({column, column.sealed + "_digest"});
  return out;
}

Personal::Personal(db::Database& database, const vault::Vault& vault, const Roles& roles, DistrictOf district_of)
    : database_(database)
    , vault_(vault)
    , roles_(roles)
    , district_of_(std::move(district_of)) {}

Home Personal::home_of(db::Transaction& transaction, const Account& account) const {
  const Role* role = roles_.find(account.role);
  const ScopeKind kind = role == nullptr ? ScopeKind::Own : role->scope;
  const bool registered = kind == ScopeKind::Institution || kind == ScopeKind::Site;
  return {word_of(kind), account.scope_id, registered ? district_of_(transaction, kind, account.scope_id) : "", account.id};
}

/// Out of scope looks like not there: existence is already something to know.
Result<Account> Personal::visible(db::Transaction& transaction, const Asker& asker, const std::string& account) const {
  const auto stored = store::find_account(transaction, account);
  if (!stored || !may_see(asker.viewer, home_of(transaction, stored->account))) return unknown(account);
  return stored->account;
}

Result<PersonalData> Personal::clear_of(db::Transaction& transaction, const std::string& account) const {
  PersonalData out;
  const auto person = store::find_person(transaction, account);
  if (!person) return out;
  for (const PersonalField field : k_fields) {
    const std::string& sealed = member(person->sealed, field);
    if (sealed.empty()) continue;
    auto clear = vault_.open(context(field, account), sealed);
    if (!clear.ok()) return clear.problem();
    member(out, field) = *clear;
  }
  return out;
}

std::string Personal::digest(PersonalField field, const std::string& clear) const { return clear.empty() ? "" : vault_.digest(kind_of(field), clear); }

/// While a new digest key is brought in, values stand under the old one or the new one.
std::vector<Account> Personal::with(db::Transaction& transaction, PersonalField field, const std::string& clear) const {
  std::vector<Account> out;
  for (const std::string& digest : vault_.digests(kind_of(field), clear))
    for (Account& account : store::accounts_with(transaction, field, digest)) out.push_back(std::move(account));
  std::sort(out.begin(), out.end(), [](const Account& a, const Account& b) { return a.id < b.id; });
  return out;
}

/// For the ledger: keyed, because an identity number can be guessed from a plain digest.
std::string Personal::mark_of(const std::string& account, const PersonalData& clear) const {
  if (clear.national_id.empty() && clear.telephone.empty() && clear.email.empty()) return "";
  return vault_.digest("account.personal:" + account, clear.national_id + "\n" + clear.telephone + "\n" + clear.email);
}

Result<PersonalData> Personal::show(const Asker& asker, const std::string& account) const {
  return db::look(database_, [&](db::Transaction& transaction) -> Result<PersonalData> {
    if (const auto seen = visible(transaction, asker, account); !seen.ok()) return seen.problem();
    const auto clear = clear_of(transaction, account);
    if (!clear.ok()) return clear.problem();
    return masked(*clear);
  });
}

Result<PersonalData> Personal::change(const Asker& asker, const std::string& account, const PersonalChange& wanted, Instant now) {
  const auto sound = checked(wanted, date_of(now));
  if (!sound.ok()) return sound.problem();
  return db::decide(database_, [&](db::Transaction& transaction) -> Result<PersonalData> {
    if (const auto seen = visible(transaction, asker, account); !seen.ok()) return seen.problem();
    const auto before = clear_of(transaction, account);
    if (!before.ok()) return before.problem();
    PersonalData after = *before;
    std::string fields;
    for (const PersonalField field : k_fields) {
      const auto& value = member(*sound, field);
      if (!value || *value == member(after, field)) continue;
      member(after, field) = *value;
      fields += (fields.empty() ? "" : ", ") + std::string(word_of(field));
    }
    if (fields.empty()) return masked(after);
    store::SealedPerson person;
    for (const PersonalField field : k_fields) {
      const std::string& clear = member(after, field);
      member(person.sealed, field) = clear.empty() ? "" : vault_.seal(context(field, account), clear);
      member(person.digests, field) = digest(field, clear);
    }
    if (!after.national_id.empty())
      for (const Account& other : with(transaction, PersonalField::NationalId, after.national_id))
        if (other.id != account) return problem("identity.person_taken", {}, "/national_id");
    store::put_person(transaction, account, person, now);
    ledger::append(transaction, {asker.actor, now, "personal.change", "account:" + account, mark_of(account, *before), mark_of(account, after), "", fields});
    return masked(after);
  });
}

Result<std::string> Personal::reveal(const Asker& asker, const std::string& account, PersonalField field, const std::string& reason, Instant now) {
  return db::decide(database_, [&](db::Transaction& transaction) -> Result<std::string> {
    if (const auto seen = visible(transaction, asker, account); !seen.ok()) return seen.problem();
    if (const auto given = check_reveal_reason(reason); !given.ok()) return given.problem();
    const auto clear = clear_of(transaction, account);
    if (!clear.ok()) return clear.problem();
    note(transaction, asker, "personal.reveal", account, std::string(word_of(field)) + " · " + reason, now);
    return member(*clear, field);
  });
}

Result<std::vector<Account>> Personal::find(const Asker& asker, PersonalField field, const std::string& number, Instant now) {
  PersonalChange wanted;
  member(wanted, field) = number;
  const auto sound = checked(wanted, date_of(now));
  if (!sound.ok()) return sound.problem();
  return db::decide(database_, [&](db::Transaction& transaction) -> Result<std::vector<Account>> {
    std::vector<Account> out;
    if (member(*sound, field)->empty()) return out;
    for (const Account& account : with(transaction, field, *member(*sound, field)))
      if (may_see(asker.viewer, home_of(transaction, account))) out.push_back(account);
    for (const Account& account : out) note(transaction, asker, "personal.find", account.id, word_of(field), now);
    return out;
  });
}

} // namespace ankao::identity
