// SPDX-License-Identifier: Apache-2.0
// The file of bounds and the command that writes it.
#include <gtest/gtest.h>

#include <unistd.h>

#include <algorithm>
#include <cstdlib>
#include <filesystem>

#include "draw/bounds/bounds.hpp"
#include "draw/bounds/verify.hpp"
#include "draw/commands/commands.hpp"
#include "draw/files/bounds_file.hpp"
#include "draw/files/canonical.hpp"
#include "draw/support/chance.hpp"
#include "draw_check/support/text.hpp"
#include "program/files.hpp"

namespace ankao::draw::testing {
namespace {

namespace fs = std::filesystem;

Bounds full_bounds(const World& w) {
  Bounds bounds = prove_bounds(w.instance, w.plan);
  bounds.plan_sm3 = to_hex(sm3(write_plan(w.plan)));
  // Every member of the format at least once; none of these claims anything.
  Prices prices = bounds.quality.value();
  prices.session.at(0) = 3;
  prices.visit[{0, 1, 0}] = 2;
  if (bounds.shortages.empty()) bounds.shortages.push_back({1, 0, prices});
  bounds.exceptions.push_back({0, 0, 0});
  if (!bounds.beyond) bounds.beyond = prices;
  const auto exclusive = std::find_if(w.instance.rooms.begin(), w.instance.rooms.end(), [](const Room& room) { return room.exclusive; });
  const int room = static_cast<int>(exclusive - w.instance.rooms.begin());
  const Date first = w.instance.calendar.dates.front();
  bounds.shared = {{{0}, {{room, first, first + 3}, {room, first + 4, first + 30}}, std::nullopt}, {{1}, {{room, first, first}}, std::vector<std::int64_t>{7}}};
  return bounds;
}

std::string refusal_of(const std::string& bytes, const Instance& instance) {
  const auto read = read_bounds(bytes, instance);
  return read.ok() ? "" : read.problem().id;
}

TEST(BoundsFile, IsCanonicalAndReadsBackToTheSame) {
  const World w = full_world();
  const std::string bytes = write_bounds(w.instance, full_bounds(w));
  EXPECT_EQ(canonical_json(bytes).value(), bytes);
  const auto read = read_bounds(bytes, w.instance);
  ASSERT_TRUE(read.ok()) << read.problem().id << read.problem().at;
  EXPECT_EQ(write_bounds(w.instance, *read), bytes);
  EXPECT_TRUE(verify_bounds(w.instance, w.plan, *read).empty());
}

TEST(BoundsFile, AMemberTooFewTooManyOrOfAnotherKindIsRefused) {
  const World w = full_world();
  const Json good = Json::parse(write_bounds(w.instance, full_bounds(w)));
  int tried = 0;
  each_node(good, Json::json_pointer(), [&](const Json::json_pointer& where, const Json& node) {
    Json bad = good;
    bad[where] = node.is_boolean() ? Json("no") : Json(true);
    EXPECT_NE(refusal_of(bad.dump(), w.instance), "") << where.to_string();
    if (node.is_object()) {
      bad = good;
      bad[where]["surplus"] = 1;
      EXPECT_NE(refusal_of(bad.dump(), w.instance), "") << where.to_string();
    }
    ++tried;
  });
  EXPECT_GT(tried, 60);
  for (const char* member : {"/levels/Q", "/certificates/V", "/plan_sm3", "/certificates/Q/scale"}) {
    const Json::json_pointer where(member);
    Json bad = good;
    bad[where.parent_pointer()].erase(where.back());
    EXPECT_EQ(refusal_of(bad.dump(), w.instance), "draw.file.missing_member") << member;
  }
}

TEST(BoundsFile, NoByteSpoiledOrLostBreaksTheReaderOrRaisesAProof) {
  const World w = full_world();
  const std::string good = write_bounds(w.instance, full_bounds(w));
  Chance chance(5);
  int read_count = 0;
  for (int i = 0; i < 3000; ++i) {
    std::string bad = good;
    const int place = chance.between(0, static_cast<int>(bad.size()) - 1);
    if (chance.percent(20)) {
      bad.resize(static_cast<std::size_t>(place));
    } else {
      bad[static_cast<std::size_t>(place)] = static_cast<char>(chance.percent(70) ? '0' + chance.between(0, 9) : chance.between(1, 255));
    }
    const auto read = read_bounds(bad, w.instance);
    if (!read.ok()) continue;
    ++read_count;
    if (!verify_bounds(w.instance, w.plan, *read).empty()) continue;
    for (std::size_t level = 0; level < 6; ++level) EXPECT_LE(read->levels[level].value_or(0), w.plan.levels.values()[level]);
  }
  EXPECT_GT(read_count, 100);
}

TEST(BoundsFile, ACertificateOfSharedRoomsIsRefusedAtItsFault) {
  const World w = full_world();
  const Json good = Json::parse(write_bounds(w.instance, full_bounds(w)));
  const auto refusal = [&](const char* where, Json value) {
    Json bad = good;
    bad[Json::json_pointer(where)] = std::move(value);
    const auto read = read_bounds(bad.dump(), w.instance);
    return read.ok() ? "" : read.problem().id + " at " + read.problem().at;
  };
  const std::string top = "/certificates/shared/";
  EXPECT_EQ(refusal("/certificates/shared/0/subjects/0", "NO"), "draw.file.unknown_reference at " + top + "0/subjects/0");
  EXPECT_EQ(refusal("/certificates/shared/0/rooms/1/room", "NO"), "draw.file.unknown_reference at " + top + "0/rooms/1/room");
  EXPECT_EQ(refusal("/certificates/shared/0/rooms/1/from", "2024-02-30"), "draw.file.bad_date at " + top + "0/rooms/1/from");
  EXPECT_NE(refusal("/certificates/shared/1/prices/0", -1).find(top + "1/prices/0"), std::string::npos);
  EXPECT_NE(refusal("/certificates/shared/1/prices/0", 1.5).find(top + "1/prices/0"), std::string::npos);
  EXPECT_NE(refusal("/certificates/shared/1/prices", 3).find(top + "1/prices"), std::string::npos);
  EXPECT_EQ(refusal("/certificates/shared/1/prices", nullptr), "");
}

TEST(BoundsFile, OfAnEarlierVersionHasNoSharedRooms) {
  const World w = full_world();
  Json old = Json::parse(write_bounds(w.instance, full_bounds(w)));
  old["certificates"].erase("shared");
  const auto read = read_bounds(old.dump(), w.instance);
  ASSERT_TRUE(read.ok());
  EXPECT_TRUE(read->shared.empty());
  EXPECT_TRUE(verify_bounds(w.instance, w.plan, *read).empty());
}

class BoundsCommand : public ::testing::Test {
protected:
  void SetUp() override {
    folder_ = fs::temp_directory_path() / ("ankao-draw-bounds-" + std::to_string(::getpid()));
    fs::create_directories(folder_);
    ::setenv("LC_ALL", "en_US.UTF-8", 1);
    const World w = full_world();
    write("instance.json", write_instance(w.instance));
    write("plan.json", write_plan(w.plan));
  }
  void TearDown() override { fs::remove_all(folder_); }

