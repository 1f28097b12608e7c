// SPDX-License-Identifier: Apache-2.0
// Templates and marked workbooks through LibreOffice; a program of its own, since LibreOffice takes seconds to start.
#include <gtest/gtest.h>

#include <cstdlib>
#include <filesystem>
#include <fstream>
#include <iterator>

#include "tables/form/form.hpp"
#include "tables/read.hpp"
#include "tables/support/small_form.hpp"

namespace ankao::tables {
namespace {

using tests::csv;
using tests::k_good;
using tests::small;

/// The template as an office without Excel fills it in: opened in LibreOffice, kept as .ods, converted back.
class LibreOffice : public ::testing::Test {
protected:
  void SetUp() override {
    ASSERT_EQ(std::system("command -v soffice >/dev/null 2>&1"), 0) << "LibreOffice is missing: tools/setup/install.sh packages-test.txt";
    std::string name = (std::filesystem::temp_directory_path() / "ankao-form-XXXXXX").string();
    folder_ = ::mkdtemp(name.data());
  }
  void TearDown() override {
    if (!folder_.empty()) std::filesystem::remove_all(folder_);
  }
  std::string converted(const std::string& bytes, const std::string& from, const std::string& to) {
    const auto into = folder_ / to;
    std::ofstream(folder_ / ("form." + from), std::ios::binary) << bytes;
    const std::string command = "soffice -env:UserInstallation=file://" + (folder_ / "profile").string() + " --headless --convert-to " + to + " --outdir " +
                                into.string() + " " + (folder_ / ("form." + from)).string() + " >/dev/null 2>&1";
    EXPECT_EQ(std::system(command.c_str()), 0);
    std::ifstream file(into / ("form." + to), std::ios::binary);
    return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
  }
  std::filesystem::path folder_;
};

TEST_F(LibreOffice, aTemplateSurvivesItsOwnFormatAndTheWayBack) {
  const std::string ods = converted(*form_template(small(), FormLanguage::Chinese), "xlsx", "ods");
  EXPECT_EQ(read_form(ods, small()).problem().id, "tables.not_xlsx");
  const std::string back = converted(ods, "ods", "xlsx");
  const auto sheets = read_xlsx(back);
  ASSERT_TRUE(sheets.ok());
  EXPECT_TRUE(sheets->back().hidden);
  EXPECT_EQ(read_form(back, small()).problem().id, "tables.form_empty");
}

TEST_F(LibreOffice, aMarkedWorkbookIsReadAfterLibreOfficeHasWrittenIt) {
  const auto book = marked(csv({k_good, k_good}), {{"", 3, "人数", "重复"}}, FormLanguage::Chinese);
  const auto rows = read_form(converted(*book, "xlsx", "xlsx"), small());
  ASSERT_TRUE(rows.ok());
  EXPECT_EQ((*rows)[1].value("opened"), "2024-03-05");
}

} // namespace
} // namespace ankao::tables
