// SPDX-License-Identifier: Apache-2.0
#include "ledger/rules/tree.hpp"

#include <algorithm>
#include <bit>

#include "base/ensure.hpp"

namespace ankao::ledger {
namespace {

constexpr std::uint8_t k_leaf = 0;
constexpr std::uint8_t k_node = 1;

/// The largest power of two below n; n > 1.
std::int64_t split(std::int64_t n) { return static_cast<std::int64_t>(std::bit_floor(static_cast<std::uint64_t>(n - 1))); }

bool odd(std::int64_t n) { return (n & 1) != 0; }

} // namespace

Digest leaf_hash(std::string_view bytes) { return Sm3().update(&k_leaf, 1).update(bytes).digest(); }
Digest node_hash(const Digest& left, const Digest& right) { return Sm3().update(&k_node, 1).update(left).update(right).digest(); }
Digest empty_root() { return sm3({}); }

std::vector<Node> nodes_of(Range range) {
  std::vector<Node> out;
  std::int64_t begin = range.begin;
  while (begin < range.end) {
    const auto width = std::bit_floor(static_cast<std::uint64_t>(range.end - begin));
    const int level = std::countr_zero(width);
    ensure((begin & static_cast<std::int64_t>(width - 1)) == 0, "a range of the tree begins where its subtree does");
    out.push_back({level, begin >> level});
    begin += static_cast<std::int64_t>(width);
  }
  return out;
}

std::vector<Range> inclusion_ranges(std::int64_t index, std::int64_t size) {
  ensure(0 <= index && index < size, "the leaf stands in the tree");
  std::vector<Range> out;
  Range now{0, size};
  while (now.end - now.begin > 1) {
    const std::int64_t middle = now.begin + split(now.end - now.begin);
    const bool left = index < middle;
    out.push_back(left ? Range{middle, now.end} : Range{now.begin, middle});
    now = left ? Range{now.begin, middle} : Range{middle, now.end};
  }
  std::reverse(out.begin(), out.end());
  return out;
}

std::vector<Range> consistency_ranges(std::int64_t from, std::int64_t to) {
  ensure(0 < from && from <= to, "the older tree has leaves and is not larger");
  std::vector<Range> out;
  Range now{0, to};
  bool whole = true; // the old tree's root is known to the verifier, a part of it is not
  while (now.end != from) {
    const std::int64_t middle = now.begin + split(now.end - now.begin);
    if (from <= middle) {
      out.push_back({middle, now.end});
      now.end = middle;
    } else {
      out.push_back({now.begin, middle});
      now.begin = middle;
      whole = false;
    }
  }
  if (!whole) out.push_back(now);
  std::reverse(out.begin(), out.end());
  return out;
}

Digest root_of(Range range, const Fetch& fetch, NodeHash hash) {
  const std::vector<Node> nodes = nodes_of(range);
  if (nodes.empty()) return empty_root();
  Digest root = fetch(nodes.back());
  for (std::size_t i = nodes.size() - 1; i-- > 0;) root = hash(fetch(nodes[i]), root);
  return root;
}

// RFC 9162, 2.1.3.2.
bool verify_inclusion(const Digest& leaf, std::int64_t index, std::int64_t size, const Hashes& path, const Digest& root, NodeHash hash) {
  if (index < 0 || index >= size) return false;
  std::int64_t fn = index;
  std::int64_t sn = size - 1;
  Digest r = leaf;
  for (const Digest& p : path) {
    if (sn == 0) return false;
    if (odd(fn) || fn == sn) {
      r = hash(p, r);
      while (!odd(fn) && fn != 0) {
        fn >>= 1;
        sn >>= 1;
      }
    } else {
      r = hash(r, p);
    }
    fn >>= 1;
    sn >>= 1;
  }
  return sn == 0 && r == root;
}

// RFC 9162, 2.1.4.2.
bool verify_consistency(std::int64_t from, std::int64_t to, const Digest& from_root, const Digest& to_root, const Hashes& path, NodeHash hash) {
  if (from <= 0 || from > to) return false;
  if (from == to) return path.empty() && from_root == to_root;
  Hashes all = path;
  if (std::has_single_bit(static_cast<std::uint64_t>(from))) all.insert(all.begin(), from_root);
  if (all.empty()) return false;
  std::int64_t fn = from - 1;
  std::int64_t sn = to - 1;
  while (odd(fn)) {
    fn >>= 1;
    sn >>= 1;
  }
  Digest fr = all[0];
  Digest sr = all[0];
  for (std::size_t i = 1; i < all.size(); ++i) {
    if (sn == 0) return false;
    if (odd(fn) || fn == sn) {
      fr = hash(all[i], fr);
      sr = hash(all[i], sr);
      while (!odd(fn) && fn != 0) {
        fn >>= 1;
        sn >>= 1;
      }
    } else {
      sr = hash(sr, all[i]);
    }
    fn >>= 1;
    sn >>= 1;
  }
  return sn == 0 && fr == from_root && sr == to_root;
}

Growing::Growing(std::int64_t size, Fetch peak, NodeHash hash)
    : size_(size)
    , fetch_(std::move(peak))
    , hash_(hash) {}

const Digest& Growing::peak(int level) const {
  std::optional<Digest>& kept = peaks_[static_cast<std::size_t>(level)];
  if (!kept) kept = fetch_(Node{level, (size_ >> level) - 1});
  return *kept;
}

void Growing::add(const Digest& leaf, const Sink& sink) {
  Digest hash = leaf;
  int level = 0;
  sink({0, size_}, hash);
  for (; ((size_ >> level) & 1) != 0; ++level) {
    hash = hash_(peak(level), hash);
    sink({level + 1, size_ >> (level + 1)}, hash);
    peaks_[static_cast<std::size_t>(level)].reset();
  }
  peaks_[static_cast<std::size_t>(level)] = hash;
  ++size_;
}

Digest Growing::root() const {
  return root_of(
      {0, size_}, [this](const Node& node) { return peak(node.level); }, hash_);
}

} // namespace ankao::ledger
