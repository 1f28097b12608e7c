// SPDX-License-Identifier: Apache-2.0
#include "planning/store/ceremonies.hpp"

#include <algorithm>

#include "base/ensure.hpp"

namespace ankao::planning {
namespace {

Ceremony ceremony_in(const db::Rows& rows, std::size_t row) {
  const auto month = parse_month(rows.text(row, "month"));
  ensure(month.has_value(), "a stored ceremony has a month");
  Ceremony one;
  one.month = *month;
  one.version = static_cast<int>(rows.integer(row, "version"));
  one.source = rows.text(row, "source");
  one.plan.how = rows.text(row, "how");
  one.plan.commitments_until = {rows.integer(row, "commitments_until")};
  one.plan.reveals_until = {rows.integer(row, "reveals_until")};
  one.plan.available_at = {rows.integer(row, "available_at")};
  one.frozen_at = {rows.integer(row, "frozen_at")};
  one.rule_sm3 = rows.text(row, "rule_sm3");
  one.value = rows.text(row, "value");
  one.announced_at = {rows.integer(row, "announced_at")};
  one.announced_by = rows.text(row, "announced_by");
  one.announced_name = rows.text(row, "announced_name");
  return one;
}

CeremonyParty party_in(const db::Rows& rows, std::size_t row) {
  return {rows.text(row, "id"),    rows.text(row, "name"), rows.text(row, "role"), rows.text(row, "commitment"), {rows.integer(row, "committed_at")},
          rows.text(row, "nonce"), {rows.integer(row, "revealed_at")}};
}

} // namespace

void insert_ceremony(db::Transaction& transaction, const Ceremony& c, const std::vector<CeremonyParty>& parties) {
  transaction.insert_many("planning_ceremony",
                          {"month", "version", "source", "how", "commitments_until", "reveals_until", "available_at", "frozen_at", "rule_sm3", "value", "announced_at", "announced_by", "announced_name"},
                          {{to_string(c.month), std::int64_t{c.version}, c.source, c.plan.how, c.plan.commitments_until.ms, c.plan.reveals_until.ms, c.plan.available_at.ms, c.frozen_at.ms,
                            c.rule_sm3, c.value, c.announced_at.ms, c.announced_by, c.announced_name}});
  std::vector<db::Values> rows;
  for (const auto& p : parties)
    rows.push_back({to_string(c.month), std::int64_t{c.version}, p.id, p.name, p.role, p.commitment, p.committed_at.ms, p.nonce, p.revealed_at.ms});
  transaction.insert_many("planning_participant", {"month", "version", "id", "name", "role", "commitment", "committed_at", "nonce", "revealed_at"}, rows);
}

std::optional<Ceremony> find_ceremony(db::Transaction& transaction, Month month, int version) {
  const auto rows = transaction.query("SELECT * FROM planning_ceremony WHERE month = $1 AND version = $2", {to_string(month), std::int64_t{version}});
  return rows.empty() ? std::nullopt : std::optional(ceremony_in(rows, 0));
}

std::vector<Ceremony> ceremonies(db::Transaction& transaction, int limit) {
  const auto rows = transaction.query("SELECT * FROM planning_ceremony ORDER BY month DESC, version DESC LIMIT $1", {std::int64_t{limit}});
  std::vector<Ceremony> all;
  for (std::size_t row = 0; row < rows.size(); ++row) all.push_back(ceremony_in(rows, row));
  return all;
}

std::vector<CeremonyParty> ceremony_parties(db::Transaction& transaction, Month month, int version) {
  const auto rows = transaction.query("SELECT * FROM planning_participant WHERE month = $1 AND version = $2", {to_string(month), std::int64_t{version}});
  std::vector<CeremonyParty> all;
  for (std::size_t row = 0; row < rows.size(); ++row) all.push_back(party_in(rows, row));
  // Databases sort text by their locale; the seed asks for the order of bytes.
  std::sort(all.begin(), all.end(), [](const auto& a, const auto& b) { return a.id < b.id; });
  return all;
}

std::optional<CeremonyParty> find_party(db::Transaction& transaction, Month month, int version, const std::string& id) {
  const auto rows = transaction.query("SELECT * FROM planning_participant WHERE month = $1 AND version = $2 AND id = $3", {to_string(month), std::int64_t{version}, id});
  return rows.empty() ? std::nullopt : std::optional(party_in(rows, 0));
}

bool put_commitment(db::Transaction& transaction, Month month, int version, const CeremonyParty& party) {
  return transaction.execute("UPDATE planning_participant SET commitment = $1, committed_at = $2 WHERE month = $3 AND version = $4 AND id = $5 AND commitment = ''",
                             {party.commitment, party.committed_at.ms, to_string(month), std::int64_t{version}, party.id}) == 1;
}

bool put_nonce(db::Transaction& transaction, Month month, int version, const CeremonyParty& party) {
  return transaction.execute("UPDATE planning_participant SET nonce = $1, revealed_at = $2 WHERE month = $3 AND version = $4 AND id = $5 AND nonce = ''",
                             {party.nonce, party.revealed_at.ms, to_string(month), std::int64_t{version}, party.id}) == 1;
}

void put_value(db::Transaction& transaction, const Ceremony& c) {
  transaction.execute("UPDATE planning_ceremony SET value = $1, announced_at = $2, announced_by = $3, announced_name = $4 WHERE month = $5 AND version = $6",
                      {c.value, c.announced_at.ms, c.announced_by, c.announced_name, to_string(c.month), std::int64_t{c.version}});
}

} // namespace ankao::planning
