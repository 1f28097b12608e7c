// SPDX-License-Identifier: Apache-2.0
// The file of a list: exactly the rows and columns asked for, with what it is above it; above the limit nothing.
#include "base/sm3.hpp"
#include "lists/support/sample.hpp"
#include "tables/read.hpp"

namespace ankao::lists::sample {
namespace {

constexpr std::size_t k_head = 4; // lines above the head row

std::vector<tables::SheetRow> rows_of(const http::Response& response) {
  EXPECT_EQ(response.status, 200) << response.body;
  return tables::read(response.body).value().front().rows;
}

class Exports : public ::testing::TestWithParam<std::string> {
protected:
  Zoo zoo_{GetParam()};
};

TEST_P(Exports, TheWorkbookHoldsTheColumnsAskedForInTheirOrderAndKind) {
  const auto rows = rows_of(zoo_.get("/api/animals/export", {{"columns", "id,name,weight,born,seen,fed,mood,wild,traits,summary"}, {"sort", "id"}}));
  ASSERT_EQ(rows.size(), k_head + 1 + 3);
  EXPECT_EQ(rows[k_head].cells, (std::vector<std::string>{"编号", "名称", "体重", "出生", "所见", "喂食", "性情", "野生", "特征", "概要"}));
  EXPECT_EQ(rows[k_head + 1].cells, (std::vector<std::string>{"a01", "动物 1", "0", "2020-02-29", "2024-03-05 09:30:00", "2024-03-05 09:31:00", "狂野", "是", "大、unknown", "动物 1/0"}));
  EXPECT_EQ(rows[k_head + 3].cell(5), "") << "what is missing is an empty cell";
}

TEST_P(Exports, AboveTheTableStandNameFilterTimeCountAndDigest) {
  const auto rows = rows_of(zoo_.get("/api/animals/export", {{"q", "物"}, {"wild", "false"}, {"columns", "id,weight"}, {"sort", "-weight"}, {"format", "csv"}}));
  EXPECT_EQ(rows[0].cell(0), "动物");
  EXPECT_EQ(rows[1].cell(0), "筛选：关键词：物；野生：否");
  EXPECT_EQ(rows[2].cell(0), "导出时间：2024-03-05 09:30:00；共 3 条");
  EXPECT_EQ(rows[3].cell(0), "表格摘要 SM3：" + to_hex(sm3("编号\t体重\na03\t1\na01\t0\na02\t0\n")));
  EXPECT_EQ(rows_of(zoo_.get("/api/animals/export", {{"lang", "en"}}))[1].cell(0), "Filter: none");
}

TEST_P(Exports, TheThreeFormatsHoldTheSame) {
  const auto sheet = [&](const char* format) {
    std::vector<std::vector<std::string>> out;
    for (const auto& row : rows_of(zoo_.get("/api/animals/export", {{"columns", "id,name,weight,mood"}, {"format", format}}))) out.push_back(row.cells);
    return out;
  };
  EXPECT_EQ(sheet("csv"), sheet("csv-gb18030"));
  const auto book = sheet("xlsx");
  EXPECT_EQ(std::vector(book.begin() + k_head, book.end()), [&] { const auto text = sheet("csv"); return std::vector(text.begin() + k_head, text.end()); }());
  EXPECT_EQ(problem_of(zoo_.get("/api/animals/export", {{"format", "pdf"}})), "lists.format_unknown");
}

TEST_P(Exports, TextThatBeginsLikeAFormulaStaysText) {
  for (const char* name : {"=1+1", "+86", "-5", "@sum"}) {
    zoo_.rename("a01", name);
    const auto rows = rows_of(zoo_.get("/api/animals/export", {{"columns", "name"}, {"sort", "id"}}));
    EXPECT_EQ(rows[k_head + 1].cell(0), name) << "a text in the workbook";
    const std::string text = zoo_.get("/api/animals/export", {{"columns", "name"}, {"sort", "id"}, {"format", "csv"}}).body;
    EXPECT_NE(text.find("\r\n'" + std::string(name) + "\r\n"), std::string::npos) << "an apostrophe keeps a spreadsheet from reckoning: " << text;
  }
}

TEST_P(Exports, AtTheLimitEverythingIsGivenAboveItNothing) {
  Zoo full(GetParam(), static_cast<int>(k_limit));
  EXPECT_EQ(rows_of(full.get("/api/animals/export")).size(), k_head + 1 + k_limit);
  Zoo more(GetParam(), static_cast<int>(k_limit) + 1);
  const auto refused = more.get("/api/animals/export");
  EXPECT_EQ(refused.status, 422);
  EXPECT_EQ(problem_of(refused), "lists.too_many");
  EXPECT_EQ(rows_of(more.get("/api/animals/export", {{"q", "动物 1"}})).size(), k_head + 2) << "narrowed it fits";
}

TEST_P(Exports, AnExportAboutPersonsBySomebodyIsWrittenIntoTheLog) {
  const std::string subject = "list:animals";
  zoo_.get("/api/animals/export", {{"columns", "id,keeper"}});
  zoo_.get("/api/animals/export", {{"columns", "id"}}, "keeper");
  zoo_.get("/api/animals/export", {{"columns", "id,keeper"}, {"format", "pdf"}}, "keeper");
  EXPECT_TRUE(zoo_.events(subject).empty()) << "nobody, nothing personal, no file";
  const auto rows = rows_of(zoo_.get("/api/animals/export", {{"columns", "id,keeper"}, {"q", "动物"}}, "keeper"));
  const auto events = zoo_.events(subject);
  ASSERT_EQ(events.size(), 1u);
  EXPECT_EQ(events[0].event.action, "list.export");
  EXPECT_EQ(events[0].event.actor.account, "keeper");
  EXPECT_EQ(events[0].event.reason, "xlsx; 3 rows; id,keeper");
  EXPECT_EQ("表格摘要 SM3：" + events[0].event.after, rows[3].cell(0));
}

INSTANTIATE_TEST_SUITE_P(Databases, Exports, ::testing::ValuesIn(tests::k_stores), &tests::store_name<::testing::TestParamInfo<std::string>>);

} // namespace
} // namespace ankao::lists::sample
