// SPDX-License-Identifier: Apache-2.0
#include "reporting/store/summaries.hpp"

#include "base/ensure.hpp"
#include "reporting/files/summary_facts.hpp"

namespace ankao::reporting {

std::vector<db::Migration> summary_migrations() {
  return {{1610, "summary reports", R"(CREATE TABLE summary_report (
  campaign TEXT NOT NULL,
  district TEXT NOT NULL,
  state TEXT NOT NULL,
  edition BIGINT NOT NULL,
  revision BIGINT NOT NULL,
  proposed_by TEXT NOT NULL,
  proposed_name TEXT NOT NULL,
  proposed_at BIGINT,
  signed_by TEXT NOT NULL,
  signed_name TEXT NOT NULL,
  signed_at BIGINT,
  received_by TEXT NOT NULL,
  received_name TEXT NOT NULL,
  received_at BIGINT,
  number TEXT NOT NULL,
  reason TEXT NOT NULL,
  facts TEXT NOT NULL,
  PRIMARY KEY (campaign, district)
);
CREATE TABLE summary_text (
  campaign TEXT NOT NULL,
  district TEXT NOT NULL,
  chapter TEXT NOT NULL,
  version BIGINT NOT NULL,
  text TEXT NOT NULL,
  origin TEXT NOT NULL,
  account TEXT NOT NULL,
  person TEXT NOT NULL,
  at BIGINT NOT NULL,
  PRIMARY KEY (campaign, district, chapter, version)
);
CREATE TABLE summary_draft (
  campaign TEXT NOT NULL,
  district TEXT NOT NULL,
  chapter TEXT NOT NULL,
  text TEXT NOT NULL,
  PRIMARY KEY (campaign, district, chapter)
);
CREATE TABLE summary_edition (
  campaign TEXT NOT NULL,
  district TEXT NOT NULL,
  edition BIGINT NOT NULL,
  number TEXT NOT NULL,
  content TEXT NOT NULL,
  sm3 TEXT NOT NULL,
  drafter TEXT NOT NULL,
  signer TEXT NOT NULL,
  at BIGINT NOT NULL,
  event BIGINT NOT NULL,
  PRIMARY KEY (campaign, district, edition)
))"}};
}

namespace store {
namespace {

std::optional<Signature> signature(const db::Rows& rows, std::size_t i, const std::string& what) {
  const auto at = rows.maybe_integer(i, what + "_at");
  if (!at) return std::nullopt;
  return Signature{rows.text(i, what + "_by"), rows.text(i, what + "_name"), {*at}};
}

Summary head(const db::Rows& rows, std::size_t i) {
  Summary out;
  out.campaign = rows.text(i, "campaign");
  out.district = rows.text(i, "district");
  const auto state = summary_state_of(rows.text(i, "state"));
  ensure(state.has_value(), "a stored state of a summary is known");
  out.state = *state;
  out.edition = static_cast<int>(rows.integer(i, "edition"));
  out.revision = static_cast<int>(rows.integer(i, "revision"));
  out.proposed = signature(rows, i, "proposed");
  out.signed_by = signature(rows, i, "signed");
  out.received = signature(rows, i, "received");
  out.number = rows.text(i, "number");
  out.reason = rows.text(i, "reason");
  return out;
}

SummaryText text_of(const db::Rows& rows, std::size_t i) {
  return {rows.text(i, "chapter"), static_cast<int>(rows.integer(i, "version")), rows.text(i, "text"), rows.text(i, "origin"), rows.text(i, "account"), rows.text(i, "person"), {rows.integer(i, "at")}};
}

void add(db::Values& out, const std::optional<Signature>& one) {
  out.emplace_back(one ? one->account : "");
  out.emplace_back(one ? one->name : "");
  out.push_back(one ? db::Value(one->at.ms) : db::Value(db::Null{}));
}

constexpr const char* k_heads = "campaign, district, state, edition, revision, proposed_by, proposed_name, proposed_at, signed_by, signed_name, signed_at, received_by, received_name, received_at, number, reason";

} // namespace

std::optional<Summary> summary(db::Transaction& transaction, const std::string& campaign, const std::string& district) {
  const db::Values which{campaign, district};
  const auto rows = transaction.query(std::string("SELECT ") + k_heads + ", facts FROM summary_report WHERE campaign = $1 AND district = $2", which);
  if (rows.empty()) return std::nullopt;
  Summary out = head(rows, 0);
  if (const std::string& facts = rows.text(0, "facts"); !facts.empty()) out.facts = read_facts(facts);
  const auto texts = transaction.query("SELECT t.* FROM summary_text t JOIN (SELECT chapter, MAX(version) AS version FROM summary_text WHERE campaign = $1 AND district = $2 GROUP BY chapter) n "
                                       "ON n.chapter = t.chapter AND n.version = t.version WHERE t.campaign = $1 AND t.district = $2",
                                       which);
  for (std::size_t i = 0; i < texts.size(); ++i) out.texts[texts.text(i, "chapter")] = text_of(texts, i);
  const auto drafts = transaction.query("SELECT chapter, text FROM summary_draft WHERE campaign = $1 AND district = $2", which);
  for (std::size_t i = 0; i < drafts.size(); ++i) out.drafted[drafts.text(i, "chapter")] = drafts.text(i, "text");
  return out;
}

std::vector<Summary> summaries(db::Transaction& transaction, const std::string& campaign) {
  std::vector<Summary> out;
  const auto rows = transaction.query(std::string("SELECT ") + k_heads + " FROM summary_report WHERE campaign = $1 ORDER BY district", {campaign});
  for (std::size_t i = 0; i < rows.size(); ++i) out.push_back(head(rows, i));
  return out;
}

void save(db::Transaction& transaction, const Summary& one) {
  db::Values values{one.campaign, one.district, std::string(name_of(one.state)), std::int64_t{one.edition}, std::int64_t{one.revision}};
  add(values, one.proposed);
  add(values, one.signed_by);
  add(values, one.received);
  values.emplace_back(one.number);
  values.emplace_back(one.reason);
  values.emplace_back(one.facts ? write_facts(*one.facts) : std::string());
  transaction.execute(std::string("INSERT INTO summary_report (") + k_heads +
                          ", facts) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10, $11, $12, $13, $14, $15, $16, $17) ON CONFLICT (campaign, district) DO UPDATE SET state = $3, edition = $4, revision = $5, "
                          "proposed_by = $6, proposed_name = $7, proposed_at = $8, signed_by = $9, signed_name = $10, signed_at = $11, received_by = $12, received_name = $13, received_at = $14, number = $15, reason = $16, facts = $17",
                      values);
}

void put_text(db::Transaction& transaction, const Summary& one, const SummaryText& text) {
  transaction.execute("INSERT INTO summary_text (campaign, district, chapter, version, text, origin, account, person, at) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9)",
                      {one.campaign, one.district, text.chapter, std::int64_t{text.version}, text.text, text.origin, text.account, text.person, text.at.ms});
}

void put_draft(db::Transaction& transaction, const Summary& one, const std::string& chapter, const std::string& text) {
  transaction.execute("INSERT INTO summary_draft (campaign, district, chapter, text) VALUES ($1, $2, $3, $4) ON CONFLICT (campaign, district, chapter) DO UPDATE SET text = $4", {one.campaign, one.district, chapter, text});
}

std::vector<SummaryText> versions(db::Transaction& transaction, const std::string& campaign, const std::string& district, const std::string& chapter) {
  std::vector<SummaryText> out;
  const auto rows = transaction.query("SELECT * FROM summary_text WHERE campaign = $1 AND district = $2 AND chapter = $3 ORDER BY version", {campaign, district, chapter});
  for (std::size_t i = 0; i < rows.size(); ++i) out.push_back(text_of(rows, i));
  return out;
}

void put_edition(db::Transaction& transaction, const Summary& one, const Edition& edition) {
  transaction.execute("INSERT INTO summary_edition (campaign, district, edition, number, content, sm3, drafter, signer, at, event) VALUES ($1, $2, $3, $4, $5, $6, $7, $8, $9, $10)",
                      {one.campaign, one.district, std::int64_t{edition.edition}, edition.number, edition.content, edition.sm3, edition.drafter, edition.signer, edition.at.ms, edition.event});
}

std::vector<Edition> editions(db::Transaction& transaction, const std::string& campaign, const std::string& district) {
  std::vector<Edition> out;
  const auto rows = transaction.query("SELECT * FROM summary_edition WHERE campaign = $1 AND district = $2 ORDER BY edition", {campaign, district});
  for (std::size_t i = 0; i < rows.size(); ++i)
    out.push_back({static_cast<int>(rows.integer(i, "edition")), rows.text(i, "number"), rows.text(i, "content"), rows.text(i, "sm3"), rows.text(i, "drafter"), rows.text(i, "signer"), {rows.integer(i, "at")}, rows.integer(i, "event")});
  return out;
}

} // namespace store
} // namespace ankao::reporting
