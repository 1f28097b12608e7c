// SPDX-License-Identifier: Apache-2.0
// What a sheet says in figures (law/conditions.yaml): persons are counted, terms are measured, what ran out no longer counts.
#include <gtest/gtest.h>

#include <random>

#include "registry/files/condition_forms.hpp"
#include "registry/files/condition_law.hpp"
#include "registry/rules/conditions.hpp"

namespace ankao::registry {
namespace {

Date day(const std::string& text) { return *parse_date(text); }
const Date k_day = day("2024-03-05");

const ConditionsLaw& law() { return shipped_conditions_law(); }
const ConditionLaw& condition(const std::string& id) { return *law().find(id); }

ConditionPlace institution() { return {"GZ-A01", "甲校", "440111", "GZ-A01", "", {Premises::Institution}, {"OP01", "OP02"}}; }
ConditionPlace site(std::vector<Premises> premises) { return {"GZ-A01-S1", "甲校考试点", "440111", "GZ-A01", "GZ-A01-S1", std::move(premises), {}}; }

StaffRow person(const std::string& post, bool full_time = true) {
  StaffRow row;
  row.name = "张三";
  row.post = post;
  row.full_time = full_time;
  return row;
}

std::optional<Figure> figure(const std::string& id, const Sheet& sheet, const ConditionPlace& place, Date on = k_day) { return figure_of(law(), condition(id), sheet, place, on); }

TEST(ConditionTerms, AreCountedInWholeYears) {
  EXPECT_EQ(whole_years(day("2023-01-01"), day("2027-12-31")), 5) << "the last day completes the year";
  EXPECT_EQ(whole_years(day("2023-01-01"), day("2027-12-30")), 4) << "a day short";
  EXPECT_EQ(whole_years(day("2023-01-01"), day("2028-01-01")), 5);
  EXPECT_EQ(whole_years(day("2024-02-29"), day("2025-02-28")), 1) << "29 February to 28 February";
  EXPECT_EQ(whole_years(day("2023-06-01"), day("2023-06-01")), 0);
  EXPECT_EQ(whole_years(day("2023-06-02"), day("2023-06-01")), 0) << "no term at all";
}

TEST(ConditionTerms, CountNothingOnceTheyAreOver) {
  Sheet sheet;
  sheet.values = {{"lease_years", 0, day("2019-03-06"), day("2024-03-05"), "", {}}};
  const auto last = figure("lease_years", sheet, institution());
  ASSERT_TRUE(last.has_value());
  EXPECT_EQ(last->number, 5);
  EXPECT_FALSE(last->expired) << "on its last day it still holds";
  const auto after = figure("lease_years", sheet, institution(), k_day + 1);
  EXPECT_EQ(after->number, 0);
  EXPECT_TRUE(after->expired);
  EXPECT_EQ(below(condition("lease_years"), {Premises::Institution}, *after), std::vector<std::string>{"A1-09.1"});
}

TEST(ConditionForms, SayWhatLiesBelow) {
  const auto clauses = [](const std::string& id, std::vector<Premises> premises, std::int64_t number) { return below(condition(id), premises, {number, std::nullopt, false}); };
  EXPECT_TRUE(clauses("classroom_area", {Premises::Institution}, 10000).empty()) << "100.00 m² is enough";
  EXPECT_EQ(clauses("classroom_area", {Premises::Institution}, 9999).size(), 1u) << "99.99 m² is not";
  EXPECT_TRUE(clauses("computers", {Premises::TheorySite}, 30).empty());
  EXPECT_EQ(clauses("computers", {Premises::TheorySite}, 29), std::vector<std::string>{"A23-3-4"});
  EXPECT_TRUE(clauses("teachers", {Premises::Institution}, 0).empty()) << "recorded, no figure printed";
  EXPECT_EQ(clauses("full_time_managers", {Premises::PracticalSite, Premises::TheorySite}, 3), std::vector<std::string>{"A22-1-2"}) << "of both kinds: each form for itself";
  EXPECT_EQ(clauses("full_time_managers", {Premises::PracticalSite, Premises::TheorySite}, 0).size(), 2u);
}

TEST(ConditionForms, AskEveryPlaceForItsOwn) {
  EXPECT_FALSE(concerns(condition("computers"), {Premises::Institution}));
  EXPECT_TRUE(concerns(condition("computers"), {Premises::PracticalSite, Premises::TheorySite}));
  EXPECT_FALSE(concerns(condition("classroom_area"), {Premises::TheorySite}));
}

TEST(ConditionStaff, IsCountedByPostTimeTitleAndValidCertificate) {
  Sheet sheet;
  EXPECT_FALSE(figure("full_time_managers", sheet, institution()).has_value()) << "a list without anybody was never filled in";
  sheet.staff = {person("manager"), person("manager", false), person("head"), person("theory_teacher")};
  EXPECT_EQ(figure("full_time_managers", sheet, institution())->number, 1) << "of an institution the managers beside the head";
  EXPECT_EQ(figure("full_time_managers", sheet, site({Premises::TheorySite}))->number, 2) << "of a site the head is one of them";
  EXPECT_EQ(figure("titled_managers", sheet, institution())->number, 0);
  sheet.staff[0].title = "intermediate";
  EXPECT_EQ(figure("titled_managers", sheet, institution())->number, 0) << "and junior college";
  sheet.staff[0].education = "college";
  EXPECT_EQ(figure("titled_managers", sheet, institution())->number, 1);
}

TEST(ConditionStaff, ACertificateCountsToItsLastDay) {
  Sheet sheet;
  sheet.staff = {person("maintainer")};
  EXPECT_EQ(figure("maintainers", sheet, institution())->number, 0) << "A1-04.3: the maintainer holds the operation certificate";
  EXPECT_EQ(figure("maintainers", sheet, site({Premises::PracticalSite}))->number, 1) << "A22-1-2 asks for none";
  sheet.staff[0].certificate = "operation";
  sheet.staff[0].number = "T1";
  EXPECT_EQ(figure("maintainers", sheet, institution())->number, 1) << "without a last day it runs on";
  sheet.staff[0].until = k_day;
  EXPECT_EQ(figure("maintainers", sheet, institution())->number, 1);
  EXPECT_EQ(figure("maintainers", sheet, institution(), k_day + 1)->number, 0);
  sheet.staff[0].certificate = "teacher";
  EXPECT_EQ(figure("maintainers", sheet, institution())->number, 0) << "a certificate of another kind";
}

TEST(ConditionStaff, SharesLeastAndFewest) {
  Sheet sheet;
  for (const char* post : {"theory_teacher", "theory_teacher", "practical_teacher"}) sheet.staff.push_back(person(post));
  sheet.staff[0].projects = {"OP01", "OP02"};
  sheet.staff[1].projects = {"OP01"};
  sheet.staff[2].projects = {"OP01"};
  sheet.staff[1].full_time = false;
  for (StaffRow& row : sheet.staff) row.years = 6, row.insured = 12;
  sheet.staff[2].years = 4;
  sheet.staff[1].insured = 1;
  EXPECT_EQ(figure("full_time_share", sheet, institution())->number, 66) << "two of three";
  EXPECT_EQ(figure("least_teachers", sheet, institution())->number, 1) << "OP02 has one";
  EXPECT_EQ(figure("least_practical_teachers", sheet, institution())->number, 0);
  EXPECT_EQ(figure("teaching_years", sheet, institution())->number, 4);
  EXPECT_EQ(figure("insurance_months", sheet, institution())->number, 12) << "part-time persons are not asked";
  EXPECT_EQ(figure("qualified_share", sheet, institution())->number, 0);
  sheet.staff[0].title = "technician";
  sheet.staff[1].certificate = "teacher";
  EXPECT_EQ(figure("qualified_share", sheet, institution())->number, 66);
  ConditionPlace none = institution();
  none.projects.clear();
  EXPECT_FALSE(figure("least_teachers", sheet, none).has_value()) << "without projects there is none with fewest";
}

/// Whatever the list: the counted number is the number of its rows that count, and a row more or less changes it by one at most.
TEST(ConditionStaff, TheCountIsTheNumberOfValidRowsOfAnyList) {
  std::mt19937 chance(7);
  const auto below_n = [&](std::size_t n) { return static_cast<std::size_t>(chance() % n); };
  for (int round = 0; round < 2000; ++round) {
    std::vector<StaffRow> staff(below_n(12));
    for (StaffRow& row : staff) {
      row.post = law().posts[below_n(law().posts.size())].id;
      row.full_time = below_n(2) == 0;
      row.education = law().educations[below_n(law().educations.size())].id;
      row.title = law().titles[below_n(law().titles.size())].id;
      row.certificate = law().certificates[below_n(law().certificates.size())].id;
      if (below_n(2) == 0) row.until = k_day - 2 + static_cast<int>(below_n(5));
    }
    const ConditionLaw& one = law().conditions[below_n(law().conditions.size())];
    if (one.kind != ConditionKind::Staff) continue;
    for (const Premises premises : {Premises::Institution, Premises::PracticalSite, Premises::TheorySite}) {
      const StaffRule& rule = rule_of(one, {premises});
      if (rule.measure != Measure::Count) continue;
      std::int64_t valid = 0;
      for (const StaffRow& row : staff) {
        // Said again in other words than the rule's own.
        const bool post = std::find(rule.posts.begin(), rule.posts.end(), row.post) != rule.posts.end();
        const bool has_title = row.title == "intermediate" || row.title == "technician";
        const bool alive = row.certificate != "none" && !(row.until && *row.until < k_day);
        const bool taught = rule.education.empty() || row.education == "bachelor" || row.education == rule.education;
        valid += post && (row.full_time || !rule.full_time) && (has_title || !rule.titled) && taught && (rule.certificate.empty() || (alive && row.certificate == rule.certificate)) &&
                 (!rule.qualified || has_title || (alive && row.certificate == "teacher"));
      }
      EXPECT_EQ(measured(law(), rule, staff, {}, k_day), valid) << one.id;
      if (staff.empty()) continue;
      std::vector<StaffRow> fewer(staff.begin(), staff.end() - 1);
      const std::int64_t left = *measured(law(), rule, fewer, {}, k_day);
      EXPECT_EQ(left + (fits(law(), rule, staff.back(), k_day) ? 1 : 0), valid);
    }
  }
}

TEST(ConditionEnds, AreGatheredByDay) {
  Sheet sheet;
  sheet.values = {{"lease_years", 0, day("2020-01-01"), day("2024-04-01"), "", {}}, {"agreement_years", 0, day("2020-01-01"), day("2030-01-01"), "", {}}};
  for (int i = 0; i < 3; ++i) {
    sheet.staff.push_back(person("maintainer"));
    sheet.staff.back().certificate = i == 2 ? "none" : "operation";
    sheet.staff.back().until = day("2024-04-01");
  }
  const auto found = run_out(sheet, k_day, day("2024-05-04"));
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found.begin()->second.conditions, std::vector<std::string>{"lease_years"});
  EXPECT_EQ(found.begin()->second.persons, 2);
  EXPECT_TRUE(run_out(sheet, day("2024-04-02"), day("2024-05-04")).empty()) << "just outside";
  EXPECT_EQ(run_out(sheet, day("2024-04-01"), day("2024-04-01")).size(), 1u) << "just inside";
}

TEST(ConditionCells, AreasHaveTwoDecimalsAtMost) {
  EXPECT_EQ(read_area("112.5"), 11250);
  EXPECT_EQ(read_area("112.05"), 11205);
  EXPECT_EQ(read_area("112"), 11200);
  for (const char* bad : {"", ".", "112.", "112.555", "-1", "1e3", "1,000", "一百", "9999999999"}) EXPECT_FALSE(read_area(bad).has_value()) << bad;
  EXPECT_EQ(area_text(11205), "112.05");
  EXPECT_EQ(area_text(11200), "112");
}

TEST(ConditionLawFile, IsReadStrictly) {
  EXPECT_GT(law().conditions.size(), 30u);
  const std::string head = "source: x\nfrom: \"2023-11-04\"\nwarn_days: { count: 60, clause: A1-09.1 }\nposts: [{ id: head, zh: a, en: a }]\neducations: [{ id: other, zh: a, en: a }]\n"
                           "titles: [{ id: none, zh: a, en: a }, { id: intermediate, zh: b, en: b }]\ncertificates: [{ id: none, zh: a, en: a }]\n";
  const auto refused = [&](const std::string& conditions) {
    const auto read = read_conditions_law(head + conditions);
    return read.ok() ? std::string("read") : read.problem().id;
  };
  EXPECT_EQ(refused("conditions: [{ id: a, zh: a, en: a, kind: number, asks: [{ place: institution, at_least: 1, clause: A1-11.1 }] }]"), "read");
  EXPECT_EQ(refused("conditions: [{ id: a, zh: a, en: a, kind: figure, asks: [{ place: institution, at_least: 1, clause: A1-11.1 }] }]"), "register.conditions_value");
  EXPECT_EQ(refused("conditions: [{ id: a, zh: a, en: a, kind: staff, asks: [{ place: institution, at_least: 1, clause: A1-11.1 }] }]"), "register.conditions_value") << "how is it counted?";
  EXPECT_EQ(refused("conditions: [{ id: a, zh: a, en: a, kind: number, asks: [{ place: shop, at_least: 1, clause: A1-11.1 }] }]"), "register.conditions_value");
  EXPECT_EQ(refused("conditions: [{ id: a, zh: a, en: a, kind: number, least: 3, asks: [{ place: institution, at_least: 1, clause: A1-11.1 }] }]"), "register.conditions_key_unknown");
  EXPECT_EQ(refused("conditions: [{ id: a, zh: a, kind: number, asks: [{ place: institution, at_least: 1, clause: A1-11.1 }] }]"), "register.conditions_key_missing");
  EXPECT_EQ(refused("conditions: [{ id: a, zh: a, en: a, kind: staff, counts: { measure: count, posts: [cook] }, asks: [{ place: institution, at_least: 1, clause: A1-11.1 }] }]"), "register.conditions_value");
  EXPECT_EQ(refused("conditions: ["), "register.conditions_syntax");
}

} // namespace
} // namespace ankao::registry
