// SPDX-License-Identifier: Apache-2.0
#include "ledger/store/checkpoints.hpp"

#include "ledger/store/nodes.hpp"

namespace ankao::ledger {
std::vector<Checkpoint> read_checkpoints(const db::Rows& rows) {
  std::vector<Checkpoint> out;
  for (std::size_t i = 0; i < rows.size(); ++i)
    out.push_back({rows.text(i, "origin"), rows.integer(i, "size"), digest_of_bytes(rows.bytes(i, "root")), Instant{rows.integer(i, "at")}, rows.bytes(i, "signature")});
  return out;
}

namespace {

std::optional<Checkpoint> first(const db::Rows& rows) {
  auto all = read_checkpoints(rows);
  return all.empty() ? std::nullopt : std::optional(std::move(all[0]));
}

} // namespace

void insert_checkpoint(db::Transaction& transaction, const Checkpoint& c) {
  transaction.execute("INSERT INTO ledger_checkpoint (size, origin, root, at, signature) VALUES ($1, $2, $3, $4, $5)",
                      {c.size, c.origin, bytes_of(c.root), c.at.ms, db::Bytes{c.signature}});
}

std::optional<Checkpoint> newest_checkpoint(db::Transaction& transaction) {
  return first(transaction.query("SELECT * FROM ledger_checkpoint ORDER BY size DESC LIMIT 1"));
}

std::optional<Checkpoint> checkpoint_at(db::Transaction& transaction, std::int64_t size) {
  return first(transaction.query("SELECT * FROM ledger_checkpoint WHERE size = $1", {size}));
}

std::optional<Checkpoint> checkpoint_over(db::Transaction& transaction, std::int64_t number) {
  return first(transaction.query("SELECT * FROM ledger_checkpoint WHERE size >= $1 ORDER BY size LIMIT 1", {number}));
}

std::vector<Checkpoint> checkpoints_after(db::Transaction& transaction, std::int64_t size, std::int64_t limit) {
  return read_checkpoints(transaction.query("SELECT * FROM ledger_checkpoint WHERE size > $1 ORDER BY size LIMIT $2", {size, limit}));
}

} // namespace ankao::ledger
