// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>
#include <unistd.h>

#include <filesystem>

#include "program/arguments.hpp"
#include "program/files.hpp"

namespace {

using namespace ankao;

const ArgumentRules k_rules{.usage = "ankao x FILE [--json] [--seed HEX]", .positional_min = 1, .positional_max = 2, .flags = {"--json"}, .options = {"--seed"}};

TEST(Arguments, ReadsPositionsFlagsAndOptionsInBothForms) {
  const auto read = Arguments::parse({"a", "--json", "--seed", "12", "b"}, k_rules);
  ASSERT_TRUE(read);
  EXPECT_EQ(read->positional(), (std::vector<std::string>{"a", "b"}));
  EXPECT_TRUE(read->has("--json"));
  EXPECT_EQ(read->option("--seed"), "12");
  EXPECT_EQ(Arguments::parse({"a", "--seed=12"}, k_rules)->option("--seed"), "12");
}

TEST(Arguments, RefusesWhatIsMissingUnknownDoubledOrTooMuchAndShowsTheUsage) {
  for (const auto& words : std::vector<std::vector<std::string>>{
           {}, {"a", "b", "c"}, {"a", "--nope"}, {"a", "--seed"}, {"a", "--seed", "1", "--seed", "2"}, {"a", "--json=1"}}) {
    const auto read = Arguments::parse(words, k_rules);
    ASSERT_FALSE(read);
    EXPECT_EQ(read.problem().id, "command.usage");
    EXPECT_EQ(read.problem().details.at(1).value, k_rules.usage);
  }
}

TEST(Arguments, NumbersAreWholeAndInRange) {
  const auto at = [](const char* text) { return Arguments::parse({"a", "--seed", text}, k_rules)->number("--seed", 0, 10); };
  EXPECT_EQ(*at("0"), 0);
  EXPECT_EQ(*at("10"), 10);
  for (const char* wrong : {"-1", "11", "1.5", "x", "", "99999999999999999999"}) EXPECT_FALSE(at(wrong)) << wrong;
  EXPECT_EQ(*Arguments::parse({"a"}, k_rules)->number("--seed", 0, 10), std::nullopt);
}

TEST(Files, WritingReplacesWholeFilesOrNothing) {
  const auto folder = std::filesystem::temp_directory_path() / ("ankao-files-" + std::to_string(::getpid()));
  std::filesystem::create_directories(folder);
  const std::string path = folder / "a.txt";
  ASSERT_TRUE(write_file(path, "one"));
  ASSERT_TRUE(write_file(path, std::string("two\0x", 5)));
  EXPECT_EQ(*read_file(path), std::string("two\0x", 5));
  EXPECT_EQ(std::distance(std::filesystem::directory_iterator(folder), {}), 1) << "no temporary file stays behind";
  const auto refused = write_file(folder / "none" / "a.txt", "x");
  ASSERT_FALSE(refused);
  EXPECT_EQ(refused.problem().id, "file.unwritable");
  EXPECT_EQ(read_file(folder / "missing").problem().id, "file.unreadable");
  EXPECT_EQ(read_file(folder).problem().id, "file.unreadable") << "a folder is not a file";
  std::filesystem::remove_all(folder);
}

} // namespace
