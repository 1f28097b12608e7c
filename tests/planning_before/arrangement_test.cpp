// SPDX-License-Identifier: Apache-2.0
// What stands beside bookings: students at their own school with a recorded basis, candidates examined in another city.
#include "planning/service/arrangements.hpp"
#include "planning/service/bookings.hpp"
#include "planning/support/story.hpp"

namespace ankao::planning {
namespace {

class Beside : public Story {
protected:
  /// A booking of people, not of the demo: the school trains the subject and has students in attendance.
  std::string booked(const std::string& institution, const std::string& subject, bool own_school) {
    BookingInput in;
    in.month = k_march;
    in.institution = institution;
    in.class_id = "X-" + subject + (own_school ? "-own" : "");
    in.subject = subject;
    in.own_school = own_school;
    in.class_opened = in.started = day("2024-02-05");
    in.planned_completed = day("2024-02-19");
    in.completed = day("2024-02-19");
    in.candidates = 20;
    in.late_reason = "系统故障";
    const auto made = create_booking(world_, at(k_desk, "2024-02-20"), in);
    EXPECT_TRUE(made.ok()) << made.problem().id << " " << made.problem().at;
    return made.ok() ? made->id : "";
  }

  std::string first(const std::string& sql) {
    return look(world_.database, [&](db::Transaction& t) {
      const auto rows = t.query(sql);
      return rows.empty() ? std::string() : rows.text(0, "x");
    });
  }

