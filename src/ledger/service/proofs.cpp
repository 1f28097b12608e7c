// SPDX-License-Identifier: Apache-2.0
#include "ledger/service/proofs.hpp"

#include <set>

#include "ledger/store/nodes.hpp"

namespace ankao::ledger {
namespace {

using Known = std::map<Node, Digest>;

/// The stored nodes of these ranges, each asked for once, in one query.
Known stored(db::Transaction& transaction, const std::vector<Range>& ranges) {
  std::set<Node> wanted;
  for (const Range& range : ranges)
    for (const Node& node : nodes_of(range)) wanted.insert(node);
  return nodes(transaction, {wanted.begin(), wanted.end()});
}

Hashes roots(const Known& known, const std::vector<Range>& ranges) {
  const Fetch fetch = [&known](const Node& node) {
    const auto found = known.find(node);
    ensure(found != known.end(), "the ledger's tree has a hole: run `ankao ledger check`");
    return found->second;
  };
  Hashes out;
  for (const Range& range : ranges) out.push_back(root_of(range, fetch));
  return out;
}

Result<void> within(db::Transaction& transaction, std::int64_t size) {
  const std::int64_t whole = tree_size(transaction);
  if (size >= 1 && size <= whole) return {};
  return problem("ledger.no_such_size", {{"size", std::to_string(size)}, {"whole", std::to_string(whole)}}, "size");
}

/// The roots of these ranges of the tree of `size` events. That the log was ever so large its last leaf says, which is asked for with the
/// rest: the size itself is only looked up for who asked for too much.
Result<Hashes> roots_within(db::Transaction& transaction, std::int64_t size, std::vector<Range> ranges) {
  ranges.push_back({size - 1, size});
  const Known known = stored(transaction, ranges);
  if (!known.contains(Node{0, size - 1})) {
    if (const auto fits = within(transaction, size); !fits.ok()) return fits.problem();
  }
  Hashes out = roots(known, ranges);
  out.pop_back();
  return out;
}

} // namespace

Digest root_at(db::Transaction& transaction, std::int64_t size) {
  const std::vector<Range> whole{{0, size}};
  return size == 0 ? empty_root() : roots(stored(transaction, whole), whole)[0];
}

Result<Proof> prove(db::Transaction& transaction, std::int64_t number, std::int64_t size) {
  if (number < 1 || number > size) {
    if (const auto fits = within(transaction, size); !fits.ok()) return fits.problem();
    return problem("ledger.no_such_event", {{"number", std::to_string(number)}, {"size", std::to_string(size)}}, "number");
  }
  std::vector<Range> ranges = inclusion_ranges(number - 1, size);
  ranges.push_back({number - 1, number});
  ranges.push_back({0, size});
  auto found = roots_within(transaction, size, std::move(ranges));
  if (!found.ok()) return found.problem();
  Proof out{number, size, {}, std::move(*found), {}};
  out.root = out.path.back();
  out.path.pop_back();
  out.leaf = out.path.back();
  out.path.pop_back();
  return out;
}

Result<Hashes> prove_consistency(db::Transaction& transaction, std::int64_t from, std::int64_t to) {
  if (from < 1 || from > to) {
    if (const auto fits = within(transaction, to); !fits.ok()) return fits.problem();
    return problem("ledger.no_such_size", {{"size", std::to_string(from)}, {"whole", std::to_string(to)}}, "from");
  }
  return roots_within(transaction, to, consistency_ranges(from, to));
}

} // namespace ankao::ledger
