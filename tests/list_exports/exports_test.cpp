// SPDX-License-Identifier: Apache-2.0
// Every list that the platform has, exported as a workbook with all its columns, opened by LibreOffice and compared with the pages of
// the same list cell by cell; and its CSV in GB18030 read by iconv. A list that is added is asked by itself.
#include <gtest/gtest.h>
#include <unistd.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>
#include <set>

#include <nlohmann/json.hpp>

#include "access/support/city.hpp"
#include "base/sm3.hpp"
#include "lists/words/list.hpp"
#include "tables/read.hpp"

namespace ankao::tests {
namespace {

using nlohmann::json;
namespace fs = std::filesystem;

constexpr std::size_t k_lead = 4;
const std::map<std::string, std::string> k_path = {{"month", "2024-03"}};
const std::string k_export = "/export";
/// Not a list that stands by itself: the records of one cell of one return; tests/reporting compares them with the figures.
const std::set<std::string> k_within = {"return.records_export"};
/// Asking is itself a row of these, or changes one.
const std::set<std::string> k_moving = {"events", "online"};

struct Listed {
  std::string operation;
  std::string path; ///< of the page, filled in
  Person* person = nullptr;
  const lists::List* list = nullptr;
  std::vector<json> items;
};

class Folder {
public:
  Folder() : path(fs::temp_directory_path() / ("ankao-lists-" + std::to_string(::getpid()))) { fs::create_directories(path); }
  ~Folder() { fs::remove_all(path); }
  fs::path path;
};

std::string read(const fs::path& path) {
  std::ifstream file(path, std::ios::binary);
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}
void write(const fs::path& path, const std::string& bytes) { std::ofstream(path, std::ios::binary) << bytes; }

std::string filled(std::string path) {
  for (const auto& [name, value] : k_path)
    if (const auto at = path.find("{" + name + "}"); at != std::string::npos) path.replace(at, name.size() + 2, value);
  return path;
}

bool is_export(const api::Operation& operation) {
  bool columns = false;
  if (operation.input == api::Input::Values)
    for (const api::Field& field : operation.in->fields) columns = columns || field.name == "columns";
  return columns && operation.output == api::Output::Download && operation.spec.path.ends_with(k_export);
}

/// What a cell says of a value of the page, by the kind of its column.
std::string said(const json& value, const lists::Column& column) {
  if (value.is_null()) return "";
  if (value.is_array()) {
    std::string out;
    for (const json& one : value) out += (out.empty() ? "" : "、") + said(one, column);
    return out;
  }
  const std::string text = value.is_string() ? value.get<std::string>() : value.dump();
  if (column.codes)
    for (const lists::Option& option : column.codes(lists::Language::Chinese))
      if (option.value == text) return option.label;
  if (value.is_boolean()) return value.get<bool>() ? "是" : "否";
  if (column.kind == lists::Kind::Moment && text.size() > 19) return text.substr(0, 10) + " " + text.substr(11, 8);
  return text;
}

class EveryList : public ::testing::Test {
protected:
  static void SetUpTestSuite() {
    city_ = std::make_unique<City>();
    city_->publish_month();
    for (const auto& operation : city_->operations())
      if (is_export(operation) && !k_within.contains(operation.spec.operation)) listed_.push_back(found(operation));
  }
  static void TearDownTestSuite() { city_.reset(); }

