// SPDX-License-Identifier: Apache-2.0
// A campaign from its start to closed problems, on every database: who may inspect, retries, two devices, signature, repeats, limits.
#include <gtest/gtest.h>

#include <nlohmann/json.hpp>

#include "db/support/stores.hpp"
#include "db/use_case.hpp"
#include "deadlines/service/calendar.hpp"
#include "inspection/files/checklists.hpp"
#include "inspection/rules/visits.hpp"
#include "inspection/service/campaigns.hpp"
#include "inspection/service/checklists.hpp"
#include "inspection/service/defects.hpp"
#include "inspection/service/official.hpp"
#include "inspection/service/visits.hpp"
#include "inspection/store/inspection.hpp"
#include "inspection_service/support/records.hpp"
#include "ledger/service/ledger.hpp"
#include "registry/service/imports.hpp"
#include "registry/service/snapshot.hpp"

namespace ankao::inspection {
namespace {

Date day(const std::string& text) { return *parse_date(text); }
Instant at(const std::string& text) { return {start_of(day(text)).ms + 10 * 3'600'000}; }

const ledger::Actor k_chen{"chen", "陈科长", "city_bureau", "city"};
const ledger::Actor k_lin{"lin", "林科长", "city_bureau", "city"};
const ledger::Actor k_he{"he", "何队长", "district_bureau", "district:440111"};
const ledger::Actor k_wu{"wu", "吴队员", "district_bureau", "district:440111"};
const ledger::Actor k_liang{"liang", "梁老师", "institution", "institution:GZ-A01"};
const Viewer k_city{"city", ""};

tests::Prepared started() {
  return {"inspection", [](db::Database& database) {
            std::vector<db::Migration> steps = ledger::migrations();
            for (auto& more : {registry::migrations(), deadlines::migrations(), migrations()}) steps.insert(steps.end(), more.begin(), more.end());
            db::migrate(database, steps);
            ensure(registry::import_annex6(database, at("2023-11-05")).ok(), "Annex 6 is read");
            ensure(create_campaign(database, k_chen, at("2023-11-06"), {2023, "2023年专项检查"}).ok(), "the campaign starts");
          }};
}

template <class T>
std::string refusal(const Result<T>& result) {
  return result.ok() ? "" : result.problem().id;
}
template <class T>
const T& must(const Result<T>& result) {
  if (!result.ok()) throw std::runtime_error("refused: " + result.problem().id + " at " + result.problem().at);
  return *result;
}

class Inspection : public ::testing::TestWithParam<std::string> {
protected:
  db::Database& database() { return store_.database(); }
  template <class Work>
  auto look(const Work& work) {
    return db::look(database(), work);
  }

  std::vector<Target> all(const std::string& checklist) {
    store::Filter filter;
    filter.viewer = k_city;
    filter.campaign = "SI-2023";
    filter.checklist = checklist;
    filter.limit = 500;
    std::vector<Target> out;
    for (const auto& one : look([&](db::Transaction& t) { return store::targets(t, filter); }).rows) out.push_back(one.target);
    return out;
  }
  Target theory() { return all("theory_site").front(); }
  Viewer home(const Target& target) { return {"district", target.district}; }
  Visit plan(const Target& target, const std::string& planned = "2023-11-22") {
    return must(plan_visit(database(), k_he, at("2023-11-20"), home(target), {"SI-2023", "enforcement", target.id, day(planned), {}}));
  }
  AnswerForm met(const Visit& visit, const Item& item, Column column) {
    AnswerForm form{visit.id, "client-" + visit.id + "-" + item.id + "-" + name_of(column), 0, {item.id, column, {}, false, "", ""}, false};
    for (char& c : form.client)
      if (c == '.' || c == '_') c = '-';
    for (const Part& part : item.parts) form.answer.parts.push_back({part.no, Mark::Met, {}, {}, ""});
    return form;
  }
  void answer_all(const Visit& visit, const std::string& fault_item = "", const std::string& fault_part = "1") {
    const Checklist list = look([&](db::Transaction& t) { return *checklist_version(t, visit.target.checklist, visit.version); });
    for (const Section& section : list.sections)
      for (const Item& item : section.items) {
        AnswerForm form = met(visit, item, list.columns.front());
        if (item.id == fault_item)
          for (PartAnswer& part : form.answer.parts)
            if (part.part == fault_part) part.mark = Mark::Not;
        must(answer_item(database(), k_he, at("2023-11-22"), home(visit.target), form));
      }
  }
  std::vector<Defect> defects(const Visit& visit) {
    return look([&](db::Transaction& t) { return store::defects_of(t, visit.id); });
  }
  std::size_t events(const std::string& subject) {
    return look([&](db::Transaction& t) { return ledger::time_line(t, subject); }).size();
  }