  BuildInput input() {
    return look(world_.database, [&](db::Transaction& t) {
      PlanVersion plan;
      plan.month = k_march;
      plan.slots = world_.law.default_slots;
      return load_input(t, world_, plan, day("2024-02-20"));
    });
  }
};
INSTANTIATE_TEST_SUITE_P(Databases, Beside, ::testing::Values("file", "postgresql"), [](const auto& kind) { return kind.param; });

const Booking* in_draw(const BuildInput& input, const std::string& id) {
  for (const auto& one : input.bookings)
    if (one.id == id) return &one;
  return nullptr;
}

ArrangementWanted elsewhere(const std::string& booking, const std::string& city = "440300") { return {ArrangementKind::CrossCity, booking, "深圳市考试机构", city, "穗考函〔2024〕3号", "本市无设备"}; }

TEST_P(Beside, CandidatesOfAnotherCityLeaveTheDrawAndComeBack) {
  const std::string id = first("SELECT id AS x FROM planning_booking WHERE subject = 'OP27' OR subject = 'OP07' OR subject = 'OP08' ORDER BY id LIMIT 1");
  ASSERT_NE(id, "");
  EXPECT_NE(in_draw(input(), id), nullptr);
  EXPECT_EQ(record_arrangement(world_, at(k_desk, "2024-02-20"), elsewhere(id, world_.city)).problem().id, "planning.arrangement_city") << "the own city is no other one";
  EXPECT_EQ(record_arrangement(world_, at(k_desk, "2024-02-20"), elsewhere(id, "4403")).problem().id, "planning.arrangement_city");
  const auto made = record_arrangement(world_, at(k_desk, "2024-02-20"), elsewhere(id));
  ASSERT_TRUE(made.ok()) << made.problem().id;
  EXPECT_EQ(record_arrangement(world_, at(k_desk, "2024-02-20"), elsewhere(id)).problem().id, "planning.arrangement_doubled");
  const auto without = input();
  EXPECT_EQ(in_draw(without, id), nullptr);
  EXPECT_EQ(without.elsewhere, std::vector<std::string>{id});
  EXPECT_EQ(finish_arrangement(world_, at(k_desk, "2024-02-20"), made->id, "").problem().id, "planning.text_missing");
  ASSERT_TRUE(finish_arrangement(world_, at(k_desk, "2024-02-20"), made->id, "设备已到").ok());
  EXPECT_EQ(finish_arrangement(world_, at(k_desk, "2024-02-20"), made->id, "设备已到").problem().id, "planning.arrangement_ended");
  EXPECT_NE(in_draw(input(), id), nullptr);
  EXPECT_EQ(count("SELECT COUNT(*) AS n FROM ledger_event WHERE action LIKE 'arrangement.%'"), 2);
}

TEST_P(Beside, OnlyListedSubjectsAndOnlyByTheExamOrganisation) {
  const std::string low = first("SELECT id AS x FROM planning_booking WHERE subject = 'OP01' ORDER BY id LIMIT 1");
  EXPECT_EQ(record_arrangement(world_, at(k_desk, "2024-02-20"), elsewhere(low)).problem().id, "planning.arrangement_subject");
  const std::string institution = first("SELECT institution AS x FROM planning_booking WHERE id = '" + low + "'");
  const ledger::Actor own{"jigou", "孙七", "institution", "institution:" + institution}, other{"jigou2", "孙八", "institution", "institution:GZ-Z99"};
  EXPECT_EQ(record_arrangement(world_, at(own, "2024-02-20"), elsewhere(low)).problem().id, "planning.arrangement_city_only");
  EXPECT_EQ(record_arrangement(world_, at(other, "2024-02-20"), elsewhere(low)).problem().id, "planning.booking_unknown");
}

TEST_P(Beside, TheDaysAgreedStandInOrderAndAfterTheTraining) {
  const std::string id = first("SELECT id AS x FROM planning_booking WHERE subject = 'OP27' OR subject = 'OP07' OR subject = 'OP08' ORDER BY id LIMIT 1");
  const Date trained = *parse_date(first("SELECT completed AS x FROM planning_booking WHERE id = '" + id + "'"));
  const auto on = [&](std::optional<Date> from, std::optional<Date> until) {
    auto wanted = elsewhere(id);
    wanted.held_from = from;
    wanted.held_until = until;
    return record_arrangement(world_, at(k_desk, "2024-02-20"), wanted);
  };
  EXPECT_EQ(on(trained + 2, trained + 1).problem().id, "planning.arrangement_days") << "in order";
  EXPECT_EQ(on(trained + 2, std::nullopt).problem().id, "planning.arrangement_days") << "both or none";
  EXPECT_EQ(on(trained, trained + 1).problem().id, "planning.arrangement_too_soon") << "on the last day of the training is too soon";
  const auto made = on(trained + 1, trained + 1);
  ASSERT_TRUE(made.ok()) << made.problem().id;
  EXPECT_EQ(made->held_from, to_string(trained + 1));
  const auto told = look(world_.database, [&](db::Transaction& t) { return arrangement_in(t, made->id); });
  ASSERT_TRUE(told.has_value());
  EXPECT_EQ(told->booking.id, id);
  EXPECT_EQ(told->arrangement.held_until, to_string(trained + 1));
}

TEST_P(Beside, AFrozenBookingIsNotArrangedAnyMore) {
  const std::string id = first("SELECT id AS x FROM planning_booking WHERE subject = 'OP07' OR subject = 'OP08' ORDER BY id LIMIT 1");
  ASSERT_TRUE(freeze_demo(world_, at(k_desk, "2024-02-20"), k_march).ok());
  EXPECT_EQ(record_arrangement(world_, at(k_desk, "2024-02-20"), elsewhere(id)).problem().id, "planning.booking_frozen");
}

TEST_P(Beside, OwnSchoolWithoutARecordedBasisIsDrawnLikeAllOthers) {
  const std::string school = first("SELECT institution AS x FROM planning_booking WHERE own_school = 1 ORDER BY id LIMIT 1");
  ASSERT_NE(school, "") << "the demo has students at their own school";
  const std::string subject = first("SELECT subject AS x FROM planning_booking WHERE own_school = 1 AND institution = '" + school + "' ORDER BY id LIMIT 1");
  const std::string id = booked(school, subject, true);
  const auto before = input();
  EXPECT_FALSE(in_draw(before, id)->own_school);
  EXPECT_EQ(before.no_basis, std::vector<std::string>{id});
  const ledger::Actor own{"jigou", "孙七", "institution", "institution:" + school};
  const auto made = record_arrangement(world_, at(own, "2024-02-20"), {ArrangementKind::OwnSchool, id, "某技师学院", "made up", "学籍证明2024-8", "在校生"});
  ASSERT_TRUE(made.ok()) << made.problem().id;
  EXPECT_TRUE(made->authority == "education" || made->authority == "human_resources") << "what the register says, not what was typed";
  EXPECT_TRUE(in_draw(input(), id)->own_school);
  const std::string plain = booked(school, "theory", false);
  EXPECT_EQ(record_arrangement(world_, at(own, "2024-02-20"), {ArrangementKind::OwnSchool, plain, "某技师学院", "", "x", "在校生"}).problem().id, "planning.arrangement_not_own_school");
}

} // namespace
} // namespace ankao::planning
