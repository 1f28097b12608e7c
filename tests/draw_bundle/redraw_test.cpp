// SPDX-License-Identifier: Apache-2.0
// The record of a redraw holds what it started from, so that anybody repeats it with that one file.
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "draw/support/chance.hpp"
#include "draw_bundle/support/redraws.hpp"

namespace ankao::draw::testing {
namespace {

using Json = nlohmann::json;

TEST(RedrawRecord, IsRepeatedFromItsOneFile) {
  const Bundle good = good_redraw();
  ASSERT_NE(good.plan.sessions, good.former->plan.sessions) << "somebody moved";
  EXPECT_EQ(found_in(good), "");
  const auto read = read_bundle(write_bundle(good));
  ASSERT_TRUE(read.ok() && read->former);
  EXPECT_EQ(write_bundle(*read), write_bundle(good));
}

TEST(RedrawRecord, HoldsToTheDayBeforeWhichNobodyMoves) {
  Lost lost = first_room(good_bundle());
  lost.not_before = make_date(2024, 3, 5);
  const Bundle b = good_bundle();
  const auto after = read_instance(write_instance(after_loss(b.instance, lost)));
  Bundle again = redrawn(lost);
  const auto later = redraw(after->instance, after->digest, b.plan, *digest_from_hex(again.seed), *lost.not_before);
  ASSERT_TRUE(later.ok()) << later.problem().id;
  again.plan = *later;
  again.records.exceptions.clear();
  for (const auto& e : again.plan.exceptions) again.records.exceptions.push_back({e.institution, e.site, e.subject, e.visits, Approved{"too few sites", "city_bureau", hour(140)}});
  EXPECT_EQ(found_in(again), "");
}

TEST(RedrawRecord, WhereNobodyIsHitThePlanStandsWithTheSeedItHad) {
  Lost nothing;
  nothing.institutions = {{2, {make_date(2024, 5, 1), make_date(2024, 5, 2)}}};
  const Bundle b = redrawn(nothing);
  EXPECT_EQ(b.plan.seed, b.former->plan.seed);
  EXPECT_EQ(found_in(b), "");
}

TEST(RedrawRecord, APlanThatIsNotThatOfTheFormerAfterTheLossIsNamed) {
  Bundle b = good_redraw();
  b.former->lost = {};
  EXPECT_NE(found_in(b).find("draw.bundle.former_differs at /former\n"), std::string::npos);

  b = good_redraw();
  b.former->plan.sessions.front().seats.front().candidates -= 1;
  EXPECT_NE(found_in(b).find("draw.fault.unplaced_hidden at /former/plan/unplaced"), std::string::npos);

  b = good_redraw();
  b.former.reset();
  EXPECT_NE(found_in(b).find("draw.bundle.engine_unknown at /engine\n"), std::string::npos) << "a redraw without what it started from cannot be repeated";

  b = good_bundle();
  b.former = good_redraw().former;
  EXPECT_NE(found_in(b).find("draw.bundle.engine_unknown at /engine\n"), std::string::npos) << "a whole draw with a former plan is none";
}

TEST(RedrawRecord, AnExceptionOfThePlanBeforeKeepsItsApproval) {
  Bundle b = good_redraw();
  ASSERT_FALSE(b.plan.exceptions.empty());
  b.former->plan.exceptions = b.plan.exceptions; // to the same extent
  for (auto& one : b.records.exceptions) one.approval->at = hour(100);
  EXPECT_EQ(found_in(b).find("exception_not_approved"), std::string::npos);
  b.former->plan.exceptions.clear();
  EXPECT_NE(found_in(b).find("draw.bundle.exception_not_approved"), std::string::npos);
}

TEST(RedrawRecord, HundredsOfRandomBitsAreFound) {
  const std::string good = write_bundle(good_redraw());
  Chance chance(20240306);
  for (int i = 0; i < 600; ++i) {
    std::string bad = good;
    const auto byte = static_cast<std::size_t>(chance.between(0, static_cast<int>(good.size()) - 1));
    bad[byte] = static_cast<char>(static_cast<unsigned char>(bad[byte]) ^ (1U << chance.between(0, 7)));
    EXPECT_NE(found_in(bad), "") << "byte " << byte << " became " << bad.substr(byte < 20 ? 0 : byte - 20, 40);
  }
}

/// The former plan's own seed is proven by the record of that plan.
TEST(RedrawRecord, NewDigestsDoNotHelpWhoBendsWhatItStartedFrom) {
  const Json good = Json::parse(write_bundle(good_redraw()));
  for (const char* at : {"/former/instance/batches/0/candidates", "/former/instance/sites/0/public_base", "/former/lost/rooms/0/to",
                         "/former/plan/levels/Q", "/former/plan/instance_sm3"}) {
    Json bad = good;
    Json& value = bad[Json::json_pointer(at)];
    if (value.is_number()) value = value.get<std::int64_t>() + 1;
    else if (value.is_boolean()) value = !value.get<bool>();
    else if (std::string(at).ends_with("/to")) value = "2024-03-04";
    else value = std::string(64, '0'); // the digest of its instance
    bad.erase("digests");
    EXPECT_NE(found_in(bad.dump()), "") << at;
  }
}

} // namespace
} // namespace ankao::draw::testing
