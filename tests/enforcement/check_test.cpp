// SPDX-License-Identifier: Apache-2.0
// A draft against the law: satisfied, violated, just inside, just outside.
#include <gtest/gtest.h>

#include <set>

#include "enforcement/files/law.hpp"
#include "enforcement/rules/check.hpp"
#include "enforcement/rules/scope.hpp"

namespace ankao::enforcement {
namespace {

Date day(const char* text) { return *parse_date(text); }
const Date k_today = day("2023-11-25");

Draft suspension(const char* from, const char* to, const char* ground = "P-3.2.2") {
  Draft d;
  d.subject = "site:GZ-A01-S1";
  d.ground = ground;
  d.kind = Kind::Suspension;
  d.facts = "考试视频缺失";
  d.from = day(from);
  d.to = day(to);
  return d;
}

Draft of(Kind kind, const char* ground, const char* subject = "institution:GZ-A01") {
  Draft d;
  d.subject = subject;
  d.ground = ground;
  d.kind = kind;
  d.facts = "事实";
  const KindLaw& law = shipped_law().kind(kind);
  if (law.needs_it(Need::Due)) d.due = k_today + 1;
  if (law.needs_it(Need::Dates)) d.from = k_today, d.to = after_months(k_today, 3) - 1;
  if (law.needs_it(Need::Start)) d.from = k_today;
  if (law.needs_it(Need::Amount)) d.amount = 1;
  if (law.needs_it(Need::Basis)) d.basis = "《安全生产培训管理办法》第三十五条";
  if (law.needs_it(Need::Persons)) d.persons = {"张三（教务主任）"};
  if (law.needs_it(Need::Authority)) d.authority = "白云区公安分局";
  return d;
}

/// "id at", of every part.
std::set<std::string> faults(const Draft& draft) {
  const auto checked = check(shipped_law(), draft, k_today);
  std::set<std::string> out;
  if (checked.ok()) return out;
  if (checked.problem().parts.empty()) return {checked.problem().id + " " + checked.problem().at};
  for (const Problem& one : checked.problem().parts) out.insert(one.id + " " + one.at);
  return out;
}
using Set = std::set<std::string>;

TEST(DecisionCheck, ASuspensionLastsThreeToSixMonthsBothEndsIncluded) {
  EXPECT_EQ(faults(suspension("2023-12-01", "2024-02-29")), Set{}) << "just three months";
  EXPECT_EQ(faults(suspension("2023-12-01", "2024-02-28")), Set{"enforcement.suspension_range to"}) << "a day less";
  EXPECT_EQ(faults(suspension("2023-12-01", "2024-05-31")), Set{}) << "just six months";
  EXPECT_EQ(faults(suspension("2023-12-01", "2024-06-01")), Set{"enforcement.suspension_range to"}) << "a day more";
  EXPECT_EQ(faults(suspension("2023-12-01", "2023-11-30")), Set{"enforcement.suspension_range to"});
  EXPECT_EQ(faults(suspension("2023-11-30", "2024-02-28")), Set{}) << "from the last of November three months end on the day before the last of February";
  EXPECT_EQ(faults(suspension("2023-11-30", "2024-02-27")), Set{"enforcement.suspension_range to"});
}

TEST(DecisionCheck, ACircularSuspendsForExactlySixMonths) {
  EXPECT_EQ(faults(suspension("2023-12-01", "2024-05-31", "C-4.1a")), Set{});
  EXPECT_EQ(faults(suspension("2023-12-01", "2024-05-30", "C-4.1a")), Set{"enforcement.suspension_range to"});
  EXPECT_EQ(faults(suspension("2023-12-01", "2024-06-01", "C-4.1a")), Set{"enforcement.suspension_range to"});
}

TEST(DecisionCheck, NothingBeginsInThePast) {
  EXPECT_EQ(faults(suspension("2023-11-25", "2024-02-24")), Set{}) << "today";
  EXPECT_EQ(faults(suspension("2023-11-24", "2024-02-23")), Set{"enforcement.begins_past from"}) << "yesterday";
  EXPECT_TRUE(check_begin(suspension("2023-11-25", "2024-02-24"), k_today).ok());
  EXPECT_FALSE(check_begin(suspension("2023-11-25", "2024-02-24"), k_today + 1).ok()) << "signed a day late";
}

TEST(DecisionCheck, AnOrderToCorrectNamesADayAfterToday) {
  Draft d = of(Kind::Correct, "P-3.1a");
  EXPECT_EQ(faults(d), Set{}) << "tomorrow";
  d.due = k_today;
  EXPECT_EQ(faults(d), Set{"enforcement.due_past due"});
  d.due.reset();
  EXPECT_EQ(faults(d), Set{"enforcement.value_missing due"}) << "G-43";
}

TEST(DecisionCheck, EveryMeasureOfEveryGroundCanBeMadeAndNoOther) {
  for (const GroundLaw& ground : shipped_law().grounds)
    for (const KindLaw& kind : shipped_law().kinds) {
      const std::string subject = ground.against.front() + ":X";
      Draft d = of(kind.kind, ground.clause.c_str(), subject.c_str());
      if (const MeasureLaw* measure = ground.measure(kind.kind); measure != nullptr && measure->months_to != 0) d.to = suspension_ends(*measure, *d.from).second;
      const bool provided = ground.measure(kind.kind) != nullptr;
      EXPECT_EQ(faults(d), provided ? Set{} : Set{"enforcement.kind_not_provided kind"}) << ground.clause << " " << kind.words.en;
    }
}

TEST(DecisionCheck, WhatAKindNeedsIsSaidAndNothingElse) {
  Draft fine = of(Kind::Fine, "C-3a");
  EXPECT_EQ(faults(fine), Set{});
  fine.amount = k_most_fen;
  EXPECT_EQ(faults(fine), Set{}) << "just inside";
  fine.amount = k_most_fen + 1;
  EXPECT_EQ(faults(fine), Set{"enforcement.amount amount"});
  fine.amount = -1;
  EXPECT_EQ(faults(fine), Set{"enforcement.amount amount"});
  fine.amount = 0;
  fine.basis.clear();
  EXPECT_EQ(faults(fine), (Set{"enforcement.value_missing amount", "enforcement.text_missing basis"}));
  Draft warning = of(Kind::Warning, "C-1a");
  warning.amount = 5;
  warning.due = k_today + 3;
  warning.authority = "公安";
  warning.persons = {"张三"};
  EXPECT_EQ(faults(warning), (Set{"enforcement.value_foreign amount", "enforcement.value_foreign due", "enforcement.value_foreign authority", "enforcement.value_foreign persons"}));
  Draft persons = of(Kind::Persons, "P-3.4");
  persons.persons.assign(k_most_persons, "某人");
  EXPECT_EQ(faults(persons), Set{});
  persons.persons.emplace_back("某人");
  EXPECT_EQ(faults(persons), Set{"enforcement.persons_many persons"});
  persons.persons = {"  "};
  EXPECT_EQ(faults(persons), Set{"enforcement.text_missing persons"});
}

TEST(DecisionCheck, GroundAndSubjectFitEachOther) {
  EXPECT_EQ(faults(of(Kind::Suspension, "C-3a", "site:GZ-A01-S1")), Set{"enforcement.ground_subject ground"});
  EXPECT_EQ(faults(of(Kind::Warning, "Z-9")), Set{"enforcement.ground_unknown ground"});
  Draft silent = of(Kind::Warning, "C-1a");
  silent.facts = " \n";
  EXPECT_EQ(faults(silent), Set{"enforcement.text_missing facts"});
  silent.facts.assign(k_longest_facts, 'x');
  EXPECT_EQ(faults(silent), Set{});
  silent.facts += 'x';
  EXPECT_EQ(faults(silent), Set{"enforcement.text_missing facts"});
}

TEST(DecisionCheck, TheBanOfThreeYearsRunsFromTheEffectAndOnlyWhereTheCityNamesIt) {
  Draft removal = of(Kind::Removal, "C-3b");
  removal.from = day("2024-02-29");
  EXPECT_EQ(barred_until(*shipped_law().ground("C-3b"), removal), day("2027-02-27")) << "the third year's last day";
  removal.from = day("2024-01-01");
  EXPECT_EQ(barred_until(*shipped_law().ground("C-3b"), removal), day("2026-12-31"));
  EXPECT_EQ(barred_until(*shipped_law().ground("P-3.2"), of(Kind::Revocation, "P-3.2", "site:X")), std::nullopt);
  EXPECT_EQ(barred_until(*shipped_law().ground("C-2.1"), of(Kind::PoliceReferral, "C-2.1")), std::nullopt) << "a referral is no removal";
}

TEST(DecisionScope, TheDistrictOfTheUnitHandlesAndTheUnitSeesWhatIsSigned) {
  Decision d;
  d.district = "440111";
  d.institution = "GZ-A01";
  d.site = "GZ-A01-S1";
  EXPECT_TRUE(may_see({"city", ""}, d));
  EXPECT_TRUE(may_see({"district", "440111"}, d));
  EXPECT_FALSE(may_see({"district", "440106"}, d));
  EXPECT_FALSE(may_see({"district", ""}, d));
  EXPECT_FALSE(may_see({"institution", "GZ-A01"}, d)) << "not before it is signed";
  for (const State state : {State::InForce, State::Annulled}) {
    d.state = state;
    EXPECT_TRUE(may_see({"institution", "GZ-A01"}, d));
    EXPECT_TRUE(may_see({"site", "GZ-A01-S1"}, d));
    EXPECT_FALSE(may_see({"institution", "GZ-A02"}, d));
    EXPECT_FALSE(may_see({"site", ""}, d));
  }
  d.state = State::Refused;
  EXPECT_FALSE(may_see({"institution", "GZ-A01"}, d));
  EXPECT_FALSE(may_handle({"institution", "GZ-A01"}, d.district));
}

} // namespace
} // namespace ankao::enforcement
