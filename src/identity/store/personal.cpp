// SPDX-License-Identifier: Apache-2.0
#include "identity/store/personal.hpp"

#include "identity/store/store.hpp"

namespace ankao::identity {

db::Migration personal_step() {
  return {540, "personal data of accounts", R"(CREATE TABLE identity_person (
  account TEXT PRIMARY KEY REFERENCES identity_account (id),
  national_id TEXT NOT NULL,
  telephone TEXT NOT NULL,
  email TEXT NOT NULL,
  national_id_digest TEXT UNIQUE,
  telephone_digest TEXT,
  email_digest TEXT,
  changed_at BIGINT NOT NULL
);
CREATE INDEX identity_person_telephone ON identity_person (telephone_digest);
CREATE INDEX identity_person_email ON identity_person (email_digest);
)"};
}

namespace store {
namespace {

/// Unknown is null, so that any number of accounts may have none.
db::Value digest_or_null(const std::string& digest) { return digest.empty() ? db::Value(db::Null{}) : db::Value(digest); }

} // namespace

std::optional<SealedPerson> find_person(db::Transaction& transaction, const std::string& account) {
  const auto rows = transaction.query("SELECT * FROM identity_person WHERE account = $1", {account});
  if (rows.empty()) return std::nullopt;
  return SealedPerson{{rows.text(0, "national_id"), rows.text(0, "telephone"), rows.text(0, "email")},
                      {rows.maybe_text(0, "national_id_digest").value_or(""), rows.maybe_text(0, "telephone_digest").value_or(""),
                       rows.maybe_text(0, "email_digest").value_or("")}};
}

void put_person(db::Transaction& transaction, const std::string& account, const SealedPerson& person, Instant now) {
  transaction.execute(
      "INSERT INTO identity_person (account, national_id, telephone, email, national_id_digest, telephone_digest, email_digest, changed_at) "
      "VALUES ($1, $2, $3, $4, $5, $6, $7, $8) ON CONFLICT (account) DO UPDATE SET national_id = excluded.national_id, telephone = excluded.telephone, "
      "email = excluded.email, national_id_digest = excluded.national_id_digest, telephone_digest = excluded.telephone_digest, "
      "email_digest = excluded.email_digest, changed_at = excluded.changed_at",
      {account, person.sealed.national_id, person.sealed.telephone, person.sealed.email, digest_or_null(person.digests.national_id),
       digest_or_null(person.digests.telephone), digest_or_null(person.digests.email), now.ms});
}

std::vector<Account> accounts_with(db::Transaction& transaction, PersonalField field, const std::string& digest) {
  const auto rows =
      transaction.query(std::string("SELECT account FROM identity_person WHERE ") + word_of(field) + "_digest = $1 ORDER BY account", {digest});
  std::vector<Account> out;
  for (std::size_t i = 0; i < rows.size(); ++i)
    if (const auto found = find_account(transaction, rows.text(i, "account"))) out.push_back(found->account);
  return out;
}

} // namespace store
} // namespace ankao::identity
