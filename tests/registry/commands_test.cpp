// SPDX-License-Identifier: Apache-2.0
#include "registry/commands/commands.hpp"

#include <gtest/gtest.h>
#include <nlohmann/json.hpp>
#include <unistd.h>

#include <filesystem>
#include <fstream>

#include "registry/support/tables.hpp"
#include "tables/read.hpp"

namespace ankao::registry {
namespace {

struct Outcome {
  int code = -1;
  std::string out;
  std::string error;
};

Outcome run(const std::string& name, const std::vector<std::string>& words, const Store& store = nullptr) {
  for (const Command& command : commands(store)) {
    if (command.name != name) continue;
    testing::internal::CaptureStdout();
    testing::internal::CaptureStderr();
    const int code = command.run(words);
    std::fflush(stdout);
    std::string out = testing::internal::GetCapturedStdout();
    return {code, std::move(out), testing::internal::GetCapturedStderr()};
  }
  return {};
}

const std::string k_table_a = std::string(ANKAO_SOURCE_DIR) + "/data/annex6/table_a.tsv";

TEST(RegistryShow, json_has_the_promised_arrays) {
  const Outcome outcome = run("registry show", {"--json"});
  ASSERT_EQ(outcome.code, k_exit_done);
  const auto json = nlohmann::json::parse(outcome.out);
  const std::map<std::string, std::size_t> sizes{{"institutions", 62}, {"sites", 38}, {"districts", 11},
                                                 {"projects", 30},     {"rows", 74},  {"missing_rows", 8}};
  for (const auto& [name, size] : sizes) EXPECT_EQ(json.at(name).size(), size) << name;
  EXPECT_GT(json.at("anomalies").size(), 200U);
  EXPECT_EQ(json["rows"][0]["cells"]["address"], "1、广州市白云区黄石 石东路 68 号 2、广州市白云区江 人一路 263 号")
      << "printed blanks stay";
  EXPECT_EQ(json["missing_rows"][0], (nlohmann::json{{"table", "a"}, {"row", 20}}));
}

TEST(RegistryShow, the_summary_is_chinese_first_and_english_on_request) {
  EXPECT_NE(run("registry show", {}).out.find("机构 62 家（12 家在两表中都有），其中 36 家有考试点"), std::string::npos);
  EXPECT_NE(run("registry show", {"--lang", "en"}).out.find("62 institutions (12 in both tables), 36 with exam sites"), std::string::npos);
  EXPECT_EQ(run("registry show", {"--lang", "fr"}).code, k_exit_bad);
}

std::string without_blank_lines(const std::string& text) {
  std::string out;
  for (const std::string& line : split(text, "\n"))
    if (!line.empty()) out += line + "\n";
  return out;
}

TEST(RegistryExport, gives_the_printed_cells_back_byte_for_byte) {
  EXPECT_EQ(run("registry export", {"--raw", "--table", "a"}).out, without_blank_lines(source_file("data/annex6/table_a.tsv")));
  EXPECT_EQ(run("registry export", {"--raw", "--table", "b"}).out, without_blank_lines(source_file("data/annex6/table_b.tsv")));
  EXPECT_EQ(without_blank_lines(run("registry export", {"--raw"}).out),
            without_blank_lines(source_file("data/annex6/table_a.tsv") + source_file("data/annex6/table_b.tsv")));
}

TEST(RegistryExport, csv_and_xlsx_hold_the_same_cells) {
  const auto raw = tables::read(run("registry export", {"--raw", "--table", "b"}).out);
  const auto path = std::filesystem::temp_directory_path() / ("ankao-export-" + std::to_string(::getpid()));
  for (const char* format : {"csv", "xlsx"}) {
    ASSERT_EQ(run("registry export", {"--raw", "--table", "b", "--format", format, "--out", path.string()}).code, k_exit_done);
    std::ifstream file(path, std::ios::binary);
    const auto sheets = tables::read(std::string(std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()));
    ASSERT_TRUE(sheets.ok());
    ASSERT_EQ(sheets->front().rows.size(), 21U);
    for (std::size_t i = 0; i < 21; ++i) EXPECT_EQ(sheets->front().rows[i].cells, raw->front().rows[i].cells) << format;
  }
  std::filesystem::remove(path);
}

TEST(RegistryExport, wrong_usage_is_refused) {
  EXPECT_EQ(run("registry export", {}).code, k_exit_bad);
  EXPECT_EQ(run("registry export", {"--raw", "--format", "pdf"}).code, k_exit_bad);
  EXPECT_EQ(run("registry export", {"--raw", "--table", "c"}).code, k_exit_bad);
  EXPECT_EQ(run("registry export", {"--raw", "--out", "/nowhere/x"}).code, k_exit_bad);
}

TEST(RegistryImport, without_a_database_it_reports_and_stores_nothing) {
  const Outcome outcome = run("registry import", {k_table_a});
  EXPECT_EQ(outcome.code, k_exit_done);
  EXPECT_NE(outcome.out.find("a2   X-06"), std::string::npos);
  EXPECT_NE(outcome.out.find("表 a 54 行"), std::string::npos);
  EXPECT_NE(outcome.error.find("未存入数据库"), std::string::npos);
  EXPECT_TRUE(nlohmann::json::accept(run("registry import", {k_table_a, "--json"}).out));
}

TEST(RegistryImport, stores_through_the_hook_unless_it_is_a_rehearsal) {
  int calls = 0;
  const Store store = [&](const ToStore& what, const std::string& database) -> Result<Stored> {
    ++calls;
    EXPECT_EQ(what.tables.size(), 1U);
    EXPECT_EQ(what.tables.front().rows.size(), 54U);
    EXPECT_EQ(what.sm3.size(), 64U);
    EXPECT_EQ(database, "sqlite:x");
    return Stored{"已存入", "stored"};
  };
  const Outcome stored = run("registry import", {k_table_a, "--database", "sqlite:x"}, store);
  EXPECT_EQ(stored.code, k_exit_done);
  EXPECT_NE(stored.error.find("已存入"), std::string::npos);
  EXPECT_EQ(run("registry import", {k_table_a, "--database", "sqlite:x", "--dry-run"}, store).code, k_exit_done);
  EXPECT_EQ(calls, 1);
  EXPECT_EQ(run("registry import", {k_table_a, "--database", "sqlite:x"}).code, k_exit_bad) << "no store in this program";
}

TEST(RegistryImport, a_refused_file_stores_nothing_and_names_every_fault) {
  const auto path = std::filesystem::temp_directory_path() / ("ankao-import-" + std::to_string(::getpid()));
  std::ofstream(path) << table_text({{.district = "南海区"}, {.number = "2", .name = "乙", .telephone = "1"}});
  const Store store = [](const ToStore&, const std::string&) -> Result<Stored> {
    ADD_FAILURE() << "nothing may be stored";
    return Stored{};
  };
  const Outcome outcome = run("registry import", {path.string(), "--database", "sqlite:x"}, store);
  std::filesystem::remove(path);
  EXPECT_EQ(outcome.code, k_exit_bad);
  EXPECT_TRUE(outcome.out.empty());
  EXPECT_NE(outcome.error.find("第 2 行 · 区域: 区域“南海区”不在本市行政区内；请改为：荔湾区"), std::string::npos) << outcome.error;
  EXPECT_NE(outcome.error.find("第 3 行 · 咨询电话"), std::string::npos);
  EXPECT_EQ(run("registry import", {"/nowhere.xlsx"}).code, k_exit_bad);
  EXPECT_EQ(run("registry import", {}).code, k_exit_bad);
}

} // namespace
} // namespace ankao::registry
