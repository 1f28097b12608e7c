// SPDX-License-Identifier: Apache-2.0
// The Merkle tree of RFC 9162, section 2.1, with SM3. Nothing here reads a database: it says which complete subtrees are needed,
// and computes with their hashes. How two nodes become one is a parameter, so that the vectors published with SHA-256 can be met.
#pragma once

#include <array>
#include <cstdint>
#include <functional>
#include <optional>
#include <string_view>
#include <vector>

#include "base/sm3.hpp"

namespace ankao::ledger {

/// A complete subtree: the leaves [position << level, (position + 1) << level).
struct Node {
  int level = 0;
  std::int64_t position = 0;
  auto operator<=>(const Node&) const = default;
};
/// Leaves [begin, end).
struct Range {
  std::int64_t begin = 0;
  std::int64_t end = 0;
  bool operator==(const Range&) const = default;
};
using Hashes = std::vector<Digest>;
using Fetch = std::function<Digest(const Node&)>;
using NodeHash = Digest (*)(const Digest& left, const Digest& right);

Digest leaf_hash(std::string_view bytes);
Digest node_hash(const Digest& left, const Digest& right);
/// The root of the tree without leaves.
Digest empty_root();

/// The complete subtrees of a range of the tree, from the left; `begin` is where a subtree of that size begins.
std::vector<Node> nodes_of(Range range);
/// The ranges whose roots are the inclusion proof of leaf `index` (from 0), from the leaf up; 0 <= index < size.
std::vector<Range> inclusion_ranges(std::int64_t index, std::int64_t size);
/// The ranges whose roots are the consistency proof; 0 < from <= to, none when from == to.
std::vector<Range> consistency_ranges(std::int64_t from, std::int64_t to);
/// The root of a range from the hashes of its complete subtrees.
Digest root_of(Range range, const Fetch& fetch, NodeHash hash = node_hash);

bool verify_inclusion(const Digest& leaf, std::int64_t index, std::int64_t size, const Hashes& path, const Digest& root, NodeHash hash = node_hash);
bool verify_consistency(std::int64_t from, std::int64_t to, const Digest& from_root, const Digest& to_root, const Hashes& path, NodeHash hash = node_hash);

/// A tree that grows leaf by leaf and keeps only its right edge.
class Growing {
public:
  using Sink = std::function<void(const Node&, const Digest&)>;
  Growing() = default;
  /// Goes on from `size` leaves; `peak` gives the hashes of nodes_of({0, size}), asked for when they are needed.
  Growing(std::int64_t size, Fetch peak, NodeHash hash = node_hash);

  /// Adds a leaf; `sink` gets the leaf and every subtree that it completes.
  void add(const Digest& leaf, const Sink& sink);
  std::int64_t size() const { return size_; }
  Digest root() const;

private:
  const Digest& peak(int level) const;
  std::int64_t size_ = 0;
  mutable std::array<std::optional<Digest>, 63> peaks_{};
  Fetch fetch_;
  NodeHash hash_ = node_hash;
};

} // namespace ankao::ledger
