// SPDX-License-Identifier: Apache-2.0
#include "ledger/service/proofs.hpp"

#include "ledger/store/nodes.hpp"

namespace ankao::ledger {
namespace {

Hashes roots(db::Transaction& transaction, const std::vector<Range>& ranges) {
  std::vector<Node> wanted;
  for (const Range& range : ranges)
    for (const Node& node : nodes_of(range)) wanted.push_back(node);
  const auto known = nodes(transaction, wanted);
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

} // namespace

Digest root_at(db::Transaction& transaction, std::int64_t size) { return size == 0 ? empty_root() : roots(transaction, {{0, size}})[0]; }

Result<Proof> prove(db::Transaction& transaction, std::int64_t number, std::int64_t size) {
  if (const auto fits = within(transaction, size); !fits.ok()) return fits.problem();
  if (number < 1 || number > size) return problem("ledger.no_such_event", {{"number", std::to_string(number)}, {"size", std::to_string(size)}}, "number");
  std::vector<Range> ranges = inclusion_ranges(number - 1, size);
  ranges.push_back({number - 1, number});
  ranges.push_back({0, size});
  Proof out{number, size, {}, roots(transaction, ranges), {}};
  out.root = out.path.back();
  out.path.pop_back();
  out.leaf = out.path.back();
  out.path.pop_back();
  return out;
}

Result<Hashes> prove_consistency(db::Transaction& transaction, std::int64_t from, std::int64_t to) {
  if (const auto fits = within(transaction, to); !fits.ok()) return fits.problem();
  if (from < 1 || from > to) return problem("ledger.no_such_size", {{"size", std::to_string(from)}, {"whole", std::to_string(to)}}, "from");
  return roots(transaction, consistency_ranges(from, to));
}

} // namespace ankao::ledger
