// SPDX-License-Identifier: Apache-2.0
// The hashes of the log: leaves (level 0) and complete subtrees. They stay when the payload of old events goes.
#pragma once

#include <map>

#include "db/db.hpp"
#include "ledger/rules/tree.hpp"

namespace ankao::ledger {

std::int64_t tree_size(db::Transaction& transaction);
/// The stored ones among `nodes`, in one query for a few dozen.
std::map<Node, Digest> nodes(db::Transaction& transaction, const std::vector<Node>& wanted);
void insert_nodes(db::Transaction& transaction, const std::vector<std::pair<Node, Digest>>& made);

Digest digest_of_bytes(const std::string& bytes);
db::Bytes bytes_of(const Digest& digest);

} // namespace ankao::ledger