  std::string path(const std::string& name) const { return (folder_ / name).string(); }
  void write(const std::string& name, const std::string& bytes) const { ASSERT_TRUE(write_file(path(name), bytes).ok()); }
  std::string bytes(const std::string& name) const {
    const auto read = read_file(path(name));
    return read.ok() ? *read : "";
  }

  int run(std::vector<std::string> words) {
    words.insert(words.begin(), {path("instance.json"), path("plan.json")});
    for (const Command& command : commands()) {
      if (command.name != "bounds") continue;
      ::testing::internal::CaptureStdout();
      ::testing::internal::CaptureStderr();
      const int code = command.run(words);
      std::fflush(stdout);
      out_ = ::testing::internal::GetCapturedStdout();
      err_ = ::testing::internal::GetCapturedStderr();
      return code;
    }
    ADD_FAILURE() << "no command";
    return -1;
  }

  fs::path folder_;
  std::string out_, err_;
};

TEST_F(BoundsCommand, WritesBoundsShowsTheGapsAndVerifiesThem) {
  EXPECT_EQ(run({"--out", path("bounds.json")}), 0) << err_;
  EXPECT_NE(out_.find("gap"), std::string::npos);
  EXPECT_EQ(canonical_json(bytes("bounds.json")).value(), bytes("bounds.json"));
  EXPECT_EQ(run({"--verify", path("bounds.json")}), 0) << err_;
  const std::string once = bytes("bounds.json");
  EXPECT_EQ(run({"--out", path("again.json")}), 0);
  EXPECT_EQ(bytes("again.json"), once);
}

TEST_F(BoundsCommand, ATamperedFileIsNotProvenAndAnotherPlansIsRefused) {
  ASSERT_EQ(run({"--out", path("bounds.json")}), 0) << err_;
  Json bounds = Json::parse(bytes("bounds.json"));
  bounds["levels"]["Q"] = bounds["levels"]["Q"].get<int>() + 1;
  write("more.json", bounds.dump());
  EXPECT_EQ(run({"--verify", path("more.json")}), 1);
  EXPECT_NE(err_.find("not proven"), std::string::npos) << err_;
  bounds["plan_sm3"] = std::string(64, '0');
  write("other.json", bounds.dump());
  EXPECT_EQ(run({"--verify", path("other.json")}), 2);
}

TEST_F(BoundsCommand, NothingIsWrittenForAnUnlawfulPlanOrOverTheInput) {
  EXPECT_EQ(run({"--out", path("plan.json")}), 2);
  EXPECT_EQ(run({}), 2);
  Json plan = plan_json();
  plan["levels"]["Q"] = 0;
  write("plan.json", plan.dump());
  EXPECT_EQ(run({"--out", path("bounds.json")}), 2);
  EXPECT_FALSE(fs::exists(path("bounds.json")));
}

} // namespace
} // namespace ankao::draw::testing
