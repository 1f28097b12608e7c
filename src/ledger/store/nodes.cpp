// SPDX-License-Identifier: Apache-2.0
#include "ledger/store/nodes.hpp"

#include <algorithm>

#include "base/ensure.hpp"

namespace ankao::ledger {
namespace {

constexpr std::size_t k_at_once = 64;
constexpr std::size_t k_step = 8; ///< so many lengths of the question are few, and each is planned once

void take(db::Transaction& transaction, const std::vector<Node>& wanted, std::size_t from, std::map<Node, Digest>& out) {
  const std::size_t count = std::min(wanted.size() - from, k_at_once);
  const std::size_t asked = (count + k_step - 1) / k_step * k_step;
  std::string list;
  db::Values values;
  for (std::size_t i = 0; i < asked; ++i) {
    const Node& node = wanted[from + std::min(i, count - 1)];
    values.push_back(std::int64_t{node.level});
    list += (list.empty() ? "($" : ", ($") + std::to_string(values.size());
    values.push_back(node.position);
    list += ", $" + std::to_string(values.size()) + ")";
  }
  // CROSS JOIN: SQLite then takes the list first and looks each node up by its key.
  const auto rows = transaction.query("SELECT n.level AS level, n.position AS position, n.hash AS hash FROM (VALUES " + list +
                                          ") AS w CROSS JOIN ledger_node n WHERE n.level = w.column1 AND n.position = w.column2",
                                      values);
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
