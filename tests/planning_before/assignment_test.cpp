// SPDX-License-Identifier: Apache-2.0
// Examiners and the sessions of a published month: nobody examines where an interest is declared, nobody is in two rooms at once, and
// everybody sees the own sessions in the timetable and the feed.
#include "planning_before/support/published.hpp"

#include <memory>

#include "planning/rules/assignment.hpp"
#include "planning/service/assignments.hpp"
#include "planning/service/feeds.hpp"
#include "planning_before/support/ics.hpp"

namespace ankao::planning {
namespace {

class Assigned : public Published {
protected:
  Examiners examiners_ = [](db::Transaction&) { return std::vector<Examiner>{{"kaoping", "钱考评"}, {"kaoping2", "郑考评"}}; };

  std::string session() { return text("SELECT id AS x FROM planning_session ORDER BY date, slot, id LIMIT 1"); }
  std::string institution_in(const std::string& session) { return text("SELECT institution AS x FROM planning_seat WHERE session = '" + session + "' ORDER BY institution LIMIT 1"); }
  Result<Assignment> give(const std::string& session, const std::string& account) { return assign(world_, examiners_, at(k_desk, "2024-02-26"), {k_march, session, account}); }
  Result<Interest> declared(const ledger::Actor& actor, const std::string& account, const std::string& institution) {
    return declare_interest(world_, examiners_, at(actor, "2024-02-26"), {account, institution, "在该机构兼职授课"});
  }
};
INSTANTIATE_TEST_SUITE_P(Databases, Assigned, ::testing::Values("file", "postgresql"), [](const auto& kind) { return kind.param; });

const ledger::Actor k_examiner{"kaoping", "钱考评", "examiner", "own"};

TEST_P(Assigned, OneWithAnInterestInThoseExaminedIsRefused) {
  const std::string one = session();
  const std::string institution = institution_in(one);
  const auto interest = declared(k_examiner, "", institution);
  ASSERT_TRUE(interest.ok()) << interest.problem().id;
  EXPECT_EQ(declared(k_examiner, "", institution).problem().id, "planning.interest_doubled");
  EXPECT_EQ(give(one, "kaoping").problem().id, "planning.examiner_interest");
  EXPECT_TRUE(give(one, "kaoping2").ok()) << "another one may";
  ASSERT_TRUE(finish_interest(world_, at(k_desk, "2024-02-26"), interest->id, "已不再授课").ok());
  EXPECT_TRUE(give(one, "kaoping").ok());
  EXPECT_EQ(number("SELECT COUNT(*) AS x FROM ledger_event WHERE action LIKE 'interest.%' OR action LIKE 'assignment.%'"), 4);
}

TEST_P(Assigned, NobodyIsInTwoRoomsAtOnce) {
  const std::string one = session();
  ASSERT_TRUE(give(one, "kaoping").ok());
  EXPECT_EQ(give(one, "kaoping").problem().id, "planning.examiner_assigned");
  const std::string other = text("SELECT b.id AS x FROM planning_session a JOIN planning_session b ON a.month = b.month AND a.version = b.version AND a.date = b.date AND a.slot = b.slot AND a.id <> b.id WHERE a.id = '" + one + "' ORDER BY b.id LIMIT 1");
  EXPECT_EQ(give(other, "kaoping").problem().id, "planning.examiner_busy");
  EXPECT_EQ(give(one, "nobody").problem().id, "planning.examiner_unknown");
  EXPECT_EQ(give("no session", "kaoping").problem().id, "planning.session_unknown");
}

TEST_P(Assigned, AnInterestDeclaredLaterShowsOnTheBoard) {
  const std::string one = session();
  ASSERT_TRUE(give(one, "kaoping").ok());
  ASSERT_TRUE(declared(k_desk, "kaoping", institution_in(one)).ok()) << "the exam organisation may know it first";
  const auto board = look(world_.database, [&](db::Transaction& t) { return assignment_board(t, k_march); });
  ASSERT_TRUE(board.ok());
  EXPECT_EQ(board->interests.size(), 1u);
  EXPECT_TRUE(board->gone.empty());
  int staffed = 0;
  for (const auto& each : board->sessions) staffed += each.staff.empty() ? 0 : 1;
  EXPECT_EQ(staffed, 1);
}

TEST_P(Assigned, AnExaminerSpeaksForHimselfAlone) {
  EXPECT_EQ(declared(k_examiner, "kaoping2", institution_in(session())).problem().id, "planning.timetable_scope");
  EXPECT_EQ(declared(k_examiner, "", "GZ-Z99").problem().id, "planning.booking_institution_unknown");
}

TEST_P(Assigned, TheTimetableAndTheFeedShowTheOwnSessions) {
  const std::string one = session();
  const auto made = give(one, "kaoping");
  ASSERT_TRUE(made.ok());
  const auto sight = sight_of(k_examiner, {});
  ASSERT_TRUE(sight.ok()) << sight.problem().id;
  const auto seen = look(world_.database, [&](db::Transaction& t) { return seen_sessions(t, {k_march, 1}, *sight); });
  ASSERT_EQ(seen.size(), 1u);
  EXPECT_EQ(seen.front().session.id, one);
  const FeedPorts ports{[](std::span<std::uint8_t> bytes) { std::fill(bytes.begin(), bytes.end(), std::uint8_t{7}); }, [](const std::string&) { return std::optional<std::string>("own"); }, ""};
  const auto feed = create_feed(world_, ports, at(k_examiner, "2024-02-26"), {}, "我的考评", "zh");
  ASSERT_TRUE(feed.ok()) << feed.problem().id;
  const auto events = [&] { return tests::read_ics(*read_feed(world_, ports, feed->secret, at(k_examiner, "2024-02-27").at)).events.size(); };
  EXPECT_EQ(events(), 1u);
  EXPECT_EQ(unassign(world_, at(k_desk, "2024-02-27"), made->id, "").problem().id, "planning.text_missing");
  ASSERT_TRUE(unassign(world_, at(k_desk, "2024-02-27"), made->id, "生病").ok());
  EXPECT_EQ(unassign(world_, at(k_desk, "2024-02-27"), made->id, "生病").problem().id, "planning.assignment_ended");
  EXPECT_EQ(events(), 0u);
}

TEST(AssignmentRules, AnInterestOrAClashThatHasEndedStandsInNobodysWay) {
  Interest interest{"LH-000001", "a", "A", "GZ-A01", "某机构", "任教", "A", {}, "", "", std::nullopt};
  EXPECT_TRUE(interest_in({interest}, "a", {"GZ-A01", "GZ-A02"}).has_value());
  EXPECT_FALSE(interest_in({interest}, "b", {"GZ-A01"}).has_value()) << "another person's";
  EXPECT_FALSE(interest_in({interest}, "a", {"GZ-A02"}).has_value()) << "nobody of that institution sits";
  interest.ended_at = Instant{1};
  EXPECT_FALSE(interest_in({interest}, "a", {"GZ-A01"}).has_value());
  Assignment standing{"KP-000001", {2024, 3}, "s", "2024-03-04", "am", "a", "A", "B", {}, "", "", std::nullopt};
  EXPECT_TRUE(at_the_same_time({standing}, "a", "2024-03-04", "am").has_value());
  EXPECT_FALSE(at_the_same_time({standing}, "a", "2024-03-04", "pm").has_value());
  EXPECT_FALSE(at_the_same_time({standing}, "b", "2024-03-04", "am").has_value());
  standing.ended_at = Instant{1};
  EXPECT_FALSE(at_the_same_time({standing}, "a", "2024-03-04", "am").has_value());
}

} // namespace
} // namespace ankao::planning
