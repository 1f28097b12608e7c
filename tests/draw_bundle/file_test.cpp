// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include <unistd.h>

#include <filesystem>
#include <fstream>

#include <nlohmann/json.hpp>

#include "draw/commands/commands.hpp"
#include "draw/commands/run.hpp"
#include "draw/files/canonical.hpp"
#include "draw_bundle/support/bundles.hpp"

namespace ankao::draw::testing {
namespace {

using Json = nlohmann::json;

TEST(BundleFile, IsCanonicalAndComesBackTheSame) {
  const std::string text = write_bundle(good_bundle());
  EXPECT_EQ(*canonical_json(text), text);
  const auto read = read_bundle(text);
  ASSERT_TRUE(read.ok()) << read.problem().id << read.problem().at;
  EXPECT_EQ(write_bundle(*read), text);
  EXPECT_EQ(*read->stated, read->actual);
}

TEST(BundleFile, DigestsMayBeMissing) {
  Json json = Json::parse(write_bundle(good_bundle()));
  json.erase("digests");
  EXPECT_EQ(found_in(json.dump()), "");
}

TEST(BundleFile, FaultsInsideInstanceAndPlanAreToldFromTheTop) {
  Json json = Json::parse(write_bundle(good_bundle()));
  json["instance"]["batches"][1]["candidates"] = 0;
  EXPECT_EQ(found_in(json.dump()), "draw.file.out_of_range at /instance/batches/1/candidates\n");
  json = Json::parse(write_bundle(good_bundle()));
  json["plan"]["levels"].erase("V");
  EXPECT_EQ(found_in(json.dump()), "draw.file.missing_member at /plan/levels/V\n");
  json = Json::parse(write_bundle(good_bundle()));
  json["rule"]["participants"][2]["id"] = "a b";
  EXPECT_EQ(found_in(json.dump()), "draw.file.bad_id at /rule/participants/2/id\n");
}

TEST(BundleFile, MomentsAndDigestsHaveOneText) {
  EXPECT_EQ(parse_moment("2024-03-05T09:30:00.000+08:00"), (Instant{start_of(make_date(2024, 3, 5)).ms + 34'200'000}));
  for (const char* bad : {"", "2024-03-05T09:30:00.000Z", "2024-03-05T24:00:00.000+08:00", "2024-03-05T09:60:00.000+08:00", "2024-02-30T09:30:00.000+08:00", "2024-03-05 09:30:00.000+08:00", "2024-03-05T09:30:00.000+09:00"})
    EXPECT_FALSE(parse_moment(bad)) << bad;
  Json json = Json::parse(write_bundle(good_bundle()));
  json["reveals"][0]["nonce"] = std::string(64, 'A');
  EXPECT_EQ(found_in(json.dump()), "draw.file.bad_digest at /reveals/0/nonce\n");
}

int verify(const std::string& text, std::vector<std::string> more = {}) {
  const auto path = std::filesystem::temp_directory_path() / ("ankao-bundle-" + std::to_string(::getpid()) + ".json");
  std::ofstream(path, std::ios::binary) << text;
  std::vector<std::string> words{path.string(), "--lang", "en"};
  words.insert(words.end(), more.begin(), more.end());
  const int code = run_verify(words);
  std::filesystem::remove(path);
  return code;
}

TEST(VerifyCommand, SaysYesNoOrUnreadableByItsExitCode) {
  const std::string good = write_bundle(good_bundle());
  ::testing::internal::CaptureStdout();
  EXPECT_EQ(verify(good), 0);
  EXPECT_NE(::testing::internal::GetCapturedStdout().find("verified: "), std::string::npos);
  Bundle bad = good_bundle();
  bad.public_value.text += "!";
  ::testing::internal::CaptureStdout();
  EXPECT_EQ(verify(write_bundle(bad), {"--json"}), 1);
  const Json report = Json::parse(::testing::internal::GetCapturedStdout());
  EXPECT_EQ(report["verified"], false);
  EXPECT_EQ(report["findings"][0]["at"], "/seed");
  EXPECT_EQ(report["findings"][0]["id"], "draw.bundle.seed_differs");
  ::testing::internal::CaptureStdout();
  EXPECT_EQ(verify(good.substr(0, 1000)), 2);
  ::testing::internal::GetCapturedStdout();
}

} // namespace
} // namespace ankao::draw::testing
