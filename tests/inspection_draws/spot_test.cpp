// SPDX-License-Identifier: Apache-2.0
// Whom the city looks at: weights, and a draw without putting back whose chances are the weights.
#include <gtest/gtest.h>

#include <map>
#include <set>

#include "base/sm3.hpp"
#include "inspection/files/law.hpp"
#include "inspection/rules/spot.hpp"
#include "inspection/rules/ties.hpp"

namespace ankao::inspection {
namespace {

std::vector<SpotCandidate> weights(const std::vector<int>& all) {
  std::vector<SpotCandidate> out;
  for (std::size_t i = 0; i < all.size(); ++i) out.push_back({"t" + std::to_string(i), "", "", all[i], {}});
  return out;
}

TEST(Spot, AWeightIsTheSumOfItsReasons) {
  const SpotLaw law{"M-3.3", 1, 2, 4, 4, 6, 3, 50};
  EXPECT_EQ(weigh(law, {"t", "", "", 0, 0, 0, 0, true}).weight, 1) << "inspected and nothing wrong: the base";
  EXPECT_EQ(weigh(law, {"t", "", "", 0, 0, 0, 0, false}).weight, 4) << "never inspected";
  const auto much = weigh(law, {"t", "", "", 3, 1, 2, 2, true});
  EXPECT_EQ(much.weight, 1 + 3 * 2 + 1 * 4 + 2 * 4 + 6) << "failing twice counts once";
  EXPECT_EQ(much.reasons, (std::vector<std::string>{"open:3", "overdue:1", "repeated:2", "failed:1"}));
}

TEST(Spot, EveryoneIsDrawnOnceAndNobodyTwice) {
  const auto all = weights({1, 5, 2, 9, 1, 1, 30});
  for (int i = 0; i < 1000; ++i) {
    const auto drawn = draw_spots(all, to_hex(sm3(std::to_string(i))), 7);
    EXPECT_EQ(std::set<std::string>(drawn.begin(), drawn.end()).size(), 7U);
  }
  EXPECT_EQ(draw_spots(all, "s", 3).size(), 3U);
  EXPECT_EQ(draw_spots(all, "s", 99).size(), 7U) << "no more than there are";
  EXPECT_TRUE(draw_spots({}, "s", 3).empty());
}

TEST(Spot, TheFirstIsDrawnInProportionToTheWeights) {
  const std::vector<int> given{1, 2, 3, 4};
  std::map<std::string, int> times;
  constexpr int k_draws = 20'000;
  for (int i = 0; i < k_draws; ++i) ++times[draw_spots(weights(given), to_hex(sm3(std::to_string(i))), 1).front()];
  for (std::size_t k = 0; k < given.size(); ++k) EXPECT_NEAR(times["t" + std::to_string(k)], k_draws * given[k] / 10, 300);
}

TEST(Spot, TheSameListAndNonceGiveTheSameDrawAndAnythingElseAnother) {
  const auto all = weights({4, 4, 4, 4, 4, 4, 4, 4});
  const std::string seed = spot_seed(list_digest(all), "00ff");
  EXPECT_EQ(draw_spots(all, seed, 8), draw_spots(all, seed, 8));
  EXPECT_NE(draw_spots(all, seed, 8), draw_spots(all, spot_seed(list_digest(all), "00fe"), 8));
  auto other = all;
  other[3].weight = 5;
  EXPECT_NE(list_digest(all), list_digest(other)) << "a weight cannot be changed unseen";
}

const Target k_target{"site:GZ-A01-S1:theory_site", "theory_site", "site:GZ-A01-S1", "某考试点", "440106", "GZ-A01", "GZ-A01-S1", true};

TEST(Ties, WhoIsTiedToTheUnitOrItsInstitutionStandsAside) {
  const auto with = [&](const std::string& kind, const std::string& subject) {
    const auto free = check_ties(shipped_law(), "张工", {{kind, subject, "", ""}}, k_target);
    return free.ok() ? std::string() : free.problem().id;
  };
  EXPECT_EQ(with("employer", "site:GZ-A01-S1"), "inspection.member_tied");
  EXPECT_EQ(with("teaching", "institution:GZ-A01"), "inspection.member_tied") << "the site's institution";
  EXPECT_EQ(with("kinship", "institution:GZ-A01"), "inspection.member_tied");
  EXPECT_EQ(with("former", "institution:GZ-A01"), "") << "marked, not refused";
  EXPECT_EQ(with("employer", "institution:GZ-A02"), "") << "another institution";
  EXPECT_EQ(with("employer", "site:GZ-A01-S2"), "") << "another site";
  const Target institution{"institution:GZ-A01:institution", "institution", "institution:GZ-A01", "某机构", "440106", "GZ-A01", "", true};
  EXPECT_EQ(ties_to({{"employer", "site:GZ-A01-S2", "", ""}}, institution).size(), 1U) << "who works at its site is tied to the institution";
  EXPECT_EQ(ties_to({{"employer", "site:GZ-A010-S2", "", ""}}, institution).size(), 0U) << "an id that only begins alike";
}

TEST(Public, NamesAndNumbersDoNotStandInAPublicText) {
  EXPECT_TRUE(personal_in("某机构于2023年11月22日被查出伪造签到12次，涉及学员340名", {}).empty());
  EXPECT_EQ(personal_in("联系电话13812345678", {}).size(), 1U);
  EXPECT_EQ(personal_in("联系电话 138-1234-5678", {}).size(), 1U) << "parted by hyphens";
  EXPECT_EQ(personal_in("电话020-83190432", {}).size(), 1U);
  EXPECT_EQ(personal_in("身份证440106199001011234", {}).size(), 1U);
  EXPECT_EQ(personal_in("身份证44010619900101123X", {}).size(), 1U);
  EXPECT_EQ(personal_in("校长王某某组织作弊", {"王某某", "李某"}), (std::vector<std::string>{"王某某"}));
}

} // namespace
} // namespace ankao::inspection
