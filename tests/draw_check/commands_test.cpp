// SPDX-License-Identifier: Apache-2.0
// The command line: exit codes, what stands on stdout, and that nothing half-done is ever written.
#include <gtest/gtest.h>

#include <sys/stat.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>

#include "draw/check/check.hpp"
#include "draw/commands/commands.hpp"
#include "draw/engine/engine.hpp"
#include "draw/files/canonical.hpp"
#include "draw_check/support/text.hpp"
#include "program/files.hpp"

namespace ankao::draw::testing {
namespace {

namespace fs = std::filesystem;

struct Ran {
  int code = 0;
  std::string out;
  std::string err;
};

class DrawCommands : public ::testing::Test {
protected:
  void SetUp() override {
    folder_ = fs::temp_directory_path() / ("ankao-draw-check-" + std::to_string(::getpid()));
    fs::create_directories(folder_);
    ::setenv("LC_ALL", "zh_CN.UTF-8", 1);
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
  bool exists(const std::string& name) const { return fs::exists(folder_ / name); }

  static Ran run(const std::string& name, const std::vector<std::string>& words) {
    for (const Command& command : commands()) {
      if (command.name != name) continue;
      ::testing::internal::CaptureStdout();
      ::testing::internal::CaptureStderr();
      Ran ran;
      std::string thrown;
      try {
        ran.code = command.run(words);
      } catch (const std::exception& error) { // else the capture would swallow the test's own report
        thrown = error.what();
      }
      std::fflush(stdout);
      ran.out = ::testing::internal::GetCapturedStdout();
      ran.err = ::testing::internal::GetCapturedStderr();
      EXPECT_EQ(thrown, "") << ::testing::PrintToString(words);
      return ran;
    }
    ADD_FAILURE() << "no command " << name;
    return {};
  }

  fs::path folder_;
  const std::string seed_ = std::string(63, '0') + "7";
};

TEST_F(DrawCommands, DrawWritesALawfulCanonicalPlanAndCheckAcceptsIt) {
  const Ran drawn = run("draw", {path("instance.json"), "--seed", seed_, "--out", path("new.json"), "--work", "2000"});
  EXPECT_EQ(drawn.code, 0) << drawn.err;
  EXPECT_NE(drawn.out.find("已写入"), std::string::npos);
  EXPECT_EQ(drawn.err, ""); // no terminal, no progress
  const std::string plan = bytes("new.json");
  EXPECT_EQ(*canonical_json(plan), plan);
  const Ran checked = run("check", {path("instance.json"), path("new.json")});
  EXPECT_EQ(checked.code, 0);
  EXPECT_NE(checked.out.find("合法"), std::string::npos);
  EXPECT_EQ(fs::directory_iterator(folder_) == fs::directory_iterator(), false);
}

TEST_F(DrawCommands, DrawGivesTheSameBytesTwice) {
  for (const char* name : {"a.json", "b.json"})
    ASSERT_EQ(run("draw", {path("instance.json"), "--seed", seed_, "--out", path(name), "--work", "2000"}).code, 0);
  EXPECT_EQ(bytes("a.json"), bytes("b.json"));
}

TEST_F(DrawCommands, DrawTakesTheGreedyClerkToo) {
  const Ran drawn = run("draw", {path("instance.json"), "--seed", seed_, "--out", "-", "--greedy"});
  EXPECT_EQ(drawn.code, 0);
  const auto plan = read_plan(drawn.out); // stdout holds the plan and nothing else
  ASSERT_TRUE(plan.ok());
  EXPECT_EQ(plan->seed, seed_);
  const auto read = read_instance(bytes("instance.json"));
  EXPECT_TRUE(check(read->instance, read->digest, *plan).lawful());
}

TEST_F(DrawCommands, DrawRefusesBadInputAndWritesNothing) {
  write("broken.json", bytes("instance.json").substr(0, 500));
  write("gbk.json", "{\"city\":\"\xB9\xE3\xD6\xDD\"}");
  const std::vector<std::vector<std::string>> wrong = {
      {},
      {path("instance.json")},
      {path("instance.json"), "--seed", seed_},
      {path("instance.json"), "--out", path("new.json")},
      {path("instance.json"), "--seed", "12", "--out", path("new.json")},
      {path("instance.json"), "--seed", seed_, "--out", path("new.json"), "--work", "0"},
      {path("instance.json"), "--seed", seed_, "--out", path("new.json"), "--work", "many"},
      {path("instance.json"), "--seed", seed_, "--out", path("new.json"), "--fast", "1"},
      {path("instance.json"), path("plan.json"), "--seed", seed_, "--out", path("new.json")},
      {path("absent.json"), "--seed", seed_, "--out", path("new.json")},
      {path(""), "--seed", seed_, "--out", path("new.json")},
      {path("broken.json"), "--seed", seed_, "--out", path("new.json")},
      {path("gbk.json"), "--seed", seed_, "--out", path("new.json")},
      {path("plan.json"), "--seed", seed_, "--out", path("new.json")},
      {path("instance.json"), "--seed", seed_, "--out", path("instance.json")},
      {path("instance.json"), "--seed", seed_, "--out", path("no/such/folder/new.json"), "--work", "2000"},
  };
  const std::string before = bytes("instance.json");
  for (const auto& words : wrong) {
    const Ran ran = run("draw", words);
    EXPECT_EQ(ran.code, 2) << ::testing::PrintToString(words);
    EXPECT_NE(ran.err, "");
    EXPECT_EQ(ran.out, "");
    EXPECT_FALSE(exists("new.json")) << ::testing::PrintToString(words);
  }
  EXPECT_EQ(bytes("instance.json"), before);
}

TEST_F(DrawCommands, AFaultIsToldWithFileAndPointer) {
  Json json = instance_json();
  json["batches"][1]["candidates"] = 0;
  write("zero.json", json.dump(2));
  const Ran zh = run("check", {path("zero.json"), path("plan.json")});
  EXPECT_EQ(zh.code, 2);
  EXPECT_NE(zh.err.find(path("zero.json") + ": /batches/1/candidates: 数值 0 超出范围"), std::string::npos) << zh.err;
  const Ran en = run("check", {path("zero.json"), path("plan.json"), "--lang", "en", "--json"});
  EXPECT_NE(en.err.find("the number 0 is out of range"), std::string::npos) << en.err;
  EXPECT_EQ(Json::parse(en.out)["problem"]["at"], "/batches/1/candidates");
}

TEST_F(DrawCommands, CheckTellsBreachesAndExitsWithOne) {
  Json json = plan_json();
  json["sessions"][0]["seats"][0]["candidates"] = 19;
  write("wrong.json", json.dump());
  const Ran ran = run("check", {path("instance.json"), path("wrong.json")});
  EXPECT_EQ(ran.code, 1);
  EXPECT_NE(ran.out.find("unplaced 未安排名单有误\n    /unplaced: 批次 B1"), std::string::npos) << ran.out;
  const Ran machine = run("check", {path("instance.json"), path("wrong.json"), "--json"});
  EXPECT_EQ(machine.code, 1);
  const Json report = Json::parse(machine.out);
  EXPECT_EQ(report["lawful"], false);
  EXPECT_EQ(report["breaches"][0]["ids"][0], "B1");
  for (const char* key : {"rule", "clause", "ids", "id", "at", "details", "what", "remedy"}) EXPECT_TRUE(report["breaches"][0].contains(key));
}

TEST_F(DrawCommands, CheckReportsForMachines) {
  const Ran ran = run("check", {path("instance.json"), path("plan.json"), "--json"});
  EXPECT_EQ(ran.code, 0) << ran.out;
  const Json report = Json::parse(ran.out);
  EXPECT_EQ(report["lawful"], true);
  EXPECT_EQ(report["breaches"], Json::array());
  EXPECT_EQ(report["levels"], plan_json()["levels"]);
  EXPECT_EQ(report["tickets"].size(), 5U);
}

TEST_F(DrawCommands, CheckOfAnotherInstanceIsUnlawfulButExplainRefuses) {
  Json json = instance_json();
  json["city"] = "440300";
  write("other.json", json.dump());
  EXPECT_EQ(run("check", {path("other.json"), path("plan.json")}).code, 1);
  const Ran ran = run("explain", {path("other.json"), path("plan.json"), "--batch", "B1"});
  EXPECT_EQ(ran.code, 2);
  EXPECT_NE(ran.err.find("/instance_sm3"), std::string::npos);
}

TEST_F(DrawCommands, ExplainSpeaksBothLanguagesAndJson) {
  const Ran zh = run("explain", {path("instance.json"), path("plan.json"), "--batch", "B1"});
  EXPECT_EQ(zh.code, 0) << zh.err;
  EXPECT_NE(zh.out.find("批次 B1：培训机构 T01"), std::string::npos) << zh.out;
  EXPECT_NE(zh.out.find("R6 不连续"), std::string::npos) << zh.out; // S03, where the history's latest group was
  const Ran en = run("explain", {path("instance.json"), path("plan.json"), "--batch", "B4", "--lang", "en"});
  EXPECT_NE(en.out.find("not placed: 10"), std::string::npos) << en.out;
  const Ran machine = run("explain", {path("instance.json"), path("plan.json"), "--batch", "B1", "--json"});
  const Json told = Json::parse(machine.out);
  EXPECT_EQ(told["order"][0]["site"], "S03");
  EXPECT_EQ(told["order"][0]["ticket"].get<std::string>().size(), 16U);
  EXPECT_EQ(told["places"].size(), 2U);
  EXPECT_EQ(run("explain", {path("instance.json"), path("plan.json"), "--batch", "B9"}).code, 2);
  EXPECT_EQ(run("explain", {path("instance.json"), path("plan.json")}).code, 2);
}

TEST_F(DrawCommands, ExplainTellsWhatThePlanMeans) {
  const std::vector<std::string> both{path("instance.json"), path("plan.json")};
  const auto asked = [&](std::vector<std::string> words) {
    words.insert(words.begin(), both.begin(), both.end());
    return run("explain", words);
  };
  const Json unplaced = Json::parse(asked({"--unplaced", "--json"}).out).at("unplaced");
  ASSERT_EQ(unplaced.size(), 1U);
  EXPECT_EQ(unplaced[0]["batch"], "B4");
  EXPECT_EQ(unplaced[0]["unplaced"], 10);
  EXPECT_TRUE(unplaced[0]["shortage"].is_null()) << "seats are plenty";
  for (const Json& change : unplaced[0]["changes"]) EXPECT_TRUE(change["redrawn_unplaced"].is_null());
  EXPECT_NE(asked({"--unplaced", "--lang", "en"}).out.find("batch B4: 10 without a seat"), std::string::npos);
  EXPECT_NE(asked({"--unplaced"}).out.find("批次 B4：10 人未安排"), std::string::npos);
  const Json institution = Json::parse(asked({"--institution", "T01", "--json"}).out);
  EXPECT_EQ(institution["placed"], 30);
  EXPECT_TRUE(institution["chain"][0]["history"].get<bool>());
  const Json site = Json::parse(asked({"--site", "S04", "--json"}).out);
  EXPECT_EQ(site["seats_used"], 60);
  EXPECT_NE(asked({"--site", "S04", "--lang", "en"}).out.find("site S04"), std::string::npos);
  EXPECT_NE(asked({"--institution", "T01"}).out.find("培训机构 T01"), std::string::npos);
  EXPECT_EQ(asked({"--institution", "T99"}).code, 2);
  EXPECT_EQ(asked({"--site", "S99"}).code, 2);
  EXPECT_EQ(asked({"--site", "S04", "--unplaced"}).code, 2) << "one question at a time";
}

TEST_F(DrawCommands, DigestIsOfTheCanonicalForm) {
  write("spaced.json", instance_json().dump(4));
  const std::string expected = to_hex(sm3(bytes("instance.json"))) + "\n";
  EXPECT_EQ(run("digest", {path("instance.json")}).out, expected);
  EXPECT_EQ(run("digest", {path("spaced.json")}).out, expected);
  write("broken.json", "{");
  EXPECT_EQ(run("digest", {path("broken.json")}).code, 2);
}

TEST_F(DrawCommands, TheLocaleChoosesTheLanguageUnlessToldOtherwise) {
  ::setenv("LC_ALL", "en_US.UTF-8", 1);
  EXPECT_NE(run("check", {path("instance.json"), path("plan.json")}).out.find("lawful"), std::string::npos);
  EXPECT_NE(run("check", {path("instance.json"), path("plan.json"), "--lang", "zh"}).out.find("合法"), std::string::npos);
  ::setenv("LC_ALL", "C.UTF-8", 1);
  EXPECT_NE(run("check", {path("instance.json"), path("plan.json")}).out.find("合法"), std::string::npos);
}

const char* const k_lost =
    R"({"format":"ankao-draw-lost/1","sites":[{"site":"S03","from":"2024-03-01","to":"2024-03-31"}],"rooms":[],"sessions":[]})";

TEST_F(DrawCommands, RedrawMovesWhoWasHitAndTheCheckerAcceptsThePlanOfTheMonthAfterTheLoss) {
  write("lost.json", k_lost);
  const std::vector<std::string> words = {path("instance.json"), path("plan.json"), "--lost", path("lost.json"), "--seed", seed_, "--out", path("new.json")};
  auto with_instance = words;
  with_instance.insert(with_instance.end(), {"--instance-out", path("after.json"), "--lang", "en"});
  const Ran ran = run("redraw", with_instance);
  EXPECT_EQ(ran.code, 0) << ran.err;
  EXPECT_NE(ran.out.find("batch B4\n  - 2024-03-05 am room S03-1, 30 candidates"), std::string::npos) << ran.out;
  EXPECT_NE(ran.out.find("30 candidates lost their place; 30 move"), std::string::npos) << ran.out;
  EXPECT_EQ(run("check", {path("after.json"), path("new.json")}).code, 0);
  EXPECT_EQ(run("check", {path("instance.json"), path("new.json")}).code, 1); // it cites the month after the loss
  const std::string first = bytes("new.json");
  auto in_json = words;
  in_json.push_back("--json");
  const Ran again = run("redraw", in_json);
  EXPECT_EQ(bytes("new.json"), first);
  EXPECT_EQ(Json::parse(again.out)["hit"], 30);
  EXPECT_EQ(Json::parse(again.out)["batches"][0]["batch"], "B4");
}

TEST_F(DrawCommands, RedrawOfNothingLostGivesTheSameBytes) {
  write("lost.json", R"({"format":"ankao-draw-lost/1","sites":[],"rooms":[],"sessions":[]})");
  ASSERT_EQ(run("redraw", {path("instance.json"), path("plan.json"), "--lost", path("lost.json"), "--seed", seed_, "--out", path("new.json")}).code, 0);
  EXPECT_EQ(bytes("new.json"), bytes("plan.json"));
}

TEST_F(DrawCommands, RedrawRefusesBadInputTheOldSeedAndUnlawfulPlansAndWritesNothing) {
  write("lost.json", k_lost);
  write("broken.json", std::string(k_lost).substr(0, 60));
  write("unknown.json", R"({"format":"ankao-draw-lost/1","sites":[{"site":"S77","from":"2024-03-01","to":"2024-03-31"}],"rooms":[],"sessions":[]})");
  auto plan = plan_json();
  plan["levels"]["Q"] = 1;
  write("wrong.json", plan.dump());
  const std::string i = path("instance.json"), p = path("plan.json"), l = path("lost.json"), n = path("new.json"), old_seed(64, '0');
  const std::vector<std::vector<std::string>> wrong = {{i, p},
                                                       {i, p, "--lost", l, "--seed", seed_},
                                                       {i, p, "--lost", l, "--seed", "zz", "--out", n},
                                                       {i, p, "--lost", l, "--seed", old_seed, "--out", n},
                                                       {i, p, "--lost", l, "--seed", seed_, "--out", l},
                                                       {i, p, "--lost", path("broken.json"), "--seed", seed_, "--out", n},
                                                       {i, p, "--lost", path("unknown.json"), "--seed", seed_, "--out", n},
                                                       {i, p, "--lost", path("absent.json"), "--seed", seed_, "--out", n},
                                                       {i, path("wrong.json"), "--lost", l, "--seed", seed_, "--out", n}};
  for (const auto& words : wrong) {
    const Ran ran = run("redraw", words);
    EXPECT_EQ(ran.code, 2) << ::testing::PrintToString(words);
    EXPECT_NE(ran.err, "");
    EXPECT_FALSE(exists("new.json"));
  }
  EXPECT_NE(run("redraw", wrong[6]).err.find("/sites/0/site"), std::string::npos);
}

} // namespace
} // namespace ankao::draw::testing
