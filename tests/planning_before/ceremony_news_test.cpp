// SPDX-License-Identifier: Apache-2.0
// Participants of the ceremony hear of it at the freeze, before each deadline, and when it is their turn.
#include "planning/rules/ceremony_news.hpp"
#include "planning/support/story.hpp"

namespace ankao::planning {
namespace {

constexpr std::int64_t k_hour = 3'600'000;

Instant hour(std::int64_t h) { return {start_of(day("2024-02-21")).ms + h * k_hour}; }

Ceremony ceremony() {
  Ceremony c;
  c.month = k_march;
  c.source = "彩票";
  c.frozen_at = hour(0);
  c.plan = {"次序", hour(24), hour(48), hour(50)};
  return c;
}

std::vector<CeremonyParty> parties() {
  CeremonyParty a, b, office;
  a.id = "GZ-A01";
  a.role = "institution";
  b.id = "GZ-A01-S1";
  b.role = "site";
  office.id = "city_bureau";
  office.role = "officer";
  return {a, b, office};
}

const std::vector<Office> k_offices{{"city_bureau", "市局"}, {"exam_organisation", "机构"}};

std::vector<std::string> keys(const std::vector<CeremonyParty>& parties, Instant now, Ceremony c = ceremony()) {
  std::vector<std::string> out;
  for (const auto& news : news_due(c, parties, k_offices, now)) out.push_back(news.role + "/" + news.scope + " " + news.once_key.substr(news.once_key.rfind(':') + 1));
  return out;
}

using Keys = std::vector<std::string>;

TEST(CeremonyNews, EverybodyIsInvitedWithBothDeadlines) {
  const auto all = invitations(ceremony(), parties());
  ASSERT_EQ(all.size(), 3u);
  EXPECT_EQ(all[0].role, "institution");
  EXPECT_EQ(all[0].scope, "GZ-A01");
  EXPECT_EQ(all[1].role, "exam_site");
  EXPECT_EQ(all[2].role, "city_bureau");
  EXPECT_EQ(all[2].scope, "");
  EXPECT_NE(all[0].body_zh.find("2024-02-22 00:00"), std::string::npos) << all[0].body_zh;
  EXPECT_NE(all[0].body_en.find("2024-02-23 00:00"), std::string::npos);
}

TEST(CeremonyNews, WhoHasNotCommittedIsRemindedSixHoursBefore) {
  EXPECT_EQ(keys(parties(), {hour(18).ms - 1}), Keys{});
  EXPECT_EQ(keys(parties(), hour(18)), (Keys{"institution/GZ-A01 commit", "exam_site/GZ-A01-S1 commit", "city_bureau/ commit"}));
  auto some = parties();
  some[0].commitment = "c";
  EXPECT_EQ(keys(some, hour(18)), (Keys{"exam_site/GZ-A01-S1 commit", "city_bureau/ commit"}));
}

TEST(CeremonyNews, WhoCommittedIsCalledToRevealAndRemindedOthersAreNot) {
  auto some = parties();
  some[0].commitment = "c";
  EXPECT_EQ(keys(some, {hour(24).ms + 1}), Keys{"institution/GZ-A01 reveal"});
  EXPECT_EQ(keys(some, hour(42)), (Keys{"institution/GZ-A01 reveal", "institution/GZ-A01 reveal-last"}));
  some[0].nonce = "n";
  EXPECT_EQ(keys(some, hour(42)), Keys{});
  EXPECT_EQ(keys(some, hour(49)), Keys{}) << "between the reveals and the value nobody has anything to do";
}

TEST(CeremonyNews, TheOfficesHearWhenTheValueIsDueAndWhenASecondPersonIsNeeded) {
  EXPECT_EQ(keys(parties(), hour(50)), (Keys{"city_bureau/ value", "exam_organisation/ value"}));
  auto told = ceremony();
  told.value = "1 2 3";
  EXPECT_EQ(keys(parties(), hour(51), told), (Keys{"city_bureau/ confirm", "exam_organisation/ confirm"}));
}

TEST(CeremonyNews, AShortWindowIsRemindedInItsLastQuarter) {
  auto quick = ceremony();
  quick.plan.commitments_until = hour(4);
  EXPECT_EQ(keys(parties(), {hour(3).ms - 1}, quick), Keys{});
  EXPECT_EQ(keys(parties(), hour(3), quick).size(), 3u);
}

class Told : public Story {};
INSTANTIATE_TEST_SUITE_P(Databases, Told, ::testing::Values("file", "postgresql"), [](const auto& kind) { return kind.param; });

TEST_P(Told, TheFreezeInvitesAndTheTurnsOfTheClockRemind) {
  std::vector<News> heard;
  world_.inform = [&](db::Transaction&, const News& news, Instant) { heard.push_back(news); };
  ASSERT_TRUE(freeze_demo(world_, at(k_desk, "2024-02-20"), k_march).ok());
  const auto invited = static_cast<std::size_t>(count("SELECT COUNT(*) AS n FROM planning_participant"));
  EXPECT_EQ(heard.size(), invited);
  heard.clear();
  tell_ceremonies(world_, at_minute(k_desk, "2024-02-20", 9).at);
  EXPECT_EQ(heard.size(), invited) << "nobody has committed, the window closes in a minute";
  heard.clear();
  tell_ceremonies(world_, at_minute(k_desk, "2024-02-20", 30).at);
  EXPECT_EQ(heard.size(), world_.law.offices.size());
  heard.clear();
  ASSERT_TRUE(sow(world_, "2024-02-20", k_march, "1 2 3").ok());
  tell_ceremonies(world_, at_minute(k_desk, "2024-02-20", 40).at);
  EXPECT_TRUE(heard.empty()) << "the seed stands";
}

} // namespace
} // namespace ankao::planning
