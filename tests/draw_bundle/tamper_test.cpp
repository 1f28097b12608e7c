// SPDX-License-Identifier: Apache-2.0
// One changed field or bit anywhere is found and named.
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "draw/support/chance.hpp"
#include "draw_bundle/support/bundles.hpp"

namespace ankao::draw::testing {
namespace {

using Json = nlohmann::json;

std::vector<Json::json_pointer> leaves(const Json& node, const Json::json_pointer& at = Json::json_pointer()) {
  if (!node.is_structured() || node.empty()) return {at};
  std::vector<Json::json_pointer> out;
  const auto add = [&](const Json& child, const Json::json_pointer& place) {
    for (auto& leaf : leaves(child, place)) out.push_back(std::move(leaf));
  };
  if (node.is_object())
    for (auto it = node.begin(); it != node.end(); ++it) add(it.value(), at / it.key());
  else
    for (std::size_t i = 0; i < node.size(); ++i) add(node[i], at / i);
  return out;
}

/// The nearest other value of the same type.
Json bent(const Json& value) {
  if (value.is_number()) return value.get<std::int64_t>() + 1;
  if (value.is_boolean()) return !value.get<bool>();
  if (value.is_null()) return 1;
  if (value.is_array()) return Json::array({"T09"});
  if (value.is_object()) return Json{{"x", 1}};
  std::string text = value.get<std::string>();
  if (text.empty()) return "x";
  if (static_cast<unsigned char>(text.back()) >= 0x80) return text + "1";
  text.back() = text.back() == '1' ? '2' : '1';
  return text;
}

TEST(Tamper, EveryFieldOfABundle) {
  const Json good = Json::parse(write_bundle(good_bundle()));
  const auto all = leaves(good);
  ASSERT_GT(all.size(), 300U);
  for (const auto& at : all) {
    Json bad = good;
    bad[at] = bent(good[at]);
    const std::string found = found_in(bad.dump());
    EXPECT_NE(found, "") << at.to_string();
    // What the file says of itself is compared; the finding names the member that was touched.
    const std::string member = at.to_string().substr(0, at.to_string().find('/', 1));
    // The engine stands in the plan too: either may be the wrong one.
    const bool derived = member == "/digests" || member == "/engine";
    EXPECT_TRUE(derived || found.find(" at " + member) != std::string::npos) << at.to_string() << " was found as\n" << found;
  }
}

TEST(Tamper, EveryFieldThatIsTakenOutOrAdded) {
  const Json good = Json::parse(write_bundle(good_bundle()));
  for (const auto& at : leaves(good)) {
    Json bad = good;
    Json& parent = bad[at.parent_pointer()];
    if (parent.is_object())
      parent.erase(at.back());
    else
      parent.erase(std::stoul(at.back()));
    EXPECT_NE(found_in(bad.dump()), "") << at.to_string();
  }
  Json more = good;
  more["rule"]["note"] = "x";
  EXPECT_EQ(found_in(more.dump()), "draw.file.unknown_member at /rule/note\n");
}

/// Somebody who bends a field and writes new digests still cannot bend what others gave or what follows from it.
TEST(Tamper, NewDigestsDoNotHelp) {
  const Json good = Json::parse(write_bundle(good_bundle()));
  const auto words_only = [](const std::string& at) {
    for (const char* end : {"/name", "/role", "/how", "/reason", "/clause"})
      if (at.ends_with(end) && (at.starts_with("/rule") || at.starts_with("/records"))) return true;
    // Who did not reveal may have committed to anything.
    if (at == "/commitments/0/commitment") return true;
    return at.ends_with("/at") || at.ends_with("_at") || at.ends_with("_until");
  };
  for (const auto& at : leaves(good)) {
    if (at.to_string().starts_with("/digests") || words_only(at.to_string())) continue;
    Json bad = good;
    bad[at] = bent(good[at]);
    bad.erase("digests");
    EXPECT_NE(found_in(bad.dump()), "") << at.to_string();
  }
}

TEST(Tamper, HundredsOfRandomBits) {
  const std::string good = write_bundle(good_bundle());
  Chance chance(20240305);
  for (int i = 0; i < 600; ++i) {
    std::string bad = good;
    const auto byte = static_cast<std::size_t>(chance.between(0, static_cast<int>(good.size()) - 1));
    bad[byte] = static_cast<char>(static_cast<unsigned char>(bad[byte]) ^ (1U << chance.between(0, 7)));
    EXPECT_NE(found_in(bad), "") << "byte " << byte << " became " << bad.substr(byte < 20 ? 0 : byte - 20, 40);
  }
}

TEST(Tamper, EveryPrefixIsRefused) {
  const std::string good = write_bundle(good_bundle());
  for (std::size_t cut = 0; cut < good.size(); cut += 37) EXPECT_FALSE(read_bundle(good.substr(0, cut)).ok()) << cut;
  EXPECT_EQ(found_in(good + "\n"), "draw.file.not_canonical at \n");
}

} // namespace
} // namespace ankao::draw::testing
