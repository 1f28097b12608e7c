// SPDX-License-Identifier: Apache-2.0
// The published shape of RFC 9162: the seven leaves of section 2.1.5 with the names they have there, every path of every small tree as
// ranges of leaves, and the vectors of Certificate Transparency, which are made with SHA-256.
#include <botan/hash.h>
#include <gtest/gtest.h>

#include <map>

#include "ledger/rules/tree.hpp"

namespace ankao::ledger {
namespace {

using Names = std::vector<std::string>;

std::string text_of(const Digest& digest) { return {digest.begin(), digest.end()}; }

std::int64_t largest_power_below(std::int64_t n) {
  std::int64_t k = 1;
  while (2 * k < n) k *= 2;
  return k;
}

/// Section 2.1.1 over bytes that are hashed here, by nothing of the tree's own code.
using Plain = std::function<Digest(const std::string&)>;
Digest mth(const Plain& hash, const std::vector<std::string>& data, std::int64_t begin, std::int64_t end) {
  if (begin == end) return hash("");
  if (end - begin == 1) return hash(std::string(1, '\0') + data[static_cast<std::size_t>(begin)]);
  const std::int64_t k = largest_power_below(end - begin);
  return hash("\x01" + text_of(mth(hash, data, begin, begin + k)) + text_of(mth(hash, data, begin + k, end)));
}

/// PATH(m, D[n]) of section 2.1.3.1, as ranges.
std::vector<Range> path(std::int64_t m, std::int64_t begin, std::int64_t end) {
  if (end - begin == 1) return {};
  const std::int64_t middle = begin + largest_power_below(end - begin);
  std::vector<Range> out = m < middle ? path(m, begin, middle) : path(m, middle, end);
  out.push_back(m < middle ? Range{middle, end} : Range{begin, middle});
  return out;
}

/// SUBPROOF(m, D[n], b) of section 2.1.4.1, as ranges; `m` counts from the first leaf of the whole tree.
std::vector<Range> subproof(std::int64_t m, std::int64_t begin, std::int64_t end, bool whole) {
  if (m == end) return whole ? std::vector<Range>{} : std::vector<Range>{{begin, end}};
  const std::int64_t middle = begin + largest_power_below(end - begin);
  std::vector<Range> out = m <= middle ? subproof(m, begin, middle, whole) : subproof(m, middle, end, false);
  out.push_back(m <= middle ? Range{middle, end} : Range{begin, middle});
  return out;
}

/// The nodes of the tree of seven leaves under the letters of section 2.1.5.
const std::map<std::string, Range> k_seven{{"a", {0, 1}}, {"b", {1, 2}}, {"c", {2, 3}}, {"d", {3, 4}}, {"e", {4, 5}}, {"f", {5, 6}},
                                           {"g", {0, 2}}, {"h", {2, 4}}, {"i", {4, 6}}, {"j", {6, 7}}, {"k", {0, 4}}, {"l", {4, 7}}};

Names names_of(const std::vector<Range>& ranges) {
  Names out;
  for (const Range& range : ranges)
    for (const auto& [name, named] : k_seven)
      if (named == range) out.push_back(name);
  return out;
}

/// A tree that has grown, over any hash.
struct Grown {
  Grown(const std::vector<Digest>& leaves, NodeHash hash)
      : tree(0, {}, hash)
      , hash_(hash) {
    for (const Digest& leaf : leaves) tree.add(leaf, [this](const Node& node, const Digest& made) { kept[node] = made; });
  }
  Digest root(const Range& range) const {
    return root_of(
        range, [this](const Node& node) { return kept.at(node); }, hash_);
  }
  Hashes roots(const std::vector<Range>& ranges) const {
    Hashes out;
    for (const Range& range : ranges) out.push_back(root(range));
    return out;
  }
  Growing tree;
  std::map<Node, Digest> kept;
  NodeHash hash_;
};

TEST(Rfc9162, TheSevenLeavesHaveThePathsThatArePrinted) {
  const std::vector<Names> inclusion{{"b", "h", "l"}, {"a", "h", "l"}, {"d", "g", "l"}, {"c", "g", "l"}, {"f", "j", "k"}, {"e", "j", "k"}, {"i", "k"}};
  for (std::size_t m = 0; m < inclusion.size(); ++m) EXPECT_EQ(names_of(inclusion_ranges(static_cast<std::int64_t>(m), 7)), inclusion[m]) << m;
  EXPECT_EQ(names_of(consistency_ranges(3, 7)), (Names{"c", "d", "g", "l"}));
  EXPECT_EQ(names_of(consistency_ranges(4, 7)), (Names{"l"}));
  EXPECT_EQ(names_of(consistency_ranges(6, 7)), (Names{"i", "j", "k"}));
  EXPECT_EQ(names_of(consistency_ranges(7, 7)), Names{});
}

TEST(Rfc9162, TheLettersAreTheHashesThatTheDefinitionGives) {
  const Plain plain = [](const std::string& bytes) { return sm3(bytes); };
  std::vector<std::string> data;
  std::vector<Digest> leaves;
  for (int i = 0; i < 7; ++i) {
    data.push_back("d" + std::to_string(i));
    leaves.push_back(leaf_hash(data.back()));
  }
  const Grown grown(leaves, node_hash);
  std::map<std::string, Digest> hash;
  for (const auto& [name, range] : k_seven) {
    hash[name] = mth(plain, data, range.begin, range.end);
    EXPECT_EQ(grown.root(range), hash[name]) << name;
  }
  const auto joined = [&](const char* left, const char* right) { return plain("\x01" + text_of(hash[left]) + text_of(hash[right])); };
  EXPECT_EQ(joined("a", "b"), hash["g"]);
  EXPECT_EQ(joined("c", "d"), hash["h"]);
  EXPECT_EQ(joined("e", "f"), hash["i"]);
  EXPECT_EQ(joined("g", "h"), hash["k"]);
  EXPECT_EQ(joined("i", "j"), hash["l"]);
  EXPECT_EQ(joined("k", "l"), grown.tree.root());
  // The trees it grew from, as printed: hash0 of three leaves, hash1 of four, hash2 of six.
  EXPECT_EQ(joined("g", "c"), grown.root({0, 3}));
  EXPECT_EQ(hash["k"], grown.root({0, 4}));
  EXPECT_EQ(joined("k", "i"), grown.root({0, 6}));
}

TEST(Rfc9162, EveryPathOfEverySmallTreeHasTheShapeOfTheDefinition) {
  constexpr std::int64_t k_most = 130;
  for (std::int64_t size = 1; size <= k_most; ++size) {
    for (std::int64_t m = 0; m < size; ++m) ASSERT_EQ(inclusion_ranges(m, size), path(m, 0, size)) << m << " of " << size;
    for (std::int64_t m = 1; m <= size; ++m) ASSERT_EQ(consistency_ranges(m, size), subproof(m, 0, size, true)) << m << " in " << size;
  }
}

// -- Certificate Transparency ---------------------------------------------------------------------------------------------------------

Digest sha256(const std::string& bytes) {
  const auto hash = Botan::HashFunction::create_or_throw("SHA-256");
  hash->update(bytes);
  Digest out{};
  hash->final(out.data());
  return out;
}
Digest sha256_node(const Digest& left, const Digest& right) { return sha256("\x01" + text_of(left) + text_of(right)); }

std::string bytes_of_hex(const std::string& hex) {
  std::string out;
  for (std::size_t i = 0; i < hex.size(); i += 2) out += static_cast<char>(std::stoi(hex.substr(i, 2), nullptr, 16));
  return out;
}

const std::vector<std::string> k_entries{"", "00", "10", "2021", "3031", "40414243", "5051525354555657", "606162636465666768696a6b6c6d6e6f"};
const Names k_roots{"6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d", "fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125",
                    "aeb6bcfe274b70a14fb067a5e5578264db0fa9b51af5e0ba159158f329e06e77", "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7",
                    "4e3bbb1f7b478dcfe71fb631631519a3bca12c9aefca1612bfce4c13a86264d4", "76e67dadbcdf1e10e1b74ddc608abd2f98dfb16fbce75277b5232a127f2087ef",
                    "ddb89be403809e325750d3d263cd78929c2942b7942a34b77e122c9594a74c8c", "5dc9da79a70659a9ad559cb701ded9a2ab9d823aad2f4960cfe370eff4604328"};

/// Inclusion: leaf from 0, size. Consistency: from, to.
struct Published {
  std::int64_t first = 0;
  std::int64_t size = 0;
  Names path;
};
const std::vector<Published> k_inclusion{
    {0, 1, {}},
    {0, 8, {"96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7", "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e", "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4"}},
    {5, 8, {"bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b", "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0", "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7"}},
    {2, 3, {"fac54203e7cc696cf0dfcb42c92a1d9dbaf70ad9e621f4bd8d98662f00e3c125"}},
    {1, 5, {"6e340b9cffb37a989ca544e6bb780a2c78901d3fb33738768511a30617afa01d", "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e", "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b"}}};
const std::vector<Published> k_consistency{
    {1, 1, {}},
    {1, 8, {"96a296d224f285c67bee93c30f8a309157f0daa35dc5b87e410b78630a09cfc7", "5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e", "6b47aaf29ee3c2af9af889bc1fb9254dabd31177f16232dd6aab035ca39bf6e4"}},
    {6, 8, {"0ebc5d3437fbe2db158b9f126a1d118e308181031d0a949f8dededebc558ef6a", "ca854ea128ed050b41b35ffc1b87b8eb2bde461e9e3b5596ece6b9d5975a0ae0", "d37ee418976dd95753c1c73862b9398fa2a2cf9b4ff0fdfe8b30cd95209614b7"}},
    {2, 5, {"5f083f0a1a33ca076a95279832580db3e0ef4584bdff1f54c8a360f50de3031e", "bc1a0643b12e4d2d7c77918f44e0f4f79a838b6cf9ec5b5c283e1f4d88599e6b"}}};

Digest digest(const std::string& hex) { return digest_from_hex(hex).value(); }
Digest root(std::int64_t size) { return digest(k_roots.at(static_cast<std::size_t>(size - 1))); }
Names hex_of(const Hashes& hashes) {
  Names out;
  for (const Digest& one : hashes) out.push_back(to_hex(one));
  return out;
}

class CertificateTransparency : public ::testing::Test {
protected:
  static std::vector<Digest> leaves() {
    std::vector<Digest> out;
    for (const std::string& hex : k_entries) out.push_back(sha256(std::string(1, '\0') + bytes_of_hex(hex)));
    return out;
  }
  const std::vector<Digest> leaves_ = leaves();
  const Grown grown_{leaves_, sha256_node};
};

TEST_F(CertificateTransparency, TheRootsArePublished) {
  std::vector<std::string> data;
  for (const std::string& hex : k_entries) data.push_back(bytes_of_hex(hex));
  for (std::int64_t size = 1; size <= 8; ++size) {
    EXPECT_EQ(grown_.root({0, size}), root(size)) << size;
    EXPECT_EQ(mth(sha256, data, 0, size), root(size)) << size;
  }
}

TEST_F(CertificateTransparency, TheInclusionPathsArePublishedAndHold) {
  for (const Published& one : k_inclusion) {
    Hashes proof = grown_.roots(inclusion_ranges(one.first, one.size));
    EXPECT_EQ(hex_of(proof), one.path) << one.first << " of " << one.size;
    const Digest leaf = leaves_[static_cast<std::size_t>(one.first)];
    EXPECT_TRUE(verify_inclusion(leaf, one.first, one.size, proof, root(one.size), sha256_node));
    EXPECT_FALSE(verify_inclusion(leaf, one.first + 1, one.size, proof, root(one.size), sha256_node));
    proof.push_back(leaf);
    EXPECT_FALSE(verify_inclusion(leaf, one.first, one.size, proof, root(one.size), sha256_node));
  }
}

TEST_F(CertificateTransparency, TheConsistencyPathsArePublishedAndHold) {
  for (const Published& one : k_consistency) {
    Hashes proof = grown_.roots(consistency_ranges(one.first, one.size));
    EXPECT_EQ(hex_of(proof), one.path) << one.first << " in " << one.size;
    EXPECT_TRUE(verify_consistency(one.first, one.size, root(one.first), root(one.size), proof, sha256_node));
    proof.push_back(root(1));
    EXPECT_FALSE(verify_consistency(one.first, one.size, root(one.first), root(one.size), proof, sha256_node));
  }
}

} // namespace
} // namespace ankao::ledger
