// SPDX-License-Identifier: Apache-2.0
#include "identity/store/oidc.hpp"

namespace ankao::identity::store {

void insert_flow(db::Transaction& transaction, const oidc::Flow& flow) {
  transaction.execute("INSERT INTO identity_oidc_flow (state_sm3, browser_sm3, nonce, verifier, begun_at) VALUES ($1, $2, $3, $4, $5)",
                      {flow.state, flow.browser, flow.nonce, flow.verifier, flow.begun.ms});
}

std::optional<oidc::Flow> take_flow(db::Transaction& transaction, const std::string& state_digest) {
  const auto rows = transaction.query("DELETE FROM identity_oidc_flow WHERE state_sm3 = $1 RETURNING browser_sm3, nonce, verifier, begun_at", {state_digest});
  if (rows.empty()) return std::nullopt;
  return oidc::Flow{state_digest, rows.text(0, "browser_sm3"), rows.text(0, "nonce"), rows.text(0, "verifier"), Instant{rows.integer(0, "begun_at")}};
}

void delete_flows_before(db::Transaction& transaction, Instant begun) {
  transaction.execute("DELETE FROM identity_oidc_flow WHERE begun_at < $1", {begun.ms});
}

std::optional<std::string> account_of_subject(db::Transaction& transaction, const std::string& issuer, const std::string& subject) {
  const auto rows = transaction.query("SELECT account FROM identity_oidc_link WHERE issuer = $1 AND subject = $2", {issuer, subject});
  if (rows.empty()) return std::nullopt;
  return rows.text(0, "account");
}

std::vector<oidc::Link> links_of(db::Transaction& transaction, const std::string& issuer, const std::string& account) {
  const auto rows = transaction.query("SELECT subject, linked_at FROM identity_oidc_link WHERE issuer = $1 AND account = $2 ORDER BY linked_at, subject", {issuer, account});
  std::vector<oidc::Link> out;
  for (std::size_t i = 0; i < rows.size(); ++i) out.push_back({account, rows.text(i, "subject"), Instant{rows.integer(i, "linked_at")}});
  return out;
}

void insert_link(db::Transaction& transaction, const std::string& issuer, const oidc::Link& link) {
  transaction.execute("INSERT INTO identity_oidc_link (issuer, subject, account, linked_at) VALUES ($1, $2, $3, $4)", {issuer, link.subject, link.account, link.at.ms});
}

std::int64_t delete_links(db::Transaction& transaction, const std::string& issuer, const std::string& account) {
  return transaction.execute("DELETE FROM identity_oidc_link WHERE issuer = $1 AND account = $2", {issuer, account});
}

db::Migration oidc_migration() {
  return {550, "sign-in by a provider", R"(CREATE TABLE identity_oidc_flow (
  state_sm3 TEXT PRIMARY KEY,
  browser_sm3 TEXT NOT NULL,
  nonce TEXT NOT NULL,
  verifier TEXT NOT NULL,
  begun_at BIGINT NOT NULL
);
CREATE INDEX identity_oidc_flow_begun ON identity_oidc_flow (begun_at);
CREATE TABLE identity_oidc_link (
  issuer TEXT NOT NULL,
  subject TEXT NOT NULL,
  account TEXT NOT NULL REFERENCES identity_account (id),
  linked_at BIGINT NOT NULL,
  PRIMARY KEY (issuer, subject)
);
CREATE INDEX identity_oidc_link_account ON identity_oidc_link (account);
)"};
}

} // namespace ankao::identity::store
