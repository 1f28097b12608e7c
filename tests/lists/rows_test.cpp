// SPDX-License-Identifier: Apache-2.0
// A long list is read in parts and waits on the disk: whatever its length, the file has every row once, in order.
#include <gtest/gtest.h>

#include "base/sm3.hpp"
#include "lists/support/sample.hpp"
#include "tables/read.hpp"

namespace ankao::lists::sample {
namespace {

struct Taken {
  Rows rows{{"编号"}};
  std::vector<std::int64_t> offsets;
  Result<void> done;
};

/// A list of `count` animals that is read like a table.
void take(Taken& taken, int count, std::int64_t limit) {
  List list = animals();
  list.export_limit = limit;
  const Read<AnimalsQuery, AnimalsPage> read = [&](const api::Call&, const AnimalsQuery&, const Window& window) -> Result<AnimalsPage> {
    taken.offsets.push_back(window.offset);
    AnimalsPage page;
    page.total = count;
    for (std::int64_t i = window.offset; i < std::min<std::int64_t>(count, window.offset + window.limit); ++i) {
      page.items.emplace_back();
      page.items.back().id = std::to_string(i);
    }
    return page;
  };
  const Cells cells(api::type_of<Animal>(), {column_of(list, "id")}, Language::Chinese);
  const api::Caller nobody;
  const http::Request request;
  const api::Call call{nobody, request, Language::Chinese, {0}};
  taken.done = take_rows<AnimalsQuery, AnimalsPage>(list, read, call, {}, "id", cells, taken.rows);
}

TEST(TakenRows, AreAllOnceAndInOrderWhateverTheLength) {
  for (const int count : {0, 1, k_rows_at_once - 1, k_rows_at_once, k_rows_at_once + 1, 2 * k_rows_at_once}) {
    Taken taken;
    take(taken, count, 100'000);
    ASSERT_TRUE(taken.done.ok());
    ASSERT_EQ(taken.rows.size(), static_cast<std::size_t>(count));
    std::string lines = "编号\n";
    for (int i = 0; i < count; ++i) lines += std::to_string(i) + "\n";
    EXPECT_EQ(taken.rows.digest(), to_hex(sm3(lines)));
    const auto feed = taken.rows.feed();
    for (int i = 0; i < count; ++i) ASSERT_EQ(*feed(), std::vector<std::string>{std::to_string(i)});
    EXPECT_EQ(feed(), nullptr);
  }
}

TEST(TakenRows, AboveTheLimitNothingMoreIsReadThanTheFirstPart) {
  Taken taken;
  take(taken, 2 * k_rows_at_once, 2 * k_rows_at_once - 1);
  EXPECT_EQ(taken.done.problem().id, "lists.too_many");
  EXPECT_EQ(taken.offsets.size(), 1u);
  Taken inside;
  take(inside, 2 * k_rows_at_once, 2 * k_rows_at_once);
  EXPECT_TRUE(inside.done.ok()) << "just inside";
}

TEST(TakenRows, KeepTabsAndLineEndsOfTheirCells) {
  Rows rows({"a", "b"});
  rows.add({"x\ty", "\n"});
  rows.add({"", std::string(70'000, 'z')});
  EXPECT_EQ(rows.digest(), to_hex(sm3("a\tb\nx y\t \n\t" + std::string(70'000, 'z') + "\n")));
  const auto feed = rows.feed();
  EXPECT_EQ(*feed(), (std::vector<std::string>{"x\ty", "\n"}));
  EXPECT_EQ(feed()->at(1).size(), 70'000u);
}

TEST(FedSheets, AreTheSheetsOfMemory) {
  tables::OutSheet sheet{"表", {{"编号", 12, tables::ColumnKind::Number}, {"名称"}}, {}, {"一行说明"}};
  for (int i = 0; i < 5'200; ++i) sheet.rows.push_back({std::to_string(i), "名称 " + std::to_string(i) + (i == 5'000 ? "\n𠮷\"，" : "")});
  for (const auto encoding : {tables::TextEncoding::Utf8WithMark, tables::TextEncoding::Gb18030}) {
    tables::OutSheet head = sheet;
    head.rows.clear();
    EXPECT_EQ(*tables::write_text(head, {.separator = ',', .encoding = encoding}, tables::feed_of(sheet)), *tables::write_text(sheet, {.separator = ',', .encoding = encoding}));
  }
  const auto fed = tables::read(*tables::write_xlsx(sheet, sheet.rows.size(), tables::feed_of(sheet)))->front();
  ASSERT_EQ(fed.rows.size(), 5'202u);
  EXPECT_EQ(fed.rows[5'002].cells, (std::vector<std::string>{"5000", sheet.rows[5'000][1]}));
  EXPECT_EQ(fed.rows[5'201].cells, sheet.rows[5'199]);
}

} // namespace
} // namespace ankao::lists::sample
