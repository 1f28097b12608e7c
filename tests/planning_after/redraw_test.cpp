// SPDX-License-Identifier: Apache-2.0
// A published plan that lost something becomes lawful again by a new version in which only those who were hit move.
#include <set>

#include "base/sm3.hpp"
#include "draw/bundle/verify.hpp"
#include "draw/check/check.hpp"
#include "draw/check/difference.hpp"
#include "draw/files/bundle_file.hpp"
#include "draw/files/files.hpp"
#include "draw/files/lost_file.hpp"
#include "planning/service/draws.hpp"
#include "planning/service/losses.hpp"
#include "planning/service/objections.hpp"
#include "planning/service/plan_rows.hpp"
#include "planning/service/redraws.hpp"
#include "planning_after/support/published.hpp"
#include "registry/service/suspensions.hpp"

namespace ankao::planning {
namespace {

class RedrawStory : public PublishedStory {
protected:
  Result<PlanVersion> start(const char* date) { return start_redraw(world_, at(k_desk, date), {k_march, "下一期开奖公告", quick(date), "考试点不能提供考场"}); }
  PlanVersion newest() {
    return look(world_.database, [](db::Transaction& t) { return *newest_version(t, k_march); });
  }
  std::string file(int version, const char* name) {
    return look(world_.database, [&](db::Transaction& t) { return find_file(t, k_march, version, name)->body; });
  }
  /// From the frozen redraw to its publication, the usual way.
  Result<PlanVersion> finish(const char* date) {
    if (const auto sown = sow(world_, date, k_march, "8 8 8 8"); !sown.ok()) return sown.problem();
    Draws draws(
        world_, [&] { return at_minute(k_desk, date, 33).at; }, [](const std::function<void()>& job) { job(); });
    if (const auto drawn = draws.start(at_minute(k_desk, date, 33), k_march); !drawn.ok()) return drawn.problem();
    if (!newest().lawful) return problem("planning.unlawful", {{"month", newest().failure}});
    if (const auto submitted = submit(world_, at_minute(k_desk, date, 34), k_march, ""); !submitted.ok()) return submitted.problem();
    for (const auto& one : look(world_.database, [&](db::Transaction& t) { return unapproved_exceptions(t, *newest_version(t, k_march)); }))
      if (const auto done = approve_exception(world_, at_minute(k_bureau, date, 35), k_march, one.institution, one.site, one.subject, "座位不足"); !done.ok()) return done.problem();
    return publish(world_, at_minute(k_bureau, date, 36), k_march, "");
  }
  std::vector<Loss> losses(const char* date) {
    return look(world_.database, [&](db::Transaction& t) { return losses_of(t, world_, *published_version(t, k_march), day(date)); });
  }
  draw::Difference changed(int from, int to) {
    return draw::difference(draw::read_instance(file(to, "instance.json"))->instance, *draw::read_plan(file(from, "plan.json")), *draw::read_plan(file(to, "plan.json")));
  }
};

INSTANTIATE_TEST_SUITE_P(Databases, RedrawStory, ::testing::Values("memory", "postgresql"), [](const auto& kind) { return kind.param; });

TEST_P(RedrawStory, ARefusedRoomIsEmptiedOnlyThoseMoveAndTheOldVersionStaysPublic) {
  EXPECT_EQ(start("2024-02-23").problem().id, "planning.redraw_nothing");
  const auto all = sites();
  for (const auto& site : all) ASSERT_TRUE(answer(site, "2024-02-23", false).ok());
  const auto hit = sessions(all[0]).back();
  ASSERT_TRUE(answer(all[0], "2024-02-23", true, {hit.id}, "考场漏水").ok());
  const std::string old_plan = file(1, "plan.json");

  const auto started = start("2024-02-26");
  ASSERT_TRUE(started.ok()) << started.problem().id;
  EXPECT_EQ(started->stage, Stage::Frozen);
  EXPECT_EQ(start("2024-02-26").problem().id, "planning.version_under_way");
  EXPECT_EQ(in_force_now().version, 1) << "the old one holds until the new one is published";
  const auto published = finish("2024-02-26");
  ASSERT_TRUE(published.ok()) << published.problem().id << " " << newest().failure;

  EXPECT_EQ(in_force_now().version, 2);
  EXPECT_EQ(file(1, "plan.json"), old_plan);
  const auto before = look(world_.database, [](db::Transaction& t) { return *find_version(t, k_march, 1); });
  EXPECT_EQ(before.stage, Stage::Superseded);
  EXPECT_NE(published->seed, before.seed) << "a fresh seed";
  const auto record = draw::read_bundle(file(2, "bundle.json"));
  ASSERT_TRUE(record.ok()) << record.problem().id << " " << record.problem().at;
  for (const auto& one : draw::verify_bundle(*record)) ADD_FAILURE() << one.id << " at " << one.at << ": anybody repeats the redraw from its one file";
  const auto difference = changed(1, 2);
  EXPECT_EQ(difference.hit, hit.candidates);
  EXPECT_GE(difference.moved, difference.hit);
  EXPECT_EQ(count("SELECT CAST(COALESCE(SUM(candidates), 0) AS BIGINT) AS n FROM planning_move WHERE version = 2 AND came = 0"), difference.moved);
  const Date first = *draw::read_lost(file(2, "lost.json"), draw::read_instance(file(1, "instance.json"))->instance)->not_before;
  EXPECT_EQ(to_string(first), "2024-02-29") << "three days after the public value of the 26th";
  for (const auto& one : sessions(all[0])) EXPECT_NE(one.room + one.date + one.slot, hit.room + hit.date + hit.slot);
  // Whoever moved is told, sites with the same sessions need not answer again, the province is to be told again.
  std::set<std::string> told;
  for (const auto& note : told_)
    if (note.topic == "plan.redraw") told.insert(note.scope_kind + ":" + note.scope_id);
  EXPECT_TRUE(told.contains("site:" + all[0]));
  EXPECT_GT(told.size(), 1U);
  EXPECT_GT(count("SELECT COUNT(*) AS n FROM planning_answer WHERE version = 2 AND carried_from = 1"), 0);
  EXPECT_EQ(count("SELECT COUNT(*) AS n FROM term WHERE deadline = 'plan_filing_again' AND state = 'open'"), 1);
  EXPECT_EQ(count("SELECT COUNT(*) AS n FROM term WHERE deadline = 'site_feedback' AND state = 'open' AND subject LIKE 'plan:2024-03/1/%'"), 0);
  EXPECT_TRUE(losses("2024-02-26").empty());
}

TEST_P(RedrawStory, ASuspensionRecordedAfterPublicationIsSeenAndRepaired) {
  const std::string site = sites()[1];
  const auto hit = sessions(site);
  ASSERT_TRUE(registry::record_suspension(world_.database, at(k_bureau, "2024-02-24"), {"", "site:" + site, day("2024-03-01"), day("2024-08-31"), "P-3.2", "整改"}).ok());
  const auto seen = losses("2024-02-24");
  ASSERT_EQ(seen.size(), 1U);
  EXPECT_EQ(seen[0].kind, LossKind::SiteSuspended);
  EXPECT_EQ(seen[0].sessions.size(), hit.size());
  watch_losses(world_, at(k_desk, "2024-02-24").at);
  ASSERT_EQ(told_.size(), 1U) << "nobody has to look at the desk to hear of it";
  EXPECT_EQ(told_[0].role, "exam_organisation");
  ASSERT_TRUE(start("2024-02-26").ok());
  const auto published = finish("2024-02-26");
  ASSERT_TRUE(published.ok()) << published.problem().id << " " << newest().failure;
  EXPECT_TRUE(sessions(site).empty());
  EXPECT_TRUE(losses("2024-02-26").empty());
}

TEST_P(RedrawStory, AnInstitutionThatIsSuspendedLosesItsSeatsAndNobodyElseMoves) {
  const auto someone = look(world_.database, [](db::Transaction& t) { return places_in(t, *published_version(t, k_march), "GZ-A15"); });
  ASSERT_FALSE(someone.empty());
  ASSERT_TRUE(registry::record_suspension(world_.database, at(k_bureau, "2024-02-24"), {"", "institution:GZ-A15", day("2024-03-01"), day("2024-05-31"), "C-3a", "违规"}).ok());
  ASSERT_EQ(losses("2024-02-24").size(), 1U);
  ASSERT_TRUE(start("2024-02-26").ok());
  ASSERT_TRUE(finish("2024-02-26").ok()) << newest().failure;
  EXPECT_TRUE(look(world_.database, [](db::Transaction& t) { return places_in(t, *published_version(t, k_march), "GZ-A15"); }).empty());
  for (const auto& batch : changed(1, 2).batches)
    for (const auto& place : batch.left) EXPECT_TRUE(place.lost) << batch.batch;
}

TEST_P(RedrawStory, AnUpheldObjectionMovesTheBatchAndItsReceiptSaysSo) {
  const auto first = sessions().front();
  const auto batch = look(world_.database, [&](db::Transaction& t) { return seats_of_sessions(t, {k_march, 1}, {first.id}).front(); });
  const Act trainee{{"public", "公众", "trainee", "own"}, at(k_desk, "2024-02-26").at};
  EXPECT_EQ(file_objection(world_, trainee, {k_march, batch.batch, "", "", "请打13800138000"}).problem().id, "planning.objection_personal");
  EXPECT_EQ(file_objection(world_, trainee, {k_march, "B-999999", "", "", "x"}).problem().id, "planning.code_unknown");
  const auto filed = file_objection(world_, trainee, {k_march, batch.batch, "", first.id, "当日有全国统一考试"});
  ASSERT_TRUE(filed.ok()) << filed.problem().id;
  EXPECT_EQ(filed->second.size(), 12U);
  EXPECT_EQ(file_objection(world_, {trainee.actor, at(k_desk, "2024-03-01").at}, {k_march, batch.batch, "", "", "x"}).problem().id, "planning.objection_over")
      << "five working days after the 22nd end on the 29th";
  EXPECT_TRUE(file_objection(world_, {trainee.actor, at(k_desk, "2024-02-29").at}, {k_march, batch.batch, "", "", "y"}).ok());
  const std::string id = filed->first.id;
  EXPECT_EQ(answer_objection(world_, at(k_desk, "2024-02-27"), {id, true, "成立", {}}).problem().id, "planning.objection_remedy");
  const Date later = *parse_date(first.date) + 1;
  ASSERT_TRUE(answer_objection(world_, at(k_desk, "2024-02-27"), {id, true, "成立，改期", later}).ok());
  EXPECT_TRUE(losses("2024-02-27").empty()) << "one person does not uphold it";
  EXPECT_EQ(confirm_objection(world_, at(k_desk, "2024-02-27"), id, true).problem().id, "planning.objection_same_person");
  ASSERT_TRUE(confirm_objection(world_, at(k_other_desk, "2024-02-27"), id, true).ok());
  ASSERT_EQ(losses("2024-02-27").size(), 1U);
  ASSERT_TRUE(start("2024-02-27").ok());
  ASSERT_TRUE(finish("2024-02-27").ok()) << newest().failure;
  const auto now = look(world_.database, [&](db::Transaction& t) { return places_of_batch(t, *published_version(t, k_march), batch.batch); });
  for (const auto& place : now) EXPECT_GE(place.session.date, to_string(later));
  EXPECT_EQ(objection_with(world_, "2 " + filed->second).problem().id, "planning.receipt_unknown");
  const auto seen = objection_with(world_, filed->second);
  ASSERT_TRUE(seen.ok());
  EXPECT_EQ(seen->repaired_in, 2);
}

} // namespace
} // namespace ankao::planning
