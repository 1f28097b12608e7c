// SPDX-License-Identifier: Apache-2.0
#include "base/sm3.hpp"
#include "deadlines/store/terms.hpp"
#include "draw/bundle/verify.hpp"
#include "draw/check/check.hpp"
#include "draw/engine/engine.hpp"
#include "draw/files/bundle_file.hpp"
#include "draw/files/files.hpp"
#include "planning/service/bookings.hpp"
#include "planning/service/draws.hpp"
#include "planning/service/plan_rows.hpp"
#include "planning/support/story.hpp"

namespace ankao::planning {
namespace {

INSTANTIATE_TEST_SUITE_P(Databases, Story, ::testing::ValuesIn(tests::k_stores), [](const auto& kind) { return kind.param; });

constexpr std::int64_t k_work = 20'000;

class Desk {
public:
  Desk(const World& world)
      : world_(world) {}
  Result<PlanVersion> open(const char* date = "2024-02-20", const std::string& reason = "") {
    Announcement in;
    in.month = k_march;
    in.announced_source = "2024年2月22日开奖的体育彩票";
    in.reason = reason;
    return announce(world_, at(k_desk, date), in);
  }
  void approve_all() {
    const auto plan = look(world_.database, [&](db::Transaction& t) { return *newest_version(t, k_march); });
    const auto built = look(world_.database, [&](db::Transaction& t) { return build(load_input(t, world_, plan, day("2024-02-20"))); });
    for (const auto& waiver : built.waivers)
      if (waiver.needs_approval) {
        EXPECT_TRUE(
            approve_waiver(world_, at(k_bureau, "2024-02-20"), k_march, waiver.institution, waiver.subject, "本市没有其他考试点").ok());
      }
  }
  Result<PlanVersion> draw() {
    Draws draws(
        world_, [] { return at(k_desk, "2024-02-22").at; }, [](const std::function<void()>& job) { job(); });
    return draws.start(at(k_desk, "2024-02-22"), k_march);
  }
  void up_to_submitted() {
    ASSERT_TRUE(open().ok());
    approve_all();
    const auto frozen = freeze(world_, at(k_desk, "2024-02-21"), k_march, quick("2024-02-21"), k_work);
    ASSERT_TRUE(frozen.ok()) << frozen.problem().id;
    ASSERT_TRUE(sow(world_, "2024-02-21", k_march, "1 2 3 4 5 6 7").ok());
    ASSERT_TRUE(draw().ok());
    ASSERT_TRUE(submit(world_, at(k_desk, "2024-02-22"), k_march, "").ok());
    for (const auto& one : look(world_.database, [&](db::Transaction& t) { return exceptions_of(t, *newest_version(t, k_march)); }))
      ASSERT_TRUE(approve_exception(world_, at(k_bureau, "2024-02-23"), k_march, one.institution, one.site, one.subject, "座位不足").ok());
  }

private:
  const World& world_;
};

TEST_P(Story, AMonthFromOpeningToPublication) {
  Desk desk(world_);
  EXPECT_EQ(freeze(world_, at(k_desk, "2024-02-20"), k_march, quick("2024-02-20")).problem().id, "planning.month_unknown");
  BookingInput gas;
  gas.month = k_march;
  gas.institution = "GZ-A15";
  gas.class_id = "GAS-1";
  gas.subject = "OP27";
  gas.class_opened = gas.started = day("2024-02-05");
  gas.planned_completed = day("2024-02-19");
  gas.completed = day("2024-02-19");
  gas.candidates = 20;
  gas.late_reason = "系统故障";
  ASSERT_TRUE(create_booking(world_, at(k_desk, "2024-02-20"), gas).ok());
  ASSERT_TRUE(desk.open().ok());
  const auto blocked = freeze(world_, at(k_desk, "2024-02-21"), k_march, quick("2024-02-21"), k_work);
  ASSERT_FALSE(blocked.ok()) << "gas work has no other owner's site: without approval nothing is frozen (G-12)";
  EXPECT_EQ(blocked.problem().parts.front().id, "planning.finding_waiver_needed");
  desk.approve_all();
  EXPECT_EQ(sow(world_, "2024-02-21", k_march, "1").problem().id, "planning.wrong_stage");

  const auto frozen = freeze(world_, at(k_desk, "2024-02-21"), k_march, quick("2024-02-21"), k_work);
  ASSERT_TRUE(frozen.ok()) << frozen.problem().id;
  EXPECT_EQ(to_hex(sm3(file(*frozen, "instance.json"))), frozen->instance_sm3);
  EXPECT_TRUE(frozen->demo);
  EXPECT_EQ(desk.open().problem().id, "planning.wrong_stage");
  EXPECT_EQ(sow(world_, "2024-02-21", k_march, " 1").problem().id, "planning.text_blanks");
  const auto sown = sow(world_, "2024-02-21", k_march, "1 2 3 4 5 6 7");
  ASSERT_TRUE(sown.ok());
  EXPECT_EQ(sown->seed, to_hex(Sm3().update(*digest_from_hex(frozen->instance_sm3)).update("1 2 3 4 5 6 7").digest()));

  ASSERT_TRUE(desk.draw().ok());
  const auto drawn = newest();
  ASSERT_EQ(drawn.stage, Stage::Drawn) << drawn.failure;
  EXPECT_TRUE(drawn.lawful);
  EXPECT_GT(drawn.placed, 0);
  EXPECT_EQ(count("SELECT CAST(SUM(candidates) AS BIGINT) AS n FROM planning_seat"), drawn.placed);
  EXPECT_EQ(publish(world_, at(k_bureau, "2024-02-23"), k_march, "").problem().id, "planning.wrong_stage");
  ASSERT_TRUE(submit(world_, at(k_desk, "2024-02-22"), k_march, "").ok());
  for (const auto& one : look(world_.database, [&](db::Transaction& t) { return exceptions_of(t, newest()); })) {
    EXPECT_EQ(publish(world_, at(k_bureau, "2024-02-23"), k_march, "").problem().id, "planning.exceptions_open");
    ASSERT_TRUE(approve_exception(world_, at(k_bureau, "2024-02-23"), k_march, one.institution, one.site, one.subject, "座位不足").ok());
  }
  const auto published = publish(world_, at(k_bureau, "2024-02-23"), k_march, "");
  ASSERT_TRUE(published.ok()) << published.problem().id;
  EXPECT_EQ(changed_, 1);
  EXPECT_EQ(count("SELECT COUNT(*) AS n FROM planning_booking WHERE state = 'planned'"),
            count("SELECT COUNT(*) AS n FROM planning_batch WHERE state = 'placed'"));
  EXPECT_GT(count("SELECT COUNT(*) AS n FROM planning_visit WHERE source = 'plan:2024-03'"), 0);
  EXPECT_EQ(count("SELECT COUNT(*) AS n FROM ledger_event WHERE action = 'plan.publish' AND clause = 'S-2.3'"), 1);
}

TEST_P(Story, ThePublishedRecordIsRepeatedByteForByte) {
  Desk desk(world_);
  desk.up_to_submitted();
  const auto published = publish(world_, at(k_bureau, "2024-02-23"), k_march, "");
  ASSERT_TRUE(published.ok()) << published.problem().id;
  const auto instance = draw::read_instance(file(*published, "instance.json"));
  ASSERT_TRUE(instance.ok());
  draw::EngineOptions options;
  options.work_limit = published->work_limit;
  const auto again = draw::solve(instance->instance, instance->digest, *digest_from_hex(published->seed), options);
  EXPECT_EQ(draw::write_plan(again), file(*published, "plan.json"));
  EXPECT_TRUE(draw::check(instance->instance, instance->digest, again).lawful());
  EXPECT_NE(file(*published, "record.json").find(published->plan_sm3), std::string::npos);
  const auto bundle = draw::read_bundle(file(*published, "bundle.json"));
  ASSERT_TRUE(bundle.ok()) << bundle.problem().id << " " << bundle.problem().at;
  for (const auto& one : draw::verify_bundle(*bundle)) ADD_FAILURE() << one.id << " at " << one.at;
}

TEST_P(Story, AReturnedVersionStaysAndTheNextOneSupersedes) {
  Desk desk(world_);
  desk.up_to_submitted();
  EXPECT_EQ(send_back(world_, at(k_bureau, "2024-02-23"), k_march, "").problem().id, "planning.text_missing");
  ASSERT_TRUE(send_back(world_, at(k_bureau, "2024-02-23"), k_march, "座位数有误").ok());
  const auto returned_digest = newest().instance_sm3;
  desk.up_to_submitted();
  ASSERT_TRUE(publish(world_, at(k_bureau, "2024-02-23"), k_march, "").ok());
  EXPECT_EQ(newest().version, 2);
  EXPECT_NE(file(newest(), "record.json").find(returned_digest), std::string::npos) << "what was frozen before stays on the record";
  const auto placed = count("SELECT CAST(SUM(placed) AS BIGINT) AS n FROM planning_booking");

  EXPECT_EQ(desk.open("2024-02-26").problem().id, "planning.reason_missing");
  ASSERT_TRUE(desk.open("2024-02-26", "考试点停用").ok());
  EXPECT_EQ(look(world_.database, [](db::Transaction& t) { return published_version(t, k_march); })->version, 2)
      << "the old one stays in force";
  ASSERT_TRUE(freeze(world_, at(k_desk, "2024-02-26"), k_march, quick("2024-02-26"), k_work).ok());
  EXPECT_EQ(newest().batches, look(world_.database, [](db::Transaction& t) { return *find_version(t, k_march, 2); }).batches);
  ASSERT_TRUE(sow(world_, "2024-02-26", k_march, "7 6 5").ok());
  ASSERT_TRUE(desk.draw().ok());
  ASSERT_TRUE(submit(world_, at(k_desk, "2024-02-26"), k_march, "").ok());
  for (const auto& one : look(world_.database, [&](db::Transaction& t) { return exceptions_of(t, newest()); }))
    ASSERT_TRUE(approve_exception(world_, at(k_bureau, "2024-02-26"), k_march, one.institution, one.site, one.subject, "座位不足").ok());
  ASSERT_TRUE(publish(world_, at(k_bureau, "2024-02-26"), k_march, "").ok());
  EXPECT_EQ(look(world_.database, [](db::Transaction& t) { return find_version(t, k_march, 2); })->stage, Stage::Superseded);
  EXPECT_EQ(count("SELECT CAST(SUM(placed) AS BIGINT) AS n FROM planning_booking"),
            placed - 0 + newest().placed - look(world_.database, [](db::Transaction& t) { return find_version(t, k_march, 2); })->placed)
      << "candidates count once";
}

TEST_P(Story, ADrawThatDiedCanBeStartedAgain) {
  Desk desk(world_);
  ASSERT_TRUE(desk.open().ok());
  desk.approve_all();
  ASSERT_TRUE(freeze(world_, at(k_desk, "2024-02-21"), k_march, quick("2024-02-21"), k_work).ok());
  ASSERT_TRUE(sow(world_, "2024-02-21", k_march, "1").ok());
  std::function<void()> lost;
  Draws first(
      world_, [] { return at(k_desk, "2024-02-22").at; }, [&](std::function<void()> job) { lost = std::move(job); });
  ASSERT_TRUE(first.start(at(k_desk, "2024-02-22"), k_march).ok());
  EXPECT_EQ(first.start(at(k_desk, "2024-02-22"), k_march).problem().id, "planning.draw_running");
  Draws second(
      world_, [] { return at(k_desk, "2024-02-22").at; }, [](const std::function<void()>& job) { job(); });
  std::vector<DrawEvent::Kind> heard;
  ASSERT_TRUE(second.listen(k_march, [&](const DrawEvent& event) { return heard.push_back(event.kind), true; }).ok());
  Act later = at(k_desk, "2024-02-22");
  later.at.ms += k_lost_after_ms;
  ASSERT_TRUE(second.start(later, k_march).ok());
  EXPECT_EQ(newest().stage, Stage::Drawn);
  ASSERT_GE(heard.size(), 2U);
  EXPECT_EQ(heard.front(), DrawEvent::Kind::Progress);
  EXPECT_EQ(heard.back(), DrawEvent::Kind::Done);
}

TEST_P(Story, AnInstitutionBooksForItselfOnly) {
  const auto& sample = bookings_.front();
  const ledger::Actor own{"jigou", "赵六", "institution", "institution:" + sample.institution};
  const ledger::Actor other{"jigou2", "钱七", "institution", "institution:GZ-X99"};
  BookingInput input;
  input.institution = sample.institution;
  input.class_id = "NEW-1";
  input.subject = sample.subject == k_theory ? "OP01" : sample.subject;
  input.class_opened = day("2024-02-19");
  input.started = day("2024-02-19");
  input.planned_completed = day("2024-03-05");
  input.candidates = 30;
  EXPECT_EQ(create_booking(world_, at(other, "2024-02-20"), input).problem().id, "planning.out_of_scope");
  const auto made = create_booking(world_, at(own, "2024-02-20"), input);
  ASSERT_TRUE(made.ok()) << made.problem().parts.front().id;
  EXPECT_EQ(to_string(made->month), "2024-04");
  EXPECT_EQ(made->working_days_late, 0);
  EXPECT_EQ(create_booking(world_, at(own, "2024-02-20"), input).problem().id, "planning.booking_doubled");
  EXPECT_EQ(withdraw_booking(world_, at(other, "2024-02-20"), made->id, "x").problem().id, "planning.booking_unknown");
  EXPECT_EQ(find_bookings(world_, other, {})->total, 0);
  BookingFilter foreign;
  foreign.institution = sample.institution;
  EXPECT_EQ(find_bookings(world_, other, foreign).problem().id, "planning.out_of_scope");

  input.class_id = "NEW-2";
  const auto late = create_booking(world_, at(own, "2024-02-23"), input);
  ASSERT_FALSE(late.ok());
  EXPECT_EQ(late.problem().parts.front().id, "planning.booking_late");
  input.late_reason = "系统故障";
  EXPECT_EQ(create_booking(world_, at(own, "2024-02-23"), input)->working_days_late, 1);

  const auto changed = change_booking(world_, at(own, "2024-02-23"), {made->id, made->version, "两人退学", 28, {}, {}, {}});
  ASSERT_TRUE(changed.ok());
  EXPECT_EQ(change_booking(world_, at(own, "2024-02-23"), {made->id, made->version, "再改", 27, {}, {}, {}}).problem().id,
            "planning.booking_stale");
  ASSERT_TRUE(withdraw_booking(world_, at(own, "2024-02-23"), made->id, "停办").ok());
  EXPECT_EQ(count("SELECT COUNT(*) AS n FROM ledger_event WHERE subject = 'booking:" + made->id + "'"), 3);
}

TEST_P(Story, ARetakesTwoMonthsEndWithItsBooking) {
  BookingInput retake;
  retake.month = k_march;
  retake.kind = BookingKind::Retake;
  retake.institution = "GZ-A15";
  retake.class_id = "RE-1";
  retake.subject = "OP01";
  retake.class_opened = retake.started = day("2023-12-05");
  retake.planned_completed = day("2023-12-19");
  retake.completed = day("2023-12-19");
  retake.regular_exam = day("2024-01-10");
  retake.candidates = 3;
  const auto booked = create_booking(world_, at(k_desk, "2024-02-20"), retake);
  ASSERT_TRUE(booked.ok()) << booked.problem().id;
  const auto term = [&] { return look(world_.database, [&](db::Transaction& t) { return deadlines::store::term(t, "retake", "retake:" + booked->id); }); };
  ASSERT_TRUE(term());
  EXPECT_EQ(term()->state, deadlines::TermState::Open);
  ASSERT_TRUE(withdraw_booking(world_, at(k_desk, "2024-02-21"), booked->id, "学员已转往外市").ok());
  EXPECT_EQ(term()->state, deadlines::TermState::Waived);
  EXPECT_EQ(term()->close_reason, "学员已转往外市");
}

TEST_P(Story, AFrozenBookingCannotBeChanged) {
  Desk desk(world_);
  ASSERT_TRUE(desk.open().ok());
  desk.approve_all();
  ASSERT_TRUE(freeze(world_, at(k_desk, "2024-02-21"), k_march, quick("2024-02-21"), k_work).ok());
  const auto id =
      look(world_.database, [](db::Transaction& t) { return t.query("SELECT MIN(id) AS id FROM planning_batch").text(0, "id"); });
  EXPECT_EQ(withdraw_booking(world_, at(k_desk, "2024-02-21"), id, "停办").problem().id, "planning.booking_frozen");
}

TEST_P(Story, AnImportStoresAllOrNothing) {
  const auto before = count("SELECT COUNT(*) AS n FROM planning_booking");
  BookingRow good;
  good.row = 2;
  good.input.institution = "GZ-A01";
  good.input.class_id = "I-1";
  good.input.subject = "OP01";
  good.input.class_opened = good.input.started = day("2024-02-19");
  good.input.planned_completed = day("2024-03-01");
  BookingRow bad = good;
  bad.row = 3;
  bad.input.class_id = "I-2";
  bad.input.subject = "OP27";
  const auto refused = store_bookings(world_, at(k_desk, "2024-02-20"), {good, bad, good}, false);
  EXPECT_EQ(refused.stored, 0);
  ASSERT_EQ(refused.bad.size(), 2U);
  EXPECT_EQ(refused.bad[0].faults.front().id, "planning.booking_subject_not_trained");
  EXPECT_EQ(refused.bad[1].faults.front().id, "planning.booking_row_doubled");
  EXPECT_EQ(count("SELECT COUNT(*) AS n FROM planning_booking"), before);
  EXPECT_EQ(store_bookings(world_, at(k_desk, "2024-02-20"), {good}, true).stored, 0);
  EXPECT_EQ(store_bookings(world_, at(k_desk, "2024-02-20"), {good}, false).stored, 1);
  EXPECT_EQ(count("SELECT COUNT(*) AS n FROM planning_booking"), before + 1);
}

} // namespace
} // namespace ankao::planning