  void hands(const Visit& visit, const std::string& on = "2023-11-22") { byhand::all_sign(records_, k_he, at(on), home(visit.target), visit); }

  tests::Store store_{GetParam(), started()};
  byhand::RecordWorld records_{store_.database()};
};
INSTANTIATE_TEST_SUITE_P(Databases, Inspection, ::testing::Values("memory", "postgresql"), tests::store_name<::testing::TestParamInfo<std::string>>);

TEST_P(Inspection, ACampaignHasThePhasesOfItsYearAndEveryUnitOfTheRegister) {
  const Campaign campaign = look([](db::Transaction& t) { return *store::campaign(t, "SI-2023"); });
  ASSERT_EQ(campaign.phases.size(), 4U);
  EXPECT_EQ(to_string(campaign.phases[1].from), "2023-11-21");
  EXPECT_EQ(to_string(campaign.phases[3].to), "2024-01-31");
  EXPECT_EQ(all("institution").size(), 62U);
  EXPECT_EQ(all("practical_site").size(), 36U) << "two of the 38 sites are for theory only";
  EXPECT_EQ(all("theory_site").size(), 38U) << "a site whose kind is not marked is asked both";
  EXPECT_EQ(refusal(create_campaign(database(), k_chen, at("2023-11-07"), {2023, "again"})), "inspection.campaign_stands");
  EXPECT_EQ(refusal(create_campaign(database(), k_chen, at("2023-11-07"), {2018, "before"})), "inspection.year");
}

TEST_P(Inspection, ADistrictInspectsItsOwnAndThoseOfItsPairOnlyInTheCrossInspection) {
  const Target panyu = [&] {
    for (const Target& one : all("institution"))
      if (one.district == "440113") return one;
    throw std::runtime_error("no unit in Panyu");
  }();
  const auto plan_as = [&](const std::string& district, const std::string& phase, const std::string& planned) {
    return refusal(plan_visit(database(), k_he, at("2023-11-20"), {"district", district}, {"SI-2023", phase, panyu.id, day(planned), {}}));
  };
  EXPECT_EQ(plan_as("440104", "spot", "2023-12-05"), "inspection.not_yours");
  EXPECT_EQ(plan_as("440111", "enforcement", "2023-11-22"), "inspection.not_yours");
  EXPECT_EQ(plan_as("440104", "enforcement", "2023-11-20"), "inspection.planned_outside") << "a day before the phase";
  EXPECT_EQ(plan_as("440104", "enforcement", "2023-11-21"), "") << "A4-01: Yuexiu inspects Panyu";
  EXPECT_EQ(plan_as("440104", "enforcement", "2023-11-22"), "inspection.visit_open");
  EXPECT_EQ(plan_as("440113", "enforcement", "2023-11-30"), "") << "its own";
  EXPECT_EQ(plan_as("440113", "self", "2023-11-08"), "inspection.not_yours");
  EXPECT_EQ(refusal(plan_visit(database(), k_liang, at("2023-11-08"), {"institution", panyu.institution}, {"SI-2023", "self", panyu.id, day("2023-11-08"), {}})), "");
}

TEST_P(Inspection, NobodyInspectsTheUnitTheyBelongTo) {
  const Target target = theory();
  const auto with = [&](const Member& one) { return refusal(plan_visit(database(), k_he, at("2023-11-20"), home(target), {"SI-2023", "enforcement", target.id, day("2023-11-22"), {one}})); };
  EXPECT_EQ(with({MemberRole::Expert, "张工", "", target.institution}), "inspection.member_interest");
  EXPECT_EQ(with({MemberRole::Expert, "张工", target.name, ""}), "inspection.member_interest");
  EXPECT_EQ(with({MemberRole::Expert, " ", "", ""}), "inspection.member_name");
  EXPECT_EQ(with({MemberRole::Expert, "张工", "别的单位", "GZ-X"}), "");
}

TEST_P(Inspection, ARetryNeverCountsTwiceAndOtherContentsUnderTheSameIdAreRefused) {
  const Visit visit = plan(theory());
  const Item& item = *shipped_checklist("theory_site")->item("A23-2-6");
  const AnswerForm form = met(visit, item, Column::Written);
  const auto first = must(answer_item(database(), k_he, at("2023-11-22"), home(visit.target), form));
  const auto again = must(answer_item(database(), k_he, at("2023-11-23"), home(visit.target), form));
  EXPECT_EQ(first.seq, again.seq);
  EXPECT_EQ(look([&](db::Transaction& t) { return store::answers(t, visit.id); }).size(), 1U);
  EXPECT_EQ(events("visit:" + visit.id), 2U) << "planned, answered";
  AnswerForm other = form;
  other.answer.note = "别的";
  EXPECT_EQ(refusal(answer_item(database(), k_he, at("2023-11-22"), home(visit.target), other)), "inspection.client_taken");
  other.client = "short";
  EXPECT_EQ(refusal(answer_item(database(), k_he, at("2023-11-22"), home(visit.target), other)), "inspection.client_invalid");
}

TEST_P(Inspection, TwoPeopleWhoAnswerDifferentlyKeepBothUntilSomebodyDecides) {
  const Visit visit = plan(theory());
  const Item& item = *shipped_checklist("theory_site")->item("A23-2-6");
  AnswerForm mine = met(visit, item, Column::Written);
  must(answer_item(database(), k_he, at("2023-11-22"), home(visit.target), mine));
  AnswerForm theirs = mine;
  theirs.client = "client-of-wu-1";
  theirs.answer.parts[0].mark = Mark::Not;
  EXPECT_TRUE(must(answer_item(database(), k_wu, at("2023-11-22"), home(visit.target), theirs)).conflict) << "wu had not seen what he answered";
  auto now = look([&](db::Transaction& t) { return standing(t, visit); });
  EXPECT_TRUE(now.conflicts);
  EXPECT_EQ(now.answers.size(), 2U) << "both stand beside each other";
  EXPECT_EQ(refusal(sign_visit(database(), k_he, at("2023-11-22"), home(visit.target), {visit.id, "", ""})), "inspection.answers_conflict");
  theirs.client = "client-of-wu-2";
  theirs.settles = true;
  must(answer_item(database(), k_wu, at("2023-11-22"), home(visit.target), theirs));
  now = look([&](db::Transaction& t) { return standing(t, visit); });
  EXPECT_FALSE(now.conflicts);
  EXPECT_EQ(now.score.item("A23-2-6")->score, 0);
  EXPECT_EQ(look([&](db::Transaction& t) { return store::history(t, visit.id, "A23-2-6", Column::Written); }).size(), 3U) << "no version is lost";
}

TEST_P(Inspection, WhoSawTheOtherAnswerCorrectsItWithoutAConflict) {
  const Visit visit = plan(theory());
  const Item& item = *shipped_checklist("theory_site")->item("A23-2-6");
  AnswerForm form = met(visit, item, Column::Written);
  const auto first = must(answer_item(database(), k_he, at("2023-11-22"), home(visit.target), form));
  form.client = "client-of-wu-1";
  form.seen = first.seq;
  form.answer.parts[0].mark = Mark::Not;
  EXPECT_FALSE(must(answer_item(database(), k_wu, at("2023-11-22"), home(visit.target), form)).conflict);
}

TEST_P(Inspection, ASignatureNeedsEverythingAnsweredAndTurnsFailedItemsIntoProblems) {
  const Visit visit = plan(theory());
  EXPECT_EQ(refusal(sign_visit(database(), k_he, at("2023-11-22"), home(visit.target), {visit.id, "", ""})), "inspection.items_open");
  answer_all(visit, "A23-3-1");
  hands(visit);
  const Visit done = must(sign_visit(database(), k_he, at("2023-11-22"), home(visit.target), {visit.id, "", "补办消防备案"}));
  EXPECT_EQ(done.verdict, "passed");
  EXPECT_EQ(done.total, 950);
  ASSERT_EQ(defects(visit).size(), 1U);
  const Defect raised = defects(visit).front();
  EXPECT_EQ(raised.clause, "A23-3-1");
  EXPECT_EQ(raised.level, 1);
  EXPECT_EQ(events("defect:" + raised.id), 1U);
  EXPECT_EQ(refusal(sign_visit(database(), k_he, at("2023-11-22"), home(visit.target), {visit.id, "", ""})), "inspection.visit_signed");
  EXPECT_EQ(refusal(answer_item(database(), k_he, at("2023-11-22"), home(visit.target), {visit.id, "client-late", 0, {"A23-2-6", Column::OnSite, {}, false, "", ""}, false})), "inspection.visit_signed");
}

TEST_P(Inspection, AFormWithoutPointsNeedsTheConclusionOfTheTeam) {
  const Visit visit = plan(all("institution").front());
  answer_all(visit, "A1-10");
  EXPECT_EQ(refusal(sign_visit(database(), k_he, at("2023-11-22"), home(visit.target), {visit.id, "", ""})), "inspection.conclusion_missing");
  hands(visit);
  EXPECT_EQ(must(sign_visit(database(), k_he, at("2023-11-22"), home(visit.target), {visit.id, "not_met", ""})).verdict, "findings");
}

TEST_P(Inspection, AProblemIsCorrectedByTheUnitAndClosedBySomebodyElse) {
  const Visit visit = plan(theory());
  answer_all(visit, "A23-3-1");
  hands(visit);
  must(sign_visit(database(), k_he, at("2023-11-22"), home(visit.target), {visit.id, "", ""}));
  const std::string id = defects(visit).front().id;
  const Viewer unit{"institution", visit.target.institution}, district = home(visit.target), strange{"district", "440118"};
  const Instant now = at("2023-11-23");
  EXPECT_EQ(refusal(assign_defect(database(), k_he, now, strange, {id, "补办", "李主任", day("2023-12-01")})), "inspection.defect_unknown");
  EXPECT_EQ(refusal(assign_defect(database(), k_he, now, unit, {id, "补办", "李主任", day("2023-12-01")})), "inspection.not_yours");
  EXPECT_EQ(refusal(assign_defect(database(), k_he, now, district, {id, "补办", "李主任", day("2023-11-22")})), "inspection.limit_past");
  EXPECT_EQ(refusal(correct_defect(database(), k_liang, now, unit, {id, "已补办", "无", "备案号"})), "inspection.defect_state") << "no measure yet";
  must(assign_defect(database(), k_he, now, district, {id, "补办", "李主任", day("2023-11-23")}));
  EXPECT_EQ(refusal(correct_defect(database(), k_liang, now, unit, {id, "已补办", "", "备案号"})), "inspection.text_missing") << "evidence before and after";
  must(correct_defect(database(), k_liang, now, unit, {id, "已补办", "无备案", "备案号123"}));
  EXPECT_EQ(refusal(check_defect(database(), k_liang, now, district, id, true, "")), "inspection.defect_own");
  EXPECT_EQ(refusal(check_defect(database(), k_he, now, district, id, false, "")), "inspection.text_missing");
  EXPECT_EQ(must(check_defect(database(), k_he, now, district, id, false, "看不清")).state, DefectState::Assigned);
  must(correct_defect(database(), k_liang, now, unit, {id, "已补办", "无备案", "备案号123"}));
  EXPECT_EQ(must(check_defect(database(), k_he, now, district, id, true, "")).state, DefectState::Closed);
  EXPECT_EQ(events("defect:" + id), 6U);
}

TEST_P(Inspection, ALimitThatPassedIsToldOnceAndOnlyTheDayAfter) {
  const Visit visit = plan(theory());
  answer_all(visit, "A23-3-1");
  hands(visit);
  must(sign_visit(database(), k_he, at("2023-11-22"), home(visit.target), {visit.id, "", ""}));
  const std::string id = defects(visit).front().id;
  must(assign_defect(database(), k_he, at("2023-11-23"), home(visit.target), {id, "补办", "李主任", day("2023-12-01")}));
  int told = 0;
  const auto tell = [&](db::Transaction&, const Defect&) { ++told; };
  EXPECT_EQ(escalate_defects(database(), at("2023-12-01"), tell), 0);
  EXPECT_EQ(escalate_defects(database(), at("2023-12-02"), tell), 1);
  EXPECT_EQ(escalate_defects(database(), at("2023-12-03"), tell), 0);
  EXPECT_EQ(told, 1);
}

TEST_P(Inspection, TheSameClauseAtTheSamePlaceWithinAYearIsOneLevelMore) {
  const Target target = theory();
  const Visit first = plan(target);
  answer_all(first, "A23-3-1");
  hands(first);
  must(sign_visit(database(), k_he, at("2023-11-22"), home(target), {first.id, "", ""}));
  const Visit second = must(plan_visit(database(), k_he, at("2023-12-01"), home(target), {"SI-2023", "spot", target.id, day("2023-12-05"), {}}));
  answer_all(second, "A23-3-1");
  hands(second, "2023-12-05");
  must(sign_visit(database(), k_he, at("2023-12-05"), home(target), {second.id, "", ""}));
  EXPECT_EQ(defects(second).front().level, 2);
  EXPECT_EQ(defects(second).front().before, defects(first).front().id);
  EXPECT_EQ(level_after(defects(first).front(), day("2024-11-21"), 12), 2) << "the last day within";
  EXPECT_EQ(level_after(defects(first).front(), day("2024-11-22"), 12), 1) << "a year later";
}

TEST_P(Inspection, WhatWasFoundIsSeenByThoseItConcerns) {
  const Target target = theory();
  const Visit open = plan(target);
  const Viewer unit{"institution", target.institution}, strange{"institution", "GZ-X"};
  EXPECT_FALSE(may_see(unit, open));
  EXPECT_FALSE(may_see({"district", ""}, open));
  Visit cross = open;
  cross.by = "440104";
  EXPECT_FALSE(may_see(home(target), cross)) << "not handed over yet";
  cross.state = VisitState::Signed;
  EXPECT_TRUE(may_see(home(target), cross));
  EXPECT_TRUE(may_see(unit, cross));
  EXPECT_FALSE(may_see(strange, cross));
  EXPECT_FALSE(may_work(home(target), cross));
}

TEST_P(Inspection, ANewVersionHoldsFromItsDayAndOldScoresStay) {
  const Visit before = plan(theory());
  answer_all(before);
  hands(before);
  const Visit stands = must(sign_visit(database(), k_he, at("2023-11-22"), home(before.target), {before.id, "", ""}));
  Checklist next = *shipped_checklist("theory_site");
  next.from = day("2023-12-01");
  next.sections[0].items[0].points = 90;
  next.sections[0].items[1].points = 60;
  for (Part& part : next.sections[0].items[0].parts) part.rule.points = 90;
  for (Part& part : next.sections[0].items[1].parts)
    if (part.no == "1") part.rule.points = 20;
  const std::string content = write_checklist(next);
  EXPECT_EQ(refusal(enter_version(database(), k_chen, at("2023-12-01"), "theory_site", content)), "inspection.version_past");
  EXPECT_EQ(refusal(enter_version(database(), k_chen, at("2023-11-25"), "practical_site", content)), "inspection.version_other_form");
  const auto entered = must(enter_version(database(), k_chen, at("2023-11-25"), "theory_site", content));
  EXPECT_EQ(entered.checklist.version, 2);
  EXPECT_EQ(refusal(review_version(database(), k_chen, at("2023-11-25"), "theory_site", 2, true, "")), "inspection.version_own");
  const auto version_on = [&](const std::string& on) { return look([&](db::Transaction& t) { return checklist_on(t, "theory_site", day(on)); })->version; };
  EXPECT_EQ(version_on("2023-12-01"), 1) << "not reviewed";
  must(review_version(database(), k_lin, at("2023-11-26"), "theory_site", 2, true, ""));
  EXPECT_EQ(refusal(review_version(database(), k_lin, at("2023-11-26"), "theory_site", 2, false, "x")), "inspection.version_decided");
  EXPECT_EQ(version_on("2023-11-30"), 1);
  EXPECT_EQ(version_on("2023-12-01"), 2);
  const auto again = look([&](db::Transaction& t) { return standing(t, stands); });
  EXPECT_EQ(again.score.version, 1);
  EXPECT_EQ(again.score.total, stands.total);
}

TEST_P(Inspection, TheOfficialFormCarriesUnitScoresAndOpinion) {
  const Visit visit = plan(theory());
  answer_all(visit, "A23-3-1");
  hands(visit);
  const Visit done = must(sign_visit(database(), k_he, at("2023-11-22"), home(visit.target), {visit.id, "", "补办消防备案"}));
  const auto sheet = look([&](db::Transaction& t) { return official_form(done, standing(t, done), at("2023-11-22")); });
  std::string text;
  std::vector<std::string> fire; ///< the row of A23-3-1
  for (const auto& block : must(sheet).blocks) {
    text += block.text + "\n";
    for (const auto& row : block.table.rows) {
      for (const auto& cell : row.cells) text += cell.text + "\n";
      for (const auto& cell : row.cells)
        if (cell.text.starts_with("消防安全备案") || !fire.empty()) {
          if (fire.size() < 4) fire.push_back(cell.text);
        }
    }
  }
  EXPECT_NE(text.find(done.target.name), std::string::npos);
  EXPECT_NE(text.find("2023-11-22"), std::string::npos);
  EXPECT_NE(text.find("总得分为95分"), std::string::npos);
  EXPECT_NE(text.find("存在问题及整改意见：补办消防备案"), std::string::npos);
  ASSERT_EQ(fire.size(), 4U);
  EXPECT_EQ(fire[1], "5");
  EXPECT_EQ(fire[2], "0") << "written review";
  EXPECT_EQ(fire[3], "") << "not looked at on the site";
}

} // namespace
} // namespace ankao::inspection
