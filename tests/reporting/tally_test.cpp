// SPDX-License-Identifier: Apache-2.0
// From records to figures: periods, units counted once, corrections carried on, figures that contradict each other.
#include <gtest/gtest.h>

#include <map>
#include <random>
#include <set>
#include <sstream>

#include "embedded/embedded.hpp"
#include "paper/read.hpp"
#include "problems/catalogue.hpp"
#include "reporting/files/law.hpp"
#include "reporting/rules/tally.hpp"
#include "reporting/service/counting.hpp"

namespace ankao::reporting {
namespace {

Date day(const char* text) { return *parse_date(text); }
Item visit(const char* subject, const char* on) { return {Source::OfficeVisit, "V", subject, subject, "440106", day(on), "", 0, 0}; }
Item decision(const char* subject, const char* kind, const char* on, std::int64_t amount = 0, std::int64_t persons = 0) { return {Source::Decision, "D", subject, subject, "440106", day(on), kind, amount, persons}; }
const std::vector<Period>& periods() {
  static const std::vector<Period> all = periods_of(shipped_law(), 2023);
  return all;
}
Figures tallied(const std::vector<Item>& items, std::size_t month) { return tally(shipped_law().rows, items, periods()[month]); }

TEST(ReportingPeriods, EachRunsFromTheDayAfterTheLastCutOffToThe29thOrTheLastDay) {
  ASSERT_EQ(periods().size(), 3U);
  const auto text = [](const Period& one) { return to_string(one.from) + " " + to_string(one.to) + " " + to_string(one.start); };
  EXPECT_EQ(text(periods()[0]), "2023-11-01 2023-11-29 2023-11-01");
  EXPECT_EQ(text(periods()[1]), "2023-11-30 2023-12-29 2023-11-01");
  EXPECT_EQ(text(periods()[2]), "2023-12-30 2024-01-29 2023-11-01");
  ReportingLaw on = shipped_law(); // were the practice to go on
  on.months.push_back({2, true});
  on.months.push_back({3, true});
  EXPECT_EQ(to_string(periods_of(on, 2022)[3].to), "2023-02-28") << "no 29th in that February (G-03)";
  EXPECT_EQ(to_string(periods_of(on, 2022)[4].from), "2023-03-01");
  EXPECT_EQ(to_string(periods_of(on, 2023)[3].to), "2024-02-29");
}

TEST(ReportingTally, TheCutOffDayCountsAndTheDayAfterBelongsToTheNextMonth) {
  const std::vector<Item> items{visit("institution:A", "2023-10-31"), visit("institution:B", "2023-11-01"), visit("institution:C", "2023-11-29"), visit("institution:D", "2023-11-30"), visit("institution:E", "2024-01-29"), visit("institution:F", "2024-01-30")};
  EXPECT_EQ(tallied(items, 0).at("A5-05"), (Pair{2, 2})) << "B and C; A lies before 1 November";
  EXPECT_EQ(tallied(items, 1).at("A5-05"), (Pair{1, 3}));
  EXPECT_EQ(tallied(items, 2).at("A5-05"), (Pair{1, 4})) << "F is too late";
}

TEST(ReportingTally, AUnitCountsOnceInTheMonthInWhichItIsFirstCounted) {
  const std::vector<Item> items{visit("site:A", "2023-11-20"), visit("site:A", "2023-11-21"), visit("site:A", "2023-12-05"), visit("site:B", "2023-12-06")};
  EXPECT_EQ(tallied(items, 0).at("A5-11"), (Pair{1, 1}));
  EXPECT_EQ(tallied(items, 1).at("A5-11"), (Pair{1, 2}));
  EXPECT_EQ(tallied(items, 1).at("A5-05"), (Pair{0, 0})) << "sites are no institutions";
}

TEST(ReportingTally, DecisionsCountByKindAndMoneyAndPersonsAddUp) {
  const std::vector<Item> items{decision("institution:A", "fine", "2023-11-20", 500'000), decision("institution:A", "fine", "2023-11-21", 50), decision("institution:A", "persons", "2023-11-21", 0, 3), decision("site:S", "persons", "2023-11-22", 0, 2),
                                decision("institution:A", "suspension", "2023-11-22"), decision("institution:A", "suspension", "2023-11-23"), decision("site:S", "revocation", "2023-12-01"), decision("institution:B", "removal", "2023-12-02"), decision("institution:A", "warning", "2023-12-02")};
  const Figures first = tallied(items, 0), second = tallied(items, 1);
  EXPECT_EQ(first.at("A5-08"), (Pair{500'050, 500'050}));
  EXPECT_EQ(first.at("A5-09"), (Pair{3, 3}));
  EXPECT_EQ(first.at("A5-15"), (Pair{2, 2}));
  EXPECT_EQ(first.at("A5-07"), (Pair{1, 1})) << "suspended twice is one unit";
  EXPECT_EQ(second.at("A5-10"), (Pair{1, 1})) << "G-06: removal from the list stands under 吊销资质";
  EXPECT_EQ(second.at("A5-16"), (Pair{1, 1})) << "revocation under 撤销考试点";
  EXPECT_EQ(second.at("A5-08"), (Pair{0, 500'050}));
}

/// A second way of counting, as slow as it is plain.
std::int64_t recount(const RowLaw& row, const std::vector<Item>& items, Date from, Date to) {
  std::map<std::string, Date> first;
  std::int64_t out = 0;
  for (const Item& one : items) {
    std::string kind = one.subject.substr(0, one.subject.find(':'));
    if (kind == "city") kind = one.subject.substr(5);
    if (one.source != row.source || (row.subject != "any" && row.subject != kind)) continue;
    if (!row.kinds.empty() && std::count(row.kinds.begin(), row.kinds.end(), one.kind) == 0) continue;
    if (one.day < periods()[0].start) continue;
    if (row.counts == Counts::Units) {
      const auto known = first.find(one.subject);
      if (known == first.end() || one.day < known->second) first[one.subject] = one.day;
    } else if (one.day >= from && one.day <= to) {
      out += row.counts == Counts::Amount ? one.amount : row.counts == Counts::Persons ? one.persons : 1;
    }
  }
  for (const auto& [subject, on] : first) out += on >= from && on <= to ? 1 : 0;
  return out;
}

TEST(ReportingTally, EveryCellEqualsASlowRecountAndTheCumulativeFigureIsTheLastPlusTheMonth) {
  std::mt19937 chance(20231104);
  const auto pick = [&](int n) { return static_cast<int>(chance() % static_cast<unsigned>(n)); };
  const std::vector<std::string> kinds{"warning", "correct", "suspension", "fine", "persons", "removal", "revocation", "market_referral", "police_referral"};
  const std::vector<Source> sources{Source::SelfVisit, Source::SelfProblem, Source::OfficeVisit, Source::CityVisit, Source::Decision};
  std::vector<RowLaw> rows = shipped_law().rows;
  for (const RowLaw& one : shipped_law().extra) rows.push_back(one);
  for (int round = 0; round < 60; ++round) {
    std::vector<Item> items;
    for (int i = 0; i < pick(300); ++i) {
      const std::vector<std::string> units{"institution:" + std::to_string(pick(12)), "site:" + std::to_string(pick(8)), "city:exam_organisation"};
      Item one{sources[static_cast<std::size_t>(pick(5))], "X" + std::to_string(i), units[static_cast<std::size_t>(pick(3))], "", "440106", periods()[0].start + (pick(110) - 5), kinds[static_cast<std::size_t>(pick(9))], pick(1'000'000), pick(5)};
      items.push_back(one);
    }
    std::stable_sort(items.begin(), items.end(), [](const Item& a, const Item& b) { return a.day < b.day; });
    Figures before;
    for (const Period& period : periods()) {
      const Figures now = tally(rows, items, period);
      for (const RowLaw& row : rows) {
        EXPECT_EQ(now.at(row.id).month, recount(row, items, period.from, period.to)) << row.id;
        EXPECT_EQ(now.at(row.id).total, recount(row, items, period.start, period.to)) << row.id;
        EXPECT_EQ(now.at(row.id).total, before[row.id].total + now.at(row.id).month) << row.id;
        EXPECT_EQ(sum(row, behind(row, items, period, Cell::Month)), now.at(row.id).month) << "the list behind the figure adds up to it";
      }
      before = now;
    }
  }
}

TEST(ReportingValues, ACorrectionOfAMonthIsCarriedIntoTheCumulativeFigures) {
  const std::vector<Item> items{visit("site:A", "2023-11-20"), visit("site:B", "2023-12-06")};
  const std::vector<Figures> computed{tallied(items, 0), tallied(items, 1)};
  Kept november, december;
  november.corrections = {{"A5-11", Cell::Month, 4, 1, "三家未录入", "he", "何", {}}};
  const auto value = [&] { return value_of(shipped_law().rows, computed, {&november, &december}); };
  EXPECT_EQ(value().at("A5-11"), (Pair{1, 5}));
  december.corrections = {{"A5-11", Cell::Total, 3, 2, "合并", "he", "何", {}}};
  EXPECT_EQ(value().at("A5-11"), (Pair{1, 3}));
  EXPECT_EQ(value().at("A5-05"), (Pair{0, 0}));
}

std::vector<std::string> rules(const Figures& value, const Figures* before) {
  std::vector<std::string> out;
  for (const Finding& one : findings(shipped_law().rows, value, before)) out.push_back(one.row + " " + one.rule + (one.grave ? "!" : ""));
  return out;
}

TEST(ReportingFindings, PartsWholesAndCarriedFigures) {
  using List = std::vector<std::string>;
  EXPECT_EQ(rules({{"A5-05", {3, 3}}, {"A5-06", {3, 3}}}, nullptr), List{}) << "just as many";
  EXPECT_EQ(rules({{"A5-05", {3, 3}}, {"A5-06", {4, 4}}}, nullptr), List{"A5-06 within_total!"}) << "one more";
  const Figures before{{"A5-05", {3, 3}}};
  EXPECT_EQ(rules({{"A5-05", {0, 3}}, {"A5-06", {1, 1}}}, &before), List{"A5-06 within_month"}) << "decided a month after the inspection: told, not grave";
  EXPECT_EQ(rules({{"A5-05", {2, 5}}}, &before), List{});
  EXPECT_EQ(rules({{"A5-05", {2, 6}}}, &before), List{"A5-05 carried!"});
  EXPECT_EQ(rules({{"A5-05", {2, 4}}}, &before), List{"A5-05 carried!"});
  EXPECT_EQ(rules({{"A5-05", {2, 1}}}, nullptr), (List{"A5-05 below_month!", "A5-05 carried!"}));
  EXPECT_EQ(rules({{"A5-08", {900, 900}}}, nullptr), List{}) << "money is no part of a number of units";
}

TEST(ReportingLaw, TheRowsAreThoseOfTheFormInItsOrder) {
  const auto& rows = shipped_law().rows;
  ASSERT_EQ(rows.size(), 16U);
  const auto& form = paper::shipped_forms().at("annex_5");
  for (const auto& block : form.blocks) {
    if (block.kind != paper::Block::Kind::Table) continue;
    ASSERT_EQ(block.table.rows.size(), 19U);
    for (std::size_t i = 0; i < rows.size(); ++i) {
      const auto& cells = block.table.rows[i + 2].cells;
      EXPECT_EQ(cells[cells.size() - 3].text, rows[i].words.zh) << rows[i].id;
      EXPECT_EQ(rows[i].id, std::string("A5-") + (i < 9 ? "0" : "") + std::to_string(i + 1));
    }
  }
  std::set<std::string> known;
  std::istringstream ids{std::string(*embedded::find("law/clause_ids.txt"))};
  for (std::string line; std::getline(ids, line);) known.insert(line);
  for (const RowLaw& one : shipped_law().extra) EXPECT_TRUE(known.contains(one.clause)) << one.clause;
}

TEST(ReportingLaw, FaultsAreRefusedWithTheirPlace) {
  const auto refused = [](const std::string& from, const std::string& to) -> std::string {
    std::string text(*embedded::find("law/reporting.yaml"));
    const auto at = text.find(from);
    if (at == std::string::npos) return "nothing to change: " + from;
    text.replace(at, from.size(), to);
    const auto read = read_law(text);
    if (read.ok()) return "";
    EXPECT_TRUE(problems::Catalogue::shipped().has(read.problem().id)) << read.problem().id;
    EXPECT_EQ(read.problem().at.rfind("law/reporting.yaml:", 0), 0U);
    return read.problem().id;
  };
  EXPECT_EQ(refused("家, source: self_visit", "家, source: hearsay"), "reporting.law_value");
  EXPECT_EQ(refused("counts: units }", "counts: sheep }"), "reporting.law_value");
  EXPECT_EQ(refused("kinds: [correct]", "kinds: [pardon]"), "reporting.law_value");
  EXPECT_EQ(refused("source: decision, subject: institution, kinds: [correct],", "source: decision, subject: institution,"), "reporting.law_value") << "decisions name their kinds";
  EXPECT_EQ(refused("within: A5-05", "within: A5-16"), "reporting.law_value") << "a part stands below its whole";
  EXPECT_EQ(refused("id: A5-02", "id: A5-01"), "reporting.law_value");
  EXPECT_EQ(refused("{ month: 12, next: false }", "{ month: 12, next: true }"), "reporting.law_value");
  EXPECT_EQ(refused("{ month: 12, next: false }", "{ month: 10, next: false }"), "reporting.law_value");
  EXPECT_EQ(refused("day: 29", "day: 32"), "reporting.law_value");
  EXPECT_EQ(refused("unit: 家, source", "units: 家, source"), "reporting.law_key_unknown");
  EXPECT_EQ(refused(", clause: M-3.2b }", " }"), "reporting.law_key_missing");
  EXPECT_EQ(refused("\nsource: ", "\nsource: [\n"), "reporting.law_syntax");
}

TEST(ReportingTally, TheCitysAndADistrictsExamOrganisationAreOfOneKind) {
  EXPECT_EQ(kind_of_unit("city:exam_organisation"), "exam_organisation");
  EXPECT_EQ(kind_of_unit("exam_organisation:EO-01"), "exam_organisation");
  EXPECT_EQ(kind_of_unit("site:GZ-A01-S1"), "site");
  EXPECT_EQ(shipped_law().row("G05-03")->source, Source::OrganisationVisit);
}

TEST(ReportingCounting, EveryRowOfTheFormHasItsRecords) {
  for (const RowLaw& row : shipped_law().rows) EXPECT_TRUE(recorded_sources().contains(row.source)) << row.id;
}

} // namespace
} // namespace ankao::reporting
