// SPDX-License-Identifier: Apache-2.0
// A checklist is read strictly: every fault names its line, what stands there and what may stand there.
#include <gtest/gtest.h>

#include "embedded/embedded.hpp"
#include "inspection/rules/check.hpp"
#include "inspection/support/answers.hpp"
#include "problems/catalogue.hpp"

namespace ankao::inspection {
namespace {

std::string shipped(const std::string& id) { return std::string(*embedded::find("law/checklists/" + id + ".yaml")); }

std::string with(std::string text, const std::string& from, const std::string& to) {
  const auto at = text.find(from);
  EXPECT_NE(at, std::string::npos) << from;
  return at == std::string::npos ? text : text.replace(at, from.size(), to);
}

std::string refused(const std::string& yaml) {
  const auto read = read_checklist(yaml, "x.yaml");
  if (read.ok()) return "";
  const Problem& problem = read.problem();
  const auto said = problems::Catalogue::shipped().lines(problem, problems::Language::English);
  EXPECT_EQ(said.find('{'), said.npos == std::string::npos ? said.find('{') : said.npos) << said;
  return problem.parts.empty() ? problem.id + " " + problem.at : problem.id + " " + problem.parts.front().id + " " + problem.parts.front().at;
}

std::string detail(const std::string& yaml, const std::string& name) {
  const auto read = read_checklist(yaml, "x.yaml");
  if (read.ok()) return "";
  for (const Detail& one : read.problem().details)
    if (one.name == name) return one.value;
  return "";
}

std::string line_of(const std::string& yaml, const std::string& what) {
  return std::to_string(1 + std::count(yaml.begin(), yaml.begin() + static_cast<std::ptrdiff_t>(yaml.find(what)), '\n'));
}

TEST(Loader, AnUnknownKeyIsRefusedWithItsLine) {
  const std::string yaml = with(shipped("practical_site"), "inspects: practical_site", "inspects: practical_site\ncolour: red");
  EXPECT_EQ(refused(yaml), "inspection.checklist_key_unknown x.yaml:" + line_of(yaml, "colour"));
}

TEST(Loader, AMissingKeyIsRefused) {
  EXPECT_EQ(refused(with(shipped("practical_site"), "form: annex_2_2\n", "")).substr(0, 32), "inspection.checklist_key_missing");
  EXPECT_EQ(detail(with(shipped("practical_site"), "form: annex_2_2\n", ""), "key"), "form");
}

TEST(Loader, AValueThatCannotStandIsRefusedWithWhatMay) {
  const std::string yaml = with(shipped("practical_site"), "rule: zero", "rule: nought");
  EXPECT_EQ(refused(yaml), "inspection.checklist_value x.yaml:" + line_of(yaml, "nought"));
  EXPECT_EQ(detail(yaml, "value"), "nought");
  EXPECT_NE(detail(yaml, "allowed").find("judged"), std::string::npos);
  for (const char* bad : {"-1", "0", "0.55", "1.", "x", "1000", "\"\""})
    EXPECT_NE(refused(with(shipped("practical_site"), "minus: 0.5", std::string("minus: ") + bad)), "") << bad;
}

TEST(Loader, AFigureThatTheRuleDoesNotUseIsRefused) {
  EXPECT_EQ(detail(with(shipped("practical_site"), "rule: zero", "rule: zero, minus: 3"), "key"), "minus");
  EXPECT_EQ(detail(with(shipped("practical_site"), "rule: veto", "rule: veto, points: 3"), "key"), "points");
}

TEST(Loader, SumsThatDoNotHoldAreRefused) {
  EXPECT_EQ(refused(with(shipped("practical_site"), "points: 21", "points: 22")), "inspection.checklist_unsound inspection.checklist_sum 1");
  EXPECT_EQ(refused(with(shipped("practical_site"), "rule: judged, points: 3", "rule: judged, points: 2")), "inspection.checklist_unsound inspection.checklist_sum A22-1-1");
  auto wrong = with(shipped("theory_site"), "points: 25", "points: 26");
  wrong = with(wrong, "star: true\n        points: 10", "star: true\n        points: 11");
  EXPECT_EQ(refused(wrong), "inspection.checklist_unsound inspection.checklist_total theory_site");
}

TEST(Loader, TheSameItemTwiceIsRefused) {
  EXPECT_EQ(refused(with(shipped("practical_site"), "id: A22-1-2", "id: A22-1-1")), "inspection.checklist_unsound inspection.checklist_doubled A22-1-1");
}

TEST(Loader, ARangeThatTakesMoreThanTheItemHasIsRefused) {
  EXPECT_EQ(refused(with(shipped("practical_site"), "to: 6", "to: 9")), "inspection.checklist_unsound inspection.checklist_rule A22-2-2");
}

TEST(Loader, AFormWithoutPointsHasNoScoreColumn) {
  EXPECT_EQ(refused(with(shipped("institution"), "columns: [finding]", "columns: [score]")), "inspection.checklist_unsound inspection.checklist_columns institution");
}

TEST(Loader, BytesThatAreNoYamlAreRefused) {
  for (const char* bad : {"", "a: [", "- 1", "\t", "id: &a [*a]", "\xff\xfe"}) EXPECT_NE(refused(bad), "") << bad;
}

} // namespace
} // namespace ankao::inspection
