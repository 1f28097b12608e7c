// SPDX-License-Identifier: Apache-2.0
// The plan's reader is as strict about form as the instance's; what a plan means is the checker's business.
#include <gtest/gtest.h>

#include "draw_check/support/text.hpp"

namespace ankao::draw::testing {
namespace {

Json rich_plan() {
  Json json = plan_json();
  json["exceptions"] = {{{"institution", "T01"}, {"site", "S02"}, {"subject", "LV"}, {"visits", 4}}};
  return json;
}

std::string read(const Json& json) { return refusal(read_plan(json.dump())); }

std::string read_with(const std::string& pointer, const Json& value) {
  Json json = rich_plan();
  json[Json::json_pointer(pointer)] = value;
  return read(json);
}

TEST(PlanReader, TakesAPlanAndGivesItBack) {
  const std::string text = rich_plan().dump();
  const auto plan = read_plan(text);
  ASSERT_TRUE(plan.ok()) << refusal(plan);
  EXPECT_EQ(write_plan(*plan), text);
}

TEST(PlanReader, RefusesEachMemberMissingAndEachUnknownOne) {
  const Json whole = rich_plan();
  int tried = 0;
  each_node(whole, Json::json_pointer(), [&](const Json::json_pointer& pointer, const Json& node) {
    if (!node.is_object()) return;
    for (auto it = node.begin(); it != node.end(); ++it, ++tried) {
      Json json = whole;
      json[pointer].erase(it.key());
      EXPECT_EQ(read(json), "draw.file.missing_member at " + (pointer / it.key()).to_string());
    }
    Json json = whole;
    json[pointer]["zzz"] = 1;
    EXPECT_EQ(read(json), "draw.file.unknown_member at " + (pointer / "zzz").to_string());
  });
  EXPECT_GT(tried, 50);
}

TEST(PlanReader, RefusesEachValueOfAWrongType) {
  const Json whole = rich_plan();
  each_node(whole, Json::json_pointer(), [&](const Json::json_pointer& pointer, const Json& node) {
    for (const Json& other : std::vector<Json>{Json::object(), Json::array(), "text", 7, true, nullptr}) {
      if (node.type() == other.type() || (node.is_number() && other.is_number())) continue;
      Json json = whole;
      json[pointer] = other;
      EXPECT_EQ(read(json), "draw.file.wrong_type at " + pointer.to_string()) << other;
    }
  });
}

TEST(PlanReader, KeepsDigestsDatesAndNumbersInTheirForm) {
  const std::string hex(64, 'a');
  EXPECT_EQ(read_with("/seed", hex), "");
  EXPECT_EQ(read_with("/seed", std::string(64, 'A')), "draw.file.bad_digest at /seed");
  EXPECT_EQ(read_with("/seed", hex + "a"), "draw.file.bad_digest at /seed");
  EXPECT_EQ(read_with("/instance_sm3", hex.substr(1) + "g"), "draw.file.bad_digest at /instance_sm3");
  EXPECT_EQ(read_with("/sessions/0/date", "2024-02-30"), "draw.file.bad_date at /sessions/0/date");
  EXPECT_EQ(read_with("/sessions/0/seats/0/candidates", 0), ""); // unlawful, but a plan: R0
  EXPECT_EQ(read_with("/sessions/0/seats/0/candidates", -1), "draw.file.out_of_range at /sessions/0/seats/0/candidates");
  EXPECT_EQ(read_with("/levels/Q", std::numeric_limits<std::int64_t>::max()), "");
  EXPECT_EQ(read_with("/levels/Q", std::numeric_limits<std::uint64_t>::max()), "draw.file.out_of_range at /levels/Q");
  EXPECT_EQ(read_with("/levels/Q", -1), "draw.file.out_of_range at /levels/Q");
}

} // namespace
} // namespace ankao::draw::testing