  static Listed found(const api::Operation& operation) {
    Listed out{operation.spec.operation, filled(operation.spec.path), nullptr, nullptr, {}};
    out.path.resize(out.path.size() - k_export.size());
    for (Person& person : city_->people())
      if (out.person == nullptr && city_->get(out.path, person).status == 200) out.person = &person;
    if (out.person == nullptr) return out;
    const std::string name = city_->get(out.path + k_export, *out.person, {{"format", "csv"}}).body;
    for (const lists::List* list : server::all_lists())
      if (name.find(list->name.zh + "\r\n") == 3) out.list = list; // after the mark
    return out;
  }
  static std::string all_columns(const lists::List& list) {
    std::string out;
    for (const auto& column : list.columns) out += (out.empty() ? "" : ",") + column.key;
    return out;
  }
  static void take_pages(Listed& one) {
    for (int page = 1;; ++page) {
      const json answer = json::parse(city_->get(one.path, *one.person, {{"size", "200"}, {"page", std::to_string(page)}}).body);
      for (const json& item : answer["items"]) one.items.push_back(item);
      if (answer["items"].size() < 200) break;
    }
  }
  static std::string file(const Listed& one, const char* format) {
    const auto response = city_->get(one.path + k_export, *one.person, {{"format", format}, {"columns", all_columns(*one.list)}});
    EXPECT_EQ(response.status, 200) << one.operation << response.body;
    return response.body;
  }
  static void compare(const Listed& one, const tables::Sheet& sheet) {
    ASSERT_EQ(sheet.rows.size(), k_lead + 1 + one.items.size()) << one.operation;
    EXPECT_EQ(sheet.rows[0].cell(0), one.list->name.zh);
    EXPECT_NE(sheet.rows[2].cell(0).find("共 " + std::to_string(one.items.size()) + " 条"), std::string::npos) << sheet.rows[2].cell(0);
    for (std::size_t c = 0; c < one.list->columns.size(); ++c) {
      const lists::Column& column = one.list->columns[c];
      EXPECT_EQ(sheet.rows[k_lead].cell(c), column.heading.zh) << one.operation;
      for (std::size_t r = 0; r < one.items.size() && !column.made; ++r)
        ASSERT_EQ(sheet.rows[k_lead + 1 + r].cell(c), said(one.items[r].at(column.key), column)) << one.operation << " row " << r << " column " << column.key;
    }
  }

  static inline std::unique_ptr<City> city_;
  static inline std::vector<Listed> listed_;
};

TEST_F(EveryList, IsDescribedOnceAndCanBeAskedBySomebody) {
  EXPECT_GE(listed_.size() + k_within.size(), server::all_lists().size());
  for (const Listed& one : listed_) {
    EXPECT_NE(one.person, nullptr) << one.operation;
    EXPECT_NE(one.list, nullptr) << one.operation;
  }
}

TEST_F(EveryList, OpensInLibreOfficeWithExactlyTheCellsOfThePages) {
  const Folder folder;
  std::size_t rows = 0;
  for (Listed& one : listed_) {
    ASSERT_NE(one.list, nullptr) << one.operation;
    write(folder.path / (one.operation + ".xlsx"), file(one, "xlsx")); // before the pages: an export may itself be an event of the log
    if (k_moving.contains(one.list->id)) continue;
    take_pages(one);
    rows += one.items.size();
  }
  EXPECT_GT(rows, 500u);
  const std::string home = folder.path.string();
  ASSERT_EQ(std::system(("cd " + home + " && soffice -env:UserInstallation=file://" + home +
                         "/profile --headless --convert-to 'csv:Text - txt - csv (StarCalc):44,34,76,1,,0,false,true,false' --outdir csv *.xlsx >soffice.log 2>&1")
                            .c_str()),
            0)
      << read(folder.path / "soffice.log");
  for (const Listed& one : listed_) {
    const auto sheet = tables::read_text(read(folder.path / "csv" / (one.operation + ".csv")));
    ASSERT_TRUE(sheet.ok()) << one.operation;
    if (k_moving.contains(one.list->id))
      EXPECT_GT(sheet->rows.size(), k_lead + (one.list->id == "events" ? 100 : 5));
    else
      compare(one, *sheet);
  }
}

TEST_F(EveryList, InGb18030IsTheSameTextForAnotherProgram) {
  const Folder folder;
  for (const Listed& one : listed_) {
    if (one.list == nullptr || k_moving.contains(one.list->id)) continue;
    write(folder.path / "gb.csv", file(one, "csv-gb18030"));
    ASSERT_EQ(std::system(("cd " + folder.path.string() + " && iconv -f GB18030 -t UTF-8 gb.csv > utf8.csv").c_str()), 0) << one.operation;
    const auto clock = [](std::string text) { return text.erase(text.find("导出时间"), 60); };
    EXPECT_EQ(clock("\xEF\xBB\xBF" + read(folder.path / "utf8.csv")), clock(file(one, "csv"))) << one.operation;
  }
}

} // namespace
} // namespace ankao::tests
