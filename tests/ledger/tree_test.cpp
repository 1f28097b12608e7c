// SPDX-License-Identifier: Apache-2.0
// The tree of RFC 9162 against its definition, written down as slowly as it stands there.
#include "ledger/rules/tree.hpp"

#include <gtest/gtest.h>

#include <map>
#include <random>

namespace ankao::ledger {
namespace {

std::int64_t largest_power_below(std::int64_t n) {
  std::int64_t k = 1;
  while (2 * k < n) k *= 2;
  return k;
}

Digest leaf(std::int64_t i) { return leaf_hash("event " + std::to_string(i)); }

Digest mth(std::int64_t begin, std::int64_t end) {
  if (begin == end) return sm3("");
  if (end - begin == 1) return leaf(begin);
  const std::int64_t k = largest_power_below(end - begin);
  return node_hash(mth(begin, begin + k), mth(begin + k, end));
}

Hashes path(std::int64_t m, std::int64_t begin, std::int64_t end) {
  if (end - begin == 1) return {};
  const std::int64_t k = largest_power_below(end - begin);
  Hashes out = m < k ? path(m, begin, begin + k) : path(m - k, begin + k, end);
  out.push_back(m < k ? mth(begin + k, end) : mth(begin, begin + k));
  return out;
}

Hashes subproof(std::int64_t m, std::int64_t begin, std::int64_t end, bool whole) {
  if (m == end - begin) return whole ? Hashes{} : Hashes{mth(begin, end)};
  const std::int64_t k = largest_power_below(end - begin);
  Hashes out = m <= k ? subproof(m, begin, begin + k, whole) : subproof(m - k, begin + k, end, false);
  out.push_back(m <= k ? mth(begin + k, end) : mth(begin, begin + k));
  return out;
}

struct Grown {
  explicit Grown(std::int64_t size) {
    for (std::int64_t i = 0; i < size; ++i) tree.add(leaf(i), [this](const Node& node, const Digest& hash) { kept[node] = hash; });
  }
  Hashes hashes(const std::vector<Range>& ranges) const {
    Hashes out;
    for (const Range& range : ranges) out.push_back(root_of(range, [this](const Node& node) { return kept.at(node); }));
    return out;
  }
  Growing tree;
  std::map<Node, Digest> kept;
};

constexpr std::int64_t k_small = 64;

TEST(Tree, ALeafIsNoNode) {
  EXPECT_EQ(leaf_hash("abc"), sm3(std::string("\0abc", 4)));
  const Digest a = sm3("a");
  const Digest b = sm3("b");
  EXPECT_EQ(node_hash(a, b), sm3("\x01" + std::string(a.begin(), a.end()) + std::string(b.begin(), b.end())));
  EXPECT_EQ(empty_root(), sm3(""));
}

TEST(Tree, HasTheRootOfTheDefinitionAtEverySize) {
  EXPECT_EQ(Growing().root(), mth(0, 0));
  for (std::int64_t size = 1; size <= k_small; ++size) EXPECT_EQ(Grown(size).tree.root(), mth(0, size)) << size;
}

TEST(Tree, ProvesEveryLeafOfEverySmallTree) {
  const Grown grown(k_small);
  for (std::int64_t size = 1; size <= k_small; ++size)
    for (std::int64_t index = 0; index < size; ++index) {
      const Hashes proof = grown.hashes(inclusion_ranges(index, size));
      ASSERT_EQ(proof, path(index, 0, size)) << index << " of " << size;
      ASSERT_TRUE(verify_inclusion(leaf(index), index, size, proof, mth(0, size)));
      ASSERT_FALSE(verify_inclusion(leaf(index + 1), index, size, proof, mth(0, size)));
      ASSERT_FALSE(verify_inclusion(leaf(index), index, size, proof, mth(0, size + 1)));
    }
}

TEST(Tree, ProvesThatEverySmallTreeIsTheBeginningOfEveryLargerOne) {
  const Grown grown(k_small);
  for (std::int64_t to = 1; to <= k_small; ++to)
    for (std::int64_t from = 1; from <= to; ++from) {
      const Hashes proof = grown.hashes(consistency_ranges(from, to));
      ASSERT_EQ(proof, subproof(from, 0, to, true)) << from << " in " << to;
      ASSERT_TRUE(verify_consistency(from, to, mth(0, from), mth(0, to), proof));
      ASSERT_FALSE(verify_consistency(from, to, leaf(999), mth(0, to), proof));
      if (from < to) {
        ASSERT_FALSE(verify_consistency(from, to, mth(0, from), leaf(999), proof));
      }
    }
}

TEST(Tree, ProofsOfALargeTreeHoldAndChangedOnesDoNot) {
  constexpr std::int64_t k_size = 5000;
  const Grown grown(k_size);
  std::mt19937_64 chance(20231104);
  const auto below = [&](std::int64_t n) { return static_cast<std::int64_t>(chance() % static_cast<std::uint64_t>(n)); };
  const auto root = [&](std::int64_t size) { return grown.hashes({{0, size}})[0]; };
  for (int round = 0; round < 3000; ++round) {
    const std::int64_t to = 2 + below(k_size - 1);
    const std::int64_t index = below(to);
    Hashes proof = grown.hashes(inclusion_ranges(index, to));
    ASSERT_TRUE(verify_inclusion(leaf(index), index, to, proof, root(to)));
    proof[static_cast<std::size_t>(below(static_cast<std::int64_t>(proof.size())))][3] ^= 1;
    ASSERT_FALSE(verify_inclusion(leaf(index), index, to, proof, root(to)));
    const std::int64_t from = 1 + below(to - 1);
    proof = grown.hashes(consistency_ranges(from, to));
    ASSERT_TRUE(verify_consistency(from, to, root(from), root(to), proof));
    proof[static_cast<std::size_t>(below(static_cast<std::int64_t>(proof.size())))][3] ^= 1;
    ASSERT_FALSE(verify_consistency(from, to, root(from), root(to), proof));
    proof.pop_back();
    ASSERT_FALSE(verify_consistency(from, to, root(from), root(to), proof));
  }
}

TEST(Tree, GrowsOnFromItsRightEdgeAlone) {
  const Grown whole(k_small);
  for (std::int64_t size = 1; size < k_small; ++size) {
    Growing tree(size, [&](const Node& node) { return whole.kept.at(node); });
    for (std::int64_t i = size; i < k_small; ++i) tree.add(leaf(i), [&](const Node& node, const Digest& hash) { ASSERT_EQ(hash, whole.kept.at(node)); });
    EXPECT_EQ(tree.root(), whole.tree.root());
  }
}

} // namespace
} // namespace ankao::ledger
