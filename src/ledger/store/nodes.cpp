// SPDX-License-Identifier: Apache-2.0
#include "ledger/store/nodes.hpp"

#include <algorithm>

#include "base/ensure.hpp"

namespace ankao::ledger {
namespace {

constexpr std::size_t k_at_once = 64;

void take(db::Transaction& transaction, const std::vector<Node>& wanted, std::size_t from, std::map<Node, Digest>& out) {
  std::string where;
  db::Values values;
  for (std::size_t i = from; i < std::min(wanted.size(), from + k_at_once); ++i) {
    values.push_back(std::int64_t{wanted[i].level});
    where += (where.empty() ? "(level = $" : " OR (level = $") + std::to_string(values.size());
    values.push_back(wanted[i].position);
    where += " AND position = $" + std::to_string(values.size()) + ")";
  }
  const auto rows = transaction.query("SELECT level, position, hash FROM ledger_node WHERE " + where, values);
  for (std::size_t i = 0; i < rows.size(); ++i)
    out[{static_cast<int>(rows.integer(i, "level")), rows.integer(i, "position")}] = digest_of_bytes(rows.bytes(i, "hash"));
}

} // namespace

Digest digest_of_bytes(const std::string& bytes) {
  Digest out{};
  ensure(bytes.size() == out.size(), "a stored hash has 32 bytes");
  std::copy(bytes.begin(), bytes.end(), out.begin());
  return out;
}

db::Bytes bytes_of(const Digest& digest) { return {std::string(digest.begin(), digest.end())}; }

std::int64_t tree_size(db::Transaction& transaction) {
  return transaction.query("SELECT COALESCE(MAX(position), -1) + 1 AS size FROM ledger_node WHERE level = 0").integer(0, "size");
}

std::map<Node, Digest> nodes(db::Transaction& transaction, const std::vector<Node>& wanted) {
  std::map<Node, Digest> out;
  for (std::size_t from = 0; from < wanted.size(); from += k_at_once) take(transaction, wanted, from, out);
  return out;
}

void insert_nodes(db::Transaction& transaction, const std::vector<std::pair<Node, Digest>>& made) {
  std::vector<db::Values> rows;
  rows.reserve(made.size());
  for (const auto& [node, hash] : made) rows.push_back({std::int64_t{node.level}, node.position, bytes_of(hash)});
  if (rows.size() == 1)
    transaction.execute("INSERT INTO ledger_node (level, position, hash) VALUES ($1, $2, $3)", rows[0]);
  else
    transaction.insert_many("ledger_node", {"level", "position", "hash"}, rows);
}

} // namespace ankao::ledger
