// SPDX-License-Identifier: Apache-2.0
// What a visit records beside its answers, on every database: questions, witnesses, signatures, clocks, the place and what stands behind it.
#include <gtest/gtest.h>

#include <map>
#include <set>

#include "db/support/stores.hpp"
#include "db/use_case.hpp"
#include "deadlines/service/calendar.hpp"
#include "inspection/files/checklists.hpp"
#include "inspection/files/visit_law.hpp"
#include "inspection/rules/records.hpp"
#include "inspection/service/campaigns.hpp"
#include "inspection/service/facts.hpp"
#include "inspection/service/official.hpp"
#include "inspection/store/inspection.hpp"
#include "inspection/store/records.hpp"
#include "inspection_service/support/records.hpp"
#include "ledger/service/ledger.hpp"
#include "paper/docx.hpp"
#include "registry/files/condition_law.hpp"
#include "registry/service/conditions.hpp"
#include "registry/service/imports.hpp"
#include "registry/service/snapshot.hpp"

namespace ankao::inspection {
namespace {

Date day(const std::string& text) { return *parse_date(text); }
Instant at(const std::string& text) { return {start_of(day(text)).ms + 10 * 3'600'000}; }

const ledger::Actor k_chen{"chen", "陈科长", "city_bureau", "city"};
const ledger::Actor k_he{"he", "何队长", "district_bureau", "district:440111"};
const ledger::Actor k_wu{"wu", "吴队员", "district_bureau", "district:440111"};
constexpr const char* k_number = "11010519491231002X"; // the example of GB 11643
const Instant k_noon = at("2023-11-22");

tests::Prepared started() {
  return {"inspection_records", [](db::Database& database) {
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

class Records : public ::testing::TestWithParam<std::string> {
protected:
  db::Database& database() { return store_.database(); }
  template <class Work>
  auto look(const Work& work) {
    return db::look(database(), work);
  }
  Target theory() {
    store::Filter filter;
    filter.viewer = {"city", ""};
    filter.campaign = "SI-2023";
    filter.checklist = "theory_site";
    filter.limit = 1;
    return look([&](db::Transaction& t) { return store::targets(t, filter); }).rows.front().target;
  }
  Viewer home(const Visit& visit) { return {"district", visit.target.district}; }
  Visit plan(const std::vector<Member>& team = {{MemberRole::Leader, "何队长", "", ""}}) {
    const Target target = theory();
    return must(plan_visit(database(), k_he, at("2023-11-20"), {"district", target.district}, {"SI-2023", "enforcement", target.id, day("2023-11-22"), team}));
  }
  void answer_all(const Visit& visit) {
    const Checklist list = look([&](db::Transaction& t) { return standing(t, visit); }).checklist;
    for (const Section& section : list.sections)
      for (const Item& item : section.items) answer(visit, item, "all");
  }
  void answer(const Visit& visit, const Item& item, const std::string& round, Mark mark = Mark::Met, const ledger::Actor& by = k_he) {
    AnswerForm form{visit.id, "client-" + visit.id + "-" + round + "-" + item.number, 0, {item.id, Column::Written, {}, false, "", ""}, false};
    for (const Part& part : item.parts) form.answer.parts.push_back({part.no, mark, {}, {}, ""});
    must(answer_item(database(), by, k_noon, home(visit), form));
  }
  Question question(const std::string& client, const std::string& part = "3") {
    Question out;
    out.client = client;
    out.item = "A23-1-2";
    out.part = part;
    out.question = "考试点的职责是什么？";
    out.asked = "王主任";
    out.post = "负责人";
    out.answer = "组织考试";
    return out;
  }
  Result<Visit> sign(const Visit& visit) { return sign_visit(database(), k_he, k_noon, home(visit), {visit.id, "", ""}); }
  Result<Signature> hand(const Visit& visit, const Signature& one, const std::string& ink = byhand::k_ink) { return add_signature(world_.room, k_he, k_noon, home(visit), visit.id, {one, ink}); }

  tests::Store store_{GetParam(), started()};
  byhand::RecordWorld world_{store_.database()};
};
INSTANTIATE_TEST_SUITE_P(Databases, Records, ::testing::Values("memory", "postgresql"), tests::store_name<::testing::TestParamInfo<std::string>>);

TEST_P(Records, AQuestionIsAskedWhereTheFormAsksAndCountsOnce) {
  const Visit visit = plan();
  const auto first = must(ask(world_.room, k_he, k_noon, home(visit), visit.id, question("question-1")));
  EXPECT_EQ(must(ask(world_.room, k_he, at("2023-11-23"), home(visit), visit.id, question("question-1"))).seq, first.seq) << "a retry";
  Question other = question("question-1");
  other.answer = "不知道";
  EXPECT_EQ(refusal(ask(world_.room, k_he, k_noon, home(visit), visit.id, other)), "inspection.client_taken");
  EXPECT_EQ(refusal(ask(world_.room, k_he, k_noon, home(visit), visit.id, question("question-2", "1"))), "inspection.question_not_asked");
  Question blank = question("question-3");
  blank.asked = " ";
  EXPECT_EQ(refusal(ask(world_.room, k_he, k_noon, home(visit), visit.id, blank)), "inspection.text_missing");
  EXPECT_EQ(refusal(ask(world_.room, k_he, k_noon, {"district", "440118"}, visit.id, question("question-4"))), "inspection.visit_unknown");
}

TEST_P(Records, AWitnessHasACheckedNumberThatIsSealedAndShownMasked) {
  const Visit visit = plan();
  const WitnessForm form{"witness-1", "李四", "保安", "物业公司", k_number, {}};
  const Witness kept = must(add_witness(world_.room, k_he, k_noon, home(visit), visit.id, form));
  EXPECT_EQ(kept.masked, "1101**********002X");
  EXPECT_EQ(kept.sealed.find("19491231"), std::string::npos);
  EXPECT_EQ(must(world_.vault().open("visit_witness.sealed_id:" + kept.id, kept.sealed)), k_number);
  EXPECT_EQ(must(add_witness(world_.room, k_he, k_noon, home(visit), visit.id, form)).id, kept.id) << "a retry";
  WitnessForm wrong = form;
  wrong.client = "witness-2";
  wrong.number = "110105194912310021";
  EXPECT_EQ(refusal(add_witness(world_.room, k_he, k_noon, home(visit), visit.id, wrong)), "number.id_check");
  wrong.number = "1101051949123100";
  EXPECT_EQ(refusal(add_witness(world_.room, k_he, k_noon, home(visit), visit.id, wrong)), "number.id_length");
  for (const auto& event : look([&](db::Transaction& t) { return ledger::time_line(t, "visit:" + visit.id); })) EXPECT_EQ(event.event.reason.find("1949"), std::string::npos);
}

TEST_P(Records, AVisitIsSignedWhenEverybodySignedOrRefused) {
  const Visit visit = plan({{MemberRole::Leader, "何队长", "", ""}, {MemberRole::Inspector, "吴队员", "", ""}});
  answer_all(visit);
  EXPECT_EQ(refusal(sign(visit)), "inspection.question_missing");
  must(ask(world_.room, k_he, k_noon, home(visit), visit.id, question("question-1")));
  EXPECT_EQ(refusal(sign(visit)), "inspection.signatures_missing");
  must(hand(visit, byhand::signature("signature-1", Side::Team, "何队长")));
  must(hand(visit, byhand::signature("signature-2", Side::Team, "吴队员")));
  EXPECT_EQ(refusal(sign(visit)), "inspection.signatures_missing") << "the inspected side";
  EXPECT_EQ(refusal(hand(visit, byhand::signature("signature-3", Side::Team, "路人"))), "inspection.signature_stranger");
  Signature refused = byhand::signature("signature-4", Side::Unit, "王主任");
  refused.refused = true;
  EXPECT_EQ(refusal(hand(visit, refused)), "inspection.text_missing") << "a reason";
  refused.reason = "对扣分有异议";
  EXPECT_EQ(refusal(hand(visit, refused)), "inspection.witness_missing");
  refused.witness = "witness-1";
  EXPECT_EQ(refusal(hand(visit, refused)), "inspection.witness_unknown");
  must(add_witness(world_.room, k_he, k_noon, home(visit), visit.id, {"witness-1", "李四", "", "", k_number, {}}));
  EXPECT_EQ(must(hand(visit, refused)).witness, "W-1") << "named by the id that the device chose";
  EXPECT_EQ(must(sign(visit)).verdict, "passed");
  EXPECT_EQ(refusal(hand(visit, byhand::signature("signature-5", Side::Team, "何队长"))), "inspection.visit_signed");
  EXPECT_EQ(must(hand(visit, refused)).witness, "W-1") << "a retry after the signature is answered with what it made";
}

TEST_P(Records, WhatIsChangedAfterASignatureIsSignedAgain) {
  const Visit visit = plan();
  answer_all(visit);
  byhand::all_sign(world_, k_he, k_noon, home(visit), visit);
  answer(visit, *shipped_checklist("theory_site")->item("A23-2-6"), "later", Mark::Not);
  EXPECT_EQ(refusal(sign(visit)), "inspection.signatures_missing");
  byhand::all_sign(world_, k_he, k_noon, home(visit), visit, "again");
  EXPECT_EQ(must(sign(visit)).total, 950);
}

TEST_P(Records, AnEmptyOrBrokenDrawingIsNoSignature) {
  const Visit visit = plan();
  const Signature one = byhand::signature("signature-1", Side::Team, "何队长");
  EXPECT_EQ(refusal(hand(visit, one, "")), "inspection.ink_empty");
  EXPECT_EQ(refusal(hand(visit, one, "1,1 2,2")), "inspection.ink_empty");
  EXPECT_EQ(refusal(hand(visit, one, "1,1 2000,2")), "inspection.ink_form");
  EXPECT_EQ(refusal(hand(visit, one, "1,1|")), "inspection.ink_empty");
  EXPECT_EQ(refusal(hand(visit, one, "1;1 2,2")), "inspection.ink_form");
  const Signature kept = must(hand(visit, one));
  const auto picture = signature_picture(world_.room, home(visit), visit.id, kept.id);
  EXPECT_EQ(must(picture).substr(1, 3), "PNG");
  EXPECT_EQ(refusal(signature_picture(world_.room, {"district", "440118"}, visit.id, kept.id)), "inspection.visit_unknown");
}

TEST_P(Records, NobodySignsWhileTwoAnswersStand) {
  const Visit visit = plan();
  const Item& item = *shipped_checklist("theory_site")->item("A23-2-6");
  answer(visit, item, "he");
  answer(visit, item, "wu", Mark::Not, k_wu);
  EXPECT_EQ(refusal(hand(visit, byhand::signature("signature-1", Side::Team, "何队长"))), "inspection.answers_conflict");
  EXPECT_EQ(look([&](db::Transaction& t) { return store::all_answers(t, visit.id); }).size(), 2U) << "both versions are kept";
}

TEST_P(Records, TheClockOfTheDeviceStandsBesideThePlatforms) {
  const Visit visit = plan();
  const Item& item = *shipped_checklist("theory_site")->item("A23-2-6");
  AnswerForm form{visit.id, "client-clock-1", 0, {item.id, Column::Written, {{"1", Mark::Met, {}, {}, ""}}, false, "", ""}, false};
  form.stamp = {Instant{k_noon.ms - 7'200'000}, 3'600'000};
  must(answer_item(database(), k_he, k_noon, home(visit), form));
  const auto kept = look([&](db::Transaction& t) { return store::answers(t, visit.id); }).front();
  EXPECT_EQ(kept.stamp, form.stamp);
  const VisitLaw law{5, "P-2.4f", {}};
  EXPECT_TRUE(wrong_clock(law, kept.stamp));
  EXPECT_FALSE(wrong_clock(law, {std::nullopt, 300'000})) << "just inside";
  EXPECT_TRUE(wrong_clock(law, {std::nullopt, 300'001})) << "just outside";
  EXPECT_TRUE(wrong_clock(law, {std::nullopt, -300'001})) << "a clock that is fast";
  EXPECT_FALSE(wrong_clock(law, {Instant{0}, std::nullopt})) << "written long ago without network says nothing of the clock";
}

TEST_P(Records, FiguresAreKeptWithTheAnswerAndTheRegisterAnswersWhatItKnows) {
  const Visit visit = plan();
  const Item& item = *shipped_checklist("theory_site")->item("A23-3-4");
  AnswerForm form{visit.id, "client-count-1", 0, {item.id, Column::Written, {}, false, "", ""}, false};
  for (const Part& part : item.parts) form.answer.parts.push_back({part.no, Mark::Met, {}, {}, ""});
  form.answer.parts[0].counts = {{"computers", 28}, {"theory_seats", 40}};
  must(answer_item(database(), k_he, k_noon, home(visit), form));
  EXPECT_EQ(look([&](db::Transaction& t) { return store::answers(t, visit.id); }).front().answer, form.answer);
  form.client = "client-count-2";
  form.answer.parts[0].counts = {{"cameras", 3}};
  EXPECT_EQ(refusal(answer_item(database(), k_he, k_noon, home(visit), form)), "inspection.fact_unknown");
  form.answer.parts[0].counts = {{"computers", -1}};
  EXPECT_EQ(refusal(answer_item(database(), k_he, k_noon, home(visit), form)), "inspection.fact_range");
  const auto fact = [&](const std::string& name) { return look([&](db::Transaction& t) { return fact_of(t, visit.target, name, day("2023-11-22")); }); };
  EXPECT_GT(fact("telephones")->value, 0) << "of the institution that owns the site";
  EXPECT_GT(fact("exam_subjects")->value, 0);
  EXPECT_FALSE(fact("credit_code").has_value()) << "Annex 6 has none";
  EXPECT_FALSE(fact("computers").has_value()) << "no register of computers";
  Target organisation{"city:exam_organisation", "exam_organisation", "city:exam_organisation", "市考试机构", "", "", "", true};
  EXPECT_EQ(look([&](db::Transaction& t) { return fact_of(t, organisation, "own_sites", day("2023-11-22")); })->value, 38);
}

TEST_P(Records, AVisitReadsTheConditionsOfItsDay) {
  const Visit visit = plan();
  const std::string site = visit.target.site;
  const ledger::Actor keeper{"keeper", "钱主任", "exam_site", "site:" + site};
  const ledger::Actor second{"he", "何队长", "district_bureau", "district:" + visit.target.district};
  const auto declare = [&](const std::string& on, std::int64_t computers, const std::string& lease_until) {
    registry::ConditionDraft draft{site, std::vector<registry::Stated>{{"computers", computers, std::nullopt, std::nullopt, "", {}}, {"lease_years", 0, day("2018-11-22"), day(lease_until), "", {}}}, std::nullopt, std::nullopt};
    return must(db::decide(database(), [&](db::Transaction& t) { return registry::declare_conditions(t, {keeper, at(on)}, {}, draft); })).id();
  };
  const auto confirm = [&](const std::string& on, const std::string& id) { must(db::decide(database(), [&](db::Transaction& t) { return registry::decide_conditions(t, {second, at(on)}, id, true, ""); })); };
  const auto fact = [&](const std::string& name, const std::string& on) { return look([&](db::Transaction& t) { return fact_of(t, visit.target, name, day(on)); }); };
  EXPECT_FALSE(fact("computers", "2023-11-22").has_value());
  confirm("2023-11-21", declare("2023-11-20", 32, "2023-11-22"));
  declare("2023-11-22", 29, "2028-11-21");
  EXPECT_EQ(fact("computers", "2023-11-20")->source, "declared");
  EXPECT_EQ(fact("computers", "2023-11-22")->source, "confirmed") << "a newer declaration waits; what is confirmed stands";
  EXPECT_EQ(fact("computers", "2023-11-22")->value, 32);
  EXPECT_EQ(fact("lease_years", "2023-11-22")->value, 5) << "on its last day";
  EXPECT_EQ(fact("lease_years", "2023-11-23")->value, 0);
  EXPECT_EQ(fact("lease_years", "2023-11-23")->source, "expired");
  EXPECT_FALSE(fact("office_area", "2023-11-22").has_value()) << "not said";
  EXPECT_EQ(fact("telephones", "2023-11-22")->source, "record") << "the register's own entries stand before";
  confirm("2023-11-24", "CS-2");
  EXPECT_EQ(fact("computers", "2023-11-23")->value, 32) << "what was confirmed later changes nothing of the day";
  EXPECT_EQ(fact("computers", "2023-11-24")->value, 29);
}

TEST(Facts, WhatTheLawCallsRegisteredIsAnsweredByTheRegisterOrByConditions) {
  const std::set<std::string> entries{"theory_seats", "practical_seats", "theory_rooms", "practical_rooms", "exam_subjects", "projects", "credit_code", "telephones", "addresses", "contacts", "own_sites"};
  const auto& conditions = registry::shipped_conditions_law();
  for (const FactLaw& one : shipped_visit_law().facts) EXPECT_EQ(one.registered, entries.contains(one.name) || conditions.find(one.name) != nullptr) << one.name;
  // What a part of a form asks at least is what the place is told that it asks.
  const std::map<std::string, registry::Premises> forms{{"institution", registry::Premises::Institution}, {"practical_site", registry::Premises::PracticalSite}, {"theory_site", registry::Premises::TheorySite}};
  for (const auto& [id, premises] : forms)
    for (const Section& section : shipped_checklist(id)->sections)
      for (const Item& item : section.items)
        for (const Part& part : item.parts)
          for (const Fact& fact : part.facts) {
            const auto* law = conditions.find(fact.name);
            if (law == nullptr) continue;
            ASSERT_NE(law->ask_of(premises), nullptr) << id << " asks for " << fact.name;
            EXPECT_EQ(law->ask_of(premises)->at_least, fact.at_least) << id << " " << fact.name;
          }
}

TEST_P(Records, WhatStandsBehindAPlaceAndAnotherTeamThere) {
  const Visit first = plan();
  answer_all(first);
  answer(first, *shipped_checklist("theory_site")->item("A23-3-1"), "fire", Mark::Not);
  byhand::all_sign(world_, k_he, k_noon, home(first), first);
  must(sign(first));
  const Visit overlapping = must(plan_visit(database(), k_chen, k_noon, {"city", ""}, {"SI-2023", "enforcement", first.target.id, day("2023-11-22"), {}}));
  const Visit second = must(plan_visit(database(), k_he, at("2023-12-01"), home(first), {"SI-2023", "spot", first.target.id, day("2023-12-05"), {}}));
  const auto past = look([&](db::Transaction& t) { return store::visits_of_place(t, second.target.subject, second.id, 20); });
  ASSERT_EQ(past.size(), 2U);
  EXPECT_EQ(past[0].id, overlapping.id) << "another team's open visit is seen";
  EXPECT_EQ(past[1].verdict, "passed");
  EXPECT_EQ(look([&](db::Transaction& t) { return store::open_defects_of_place(t, second.target.subject, 20); }).size(), 1U);
  EXPECT_NE(overlapping.id, second.id) << "each team has a form of its own: neither overwrites the other";
}

TEST_P(Records, AVisitToADeregisteredPlaceLosesNothing) {
  const Visit visit = plan();
  const auto standing_of = [&] { return look([&](db::Transaction& t) { return place_of(t, visit.target, day("2023-11-22")); }).standing; };
  EXPECT_EQ(standing_of(), "published");
  database().write([&](db::Transaction& t) { t.execute("UPDATE register_version SET standing = 'deregistered' WHERE id = $1", {visit.target.site}); });
  EXPECT_EQ(standing_of(), "deregistered");
  answer_all(visit);
  byhand::all_sign(world_, k_he, k_noon, home(visit), visit);
  EXPECT_EQ(must(sign(visit)).verdict, "passed");
  EXPECT_EQ(refusal(plan_visit(database(), k_he, k_noon, home(visit), {"SI-2023", "spot", visit.target.id, day("2023-12-05"), {}})), "inspection.target_deregistered");
}

} // namespace
} // namespace ankao::inspection
