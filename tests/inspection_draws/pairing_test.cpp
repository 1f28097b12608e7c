// SPDX-License-Identifier: Apache-2.0
// Which district inspects which: every rule of the pairing against a slow checker that looks at every possible pairing.
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <numeric>
#include <set>

#include "base/sm3.hpp"
#include "inspection/files/law.hpp"
#include "inspection/rules/pairing.hpp"

namespace ankao::inspection {
namespace {

using Names = std::vector<std::string>;

Names names(std::size_t count) {
  Names out;
  for (std::size_t i = 0; i < count; ++i) out.push_back("4401" + std::to_string(10 + i));
  return out;
}

bool is_barred(const std::vector<Pair>& barred, const std::string& by, const std::string& of) {
  return std::any_of(barred.begin(), barred.end(), [&](const Pair& one) { return one.by == by && one.of == of; });
}

/// Looks at every permutation. Of those that keep the bars, the one that the first chooser likes best, then the second, and so on.
std::optional<std::map<std::string, std::string>> slowly(const Names& districts, const std::vector<Pair>& barred, const std::string& seed) {
  Names order = districts;
  std::sort(order.begin(), order.end(), [&](const auto& a, const auto& b) { return order_ticket(seed, a) < order_ticket(seed, b); });
  Names permuted = districts;
  std::sort(permuted.begin(), permuted.end());
  std::optional<Names> best;
  const auto tickets = [&](const Names& of) {
    Names out;
    for (std::size_t i = 0; i < order.size(); ++i) out.push_back(pair_ticket(seed, order[i], of[i]));
    return out;
  };
  Names best_tickets;
  do {
    bool fine = true;
    for (std::size_t i = 0; i < order.size(); ++i) fine = fine && order[i] != permuted[i] && !is_barred(barred, order[i], permuted[i]);
    if (!fine) continue;
    const Names now = tickets(permuted);
    if (best && !(now < best_tickets)) continue;
    best = permuted;
    best_tickets = now;
  } while (std::next_permutation(permuted.begin(), permuted.end()));
  if (!best) return std::nullopt;
  std::map<std::string, std::string> out;
  for (std::size_t i = 0; i < order.size(); ++i) out[order[i]] = (*best)[i];
  return out;
}

void expect_lawful(const Names& districts, const std::vector<Pair>& barred, const std::vector<Pair>& pairs) {
  std::set<std::string> by, of;
  for (const Pair& one : pairs) {
    EXPECT_NE(one.by, one.of) << "nobody inspects itself";
    EXPECT_FALSE(is_barred(barred, one.by, one.of)) << "not last year's pair";
    by.insert(one.by);
    of.insert(one.of);
  }
  EXPECT_EQ(by, std::set<std::string>(districts.begin(), districts.end())) << "every district inspects once";
  EXPECT_EQ(of, std::set<std::string>(districts.begin(), districts.end())) << "and is inspected once";
  EXPECT_EQ(pairs.size(), districts.size());
}

std::string seed_of(std::size_t i) { return to_hex(sm3("seed " + std::to_string(i))); }

TEST(Pairing, AThousandYearsOfElevenDistrictsKeepEveryRule) {
  const Names eleven = names(11);
  std::vector<Pair> before;
  int mutual = 0;
  for (std::size_t year = 0; year < 1000; ++year) {
    const auto pairs = draw_pairs(eleven, before, seed_of(year));
    ASSERT_TRUE(pairs.ok());
    expect_lawful(eleven, before, *pairs);
    for (const Pair& one : *pairs)
      for (const Pair& other : *pairs) mutual += one.by == other.of && one.of == other.by ? 1 : 0;
    before = *pairs;
  }
  EXPECT_GT(mutual, 0) << "two may inspect each other (G-58), and some do";
}

TEST(Pairing, IsTheOneThatASlowCheckerFindsAmongAllPossible) {
  for (std::size_t count = 2; count <= 6; ++count)
    for (std::size_t i = 0; i < 60; ++i) {
      const Names districts = names(count);
      std::vector<Pair> barred;
      for (std::size_t k = 0; k + 1 < count && i % 3 != 0; ++k) barred.push_back({"", districts[k], districts[(k + 1 + i) % count]});
      const std::string seed = seed_of(1000 * count + i);
      const auto slow = slowly(districts, barred, seed);
      const auto pairs = draw_pairs(districts, barred, seed);
      ASSERT_EQ(pairs.ok(), slow.has_value()) << count << " " << i;
      if (!slow) continue;
      for (const Pair& one : *pairs) EXPECT_EQ(one.of, slow->at(one.by)) << count << " " << i;
    }
}

TEST(Pairing, DependsOnTheSeedAndNotOnTheOrderOfTheDistricts) {
  Names eleven = names(11);
  const auto first = *draw_pairs(eleven, {}, seed_of(1));
  std::reverse(eleven.begin(), eleven.end());
  const auto again = *draw_pairs(eleven, {}, seed_of(1));
  ASSERT_EQ(first.size(), again.size());
  for (std::size_t i = 0; i < first.size(); ++i) EXPECT_EQ(first[i].by + first[i].of, again[i].by + again[i].of);
  int same = 0;
  const auto other = *draw_pairs(eleven, {}, seed_of(2));
  for (std::size_t i = 0; i < first.size(); ++i) same += first[i].by == other[i].by && first[i].of == other[i].of ? 1 : 0;
  EXPECT_LT(same, 11);
}

TEST(Pairing, EveryDistrictComesOutAboutEquallyOften) {
  const Names eleven = names(11);
  std::map<std::string, int> met;
  for (std::size_t i = 0; i < 2000; ++i) {
    const auto drawn = draw_pairs(eleven, {}, seed_of(i));
    for (const Pair& one : *drawn)
      if (one.by == eleven.front()) ++met[one.of];
  }
  EXPECT_EQ(met.size(), 10U);
  for (const auto& [district, times] : met) EXPECT_NEAR(times, 200, 90) << district;
}

TEST(Pairing, WhereTheBarsLeaveNothingItIsRefused) {
  EXPECT_TRUE(draw_pairs(names(2), {}, seed_of(1)).ok()) << "two inspect each other";
  const Names two = names(2);
  EXPECT_EQ(draw_pairs(two, {{"", two[0], two[1]}}, seed_of(1)).problem().id, "inspection.pairing_impossible");
  EXPECT_FALSE(draw_pairs(names(1), {}, seed_of(1)).ok());
  EXPECT_FALSE(draw_pairs({}, {}, seed_of(1)).ok());
  const Names three = names(3);
  const auto around = draw_pairs(three, {{"", three[0], three[1]}, {"", three[1], three[2]}, {"", three[2], three[0]}}, seed_of(1));
  ASSERT_TRUE(around.ok()) << "the other way round is left";
  for (const Pair& one : *around)
    if (one.by == three[0]) {
      EXPECT_EQ(one.of, three[2]);
    }
}

TEST(Pairing, Annex4IsLawfulToo) {
  Names districts;
  for (const Pair& one : shipped_law().pairs) districts.push_back(one.by);
  expect_lawful(districts, {}, shipped_law().pairs);
  EXPECT_EQ(shipped_law().pairs_year, 2023);
}

/// The same figures stand in web/tests/inspection/pairing.test.ts: a browser draws what the server draws.
TEST(Pairing, ABrowserDrawsTheSame) {
  const Names eleven{"440103", "440104", "440105", "440106", "440111", "440112", "440113", "440114", "440115", "440117", "440118"};
  const std::string seed = pairing_seed(to_hex(sm3("ankao-pairing/1\nrule\n")), "01 02 03");
  EXPECT_EQ(seed, "c046cf2f48cb11d730cc31d779bcc4ed75f707e6bf96d38c3e9d04ab417f5ac6");
  std::string text;
  const auto drawn = draw_pairs(eleven, {{"", "440103", "440117"}, {"", "440104", "440113"}}, seed);
  for (const Pair& one : *drawn) text += one.by.substr(4) + ">" + one.of.substr(4) + " ";
  EXPECT_EQ(text, "14>12 12>15 04>14 17>04 15>03 18>17 03>18 06>05 11>13 05>06 13>11 ");
}

TEST(Pairing, TheSeedStandsOnTheWholeRule) {
  PairingRecord record{"how", "2026-10-01T20:00:00.000+08:00", {"440103", "440104"}, {{"", "440103", "440104"}}, "", "", "", "", {}};
  const std::string text = pairing_rule_text("SI-2026", record);
  EXPECT_EQ(text, "ankao-pairing/1\nSI-2026\nhow\n2026-10-01T20:00:00.000+08:00\n440103\n440104\nnot 440103 440104\n");
  EXPECT_NE(pairing_seed(to_hex(sm3(text)), "01 02"), pairing_seed(to_hex(sm3(text)), "01 03"));
}

} // namespace
} // namespace ankao::inspection
