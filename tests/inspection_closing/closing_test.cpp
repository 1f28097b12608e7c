// SPDX-License-Identifier: Apache-2.0
// Receipts, working groups, production units, cases, look back and closing, on every database.
#include "inspection_campaign/support/desk.hpp"

#include "inspection/files/papers.hpp"
#include "inspection/service/closing.hpp"
#include "inspection/service/offices.hpp"
#include "vault/vault.hpp"

namespace ankao::inspection::tests_ {
namespace {

class Closing : public Desk {};
INSTANTIATE_TEST_SUITE_P(Databases, Closing, ::testing::Values("memory", "postgresql"), tests::store_name<::testing::TestParamInfo<std::string>>);

TEST_P(Closing, TheReceiptIsSealedAndClosesItsTerm) {
  const auto vault = vault::Vault::passing();
  const Party own = district("440106", "2026-11-05");
  const DistrictReceipt content{"李副局长", "赵科员", "宣教科", "13812345678", "zhao@gz"};
  EXPECT_EQ(refusal(file_receipt(database(), *vault, city("2026-11-05"), "SI-2026", content)), "inspection.not_yours");
  EXPECT_EQ(refusal(file_receipt(database(), *vault, own, "SI-2026", {"李", "赵", "科", "电话", "z"})), "inspection.telephone");
  EXPECT_EQ(refusal(file_receipt(database(), *vault, own, "SI-2026", {"李", " ", "科", "13812345678", "z"})), "inspection.text_missing");
  EXPECT_EQ(due("campaign_receipt", "receipt:SI-2026/district:440106"), "2026-11-10");
  const Paper paper = must(file_receipt(database(), *vault, own, "SI-2026", content));
  EXPECT_EQ(paper.content.find("13812345678"), std::string::npos) << "not in clear";
  const auto read = [&](const Paper& one) { return look([&](db::Transaction& t) { return must(opened(t, *vault, one)); }); };
  EXPECT_EQ(read(paper).telephone, "13812345678");
  EXPECT_EQ(term("campaign_receipt", "receipt:SI-2026/district:440106"), "done");
  EXPECT_EQ(must(file_receipt(database(), *vault, own, "SI-2026", content)).id(), paper.id()) << "filed again it is the same receipt";
  // A change of the data key finds the sealed fields; one kept in the receipt itself, as once, is read too.
  EXPECT_EQ(vault::reseal(database(), *vault, receipt_columns()).left, 0);
  EXPECT_EQ(read(paper).account, "zhao@gz");
  Paper old = paper;
  old.content = write_content(DistrictReceipt{"李", "赵", "科", vault->seal("campaign.receipt.telephone:SI-2026/440106", "02012345678"), vault->seal("campaign.receipt.account:SI-2026/440106", "old@gz")});
  database().write([](db::Transaction& t) { t.execute("DELETE FROM receipt_contact"); });
  EXPECT_EQ(read(old).telephone, "02012345678");
}

TEST_P(Closing, AWorkingGroupNamesPeopleByDivision) {
  const Party own = district("440106", "2026-11-05");
  EXPECT_EQ(refusal(save_group(database(), own, "SI-2026", {"李", {{"kitchen", "王", ""}}, {}})), "inspection.division_unknown");
  EXPECT_EQ(refusal(save_group(database(), own, "SI-2026", {"李", {{"approval", " ", ""}}, {}})), "inspection.text_missing");
  EXPECT_EQ(refusal(save_group(database(), own, "SI-2026", {"李", {}, {{"soon", "自查"}}})), "inspection.node_day");
  EXPECT_EQ(must(save_group(database(), own, "SI-2026", {"李", {{"approval", "王", "审批"}, {"enforcement", "陈", ""}}, {{"2026-11-10", "完成自查"}}})).state, "named");
}

TEST_P(Closing, AProductionUnitIsAddedByItsCreditCodeAndInspectedWithItsOwnForm) {
  const Party own = district("440106", "2026-11-20");
  EXPECT_EQ(refusal(add_unit(database(), own, {"SI-2026", "某厂", "91440101MA59ABCD0X", "某路"})).rfind("number.credit", 0), 0U) << "the check digit is wrong";
  const Target unit = must(add_unit(database(), own, {"SI-2026", "某厂", "91350100M000100Y43", "某路"})); // the example of GB 32100-2015
  EXPECT_EQ(refusal(add_unit(database(), own, {"SI-2026", "某厂", "91350100M000100Y43", "某路"})), "inspection.unit_stands");
  EXPECT_EQ(unit.district, "440106");
  const Visit visit = inspected(own, unit, "enforcement", "2026-11-22", "PU-9");
  EXPECT_EQ(visit.conclusion, "met");
  const auto found = look([&](db::Transaction& t) { return store::defects_of(t, visit.id); });
  ASSERT_EQ(found.size(), 1U);
  EXPECT_EQ(found[0].clause, "M-4.4.3");
}

TEST_P(Closing, ACaseIsPublishedByASecondPersonAndWithoutPersonalData) {
  const Party own = district("440106", "2026-11-20");
  EXPECT_EQ(refusal(report_case(database(), own, "SI-2026", "案件", {"theft", "事实", {}, "", ""})), "inspection.case_kind");
  const Paper paper = must(report_case(database(), own, "SI-2026", "某校伪造签到", {"fraud", "校长王某某伪造签到", {"王某某"}, "", ""}));
  const auto word = [&](const std::string& text) { return word_case(database(), city("2026-11-21"), paper.id(), true, "伪造签到", text, ""); };
  EXPECT_EQ(refusal(word_case(database(), own, paper.id(), true, "伪造", "伪造", "")), "inspection.not_yours");
  EXPECT_EQ(refusal(word("王某某伪造签到")), "inspection.case_personal");
  EXPECT_EQ(refusal(word("举报电话13812345678")), "inspection.case_personal");
  must(word("某培训机构伪造学员签到"));
  EXPECT_EQ(refusal(publish_case(database(), city("2026-11-21"), paper.id(), true, "")), "inspection.case_own");
  EXPECT_EQ(must(publish_case(database(), city("2026-11-21", "lin"), paper.id(), true, "")).state, "published");
  EXPECT_EQ(refusal(word_case(database(), city("2026-11-21"), "C-99", true, "x", "x", "")), "inspection.paper_unknown");
}

TEST_P(Closing, ProblemsAreLookedAtAgainAndComeBackWhereTheyReturned) {
  const Party own = district("440111", "2026-11-22");
  const Visit visit = inspected(own, first("institution", "440111"), "enforcement", "2026-11-22", "A1-13");
  const Defect found = look([&](db::Transaction& t) { return store::defects_of(t, visit.id); }).front();
  const auto record = [&](const std::string& code, const std::string& when, const std::string& result) { return refusal(record_look_back(database(), district(code, when), {found.id, result, "", "现场复查"})); };
  EXPECT_EQ(record("440111", "2026-12-31", "open"), "inspection.look_back_early");
  EXPECT_EQ(record("440106", "2027-01-05", "open"), "inspection.defect_unknown");
  EXPECT_EQ(record("440111", "2027-01-05", "holds"), "inspection.look_back_result") << "what is not closed cannot hold";
  EXPECT_EQ(record("440111", "2027-01-05", "open"), "");
  database().write([&](db::Transaction& t) {
    Defect closed = found;
    closed.state = DefectState::Closed;
    store::update(t, closed);
  });
  EXPECT_EQ(record("440111", "2027-01-06", "again"), "");
  EXPECT_EQ(look([&](db::Transaction& t) { return store::defect(t, found.id); })->state, DefectState::Found) << "to be corrected again";
}

TEST_P(Closing, AClosedCampaignHasNothingOpenOrADecisionWithItsReason) {
  const auto refused = close_campaign(database(), city("2027-02-01"), "SI-2026", "");
  ASSERT_FALSE(refused.ok());
  EXPECT_EQ(refused.problem().id, "inspection.closing_open");
  EXPECT_GT(refused.problem().parts.size(), 3U) << "each kind with its clause";
  EXPECT_EQ(refusal(close_campaign(database(), district("440111", "2027-02-01"), "SI-2026", "理由")), "inspection.not_yours");
  EXPECT_EQ(must(close_campaign(database(), city("2027-02-01"), "SI-2026", "市局会议决定")).state, CampaignState::Closed);
  EXPECT_EQ(refusal(close_campaign(database(), city("2027-02-01"), "SI-2026", "再次")), "inspection.campaign_closed");
  const Party own = district("440111", "2026-11-22");
  EXPECT_EQ(refusal(plan_visit(database(), own.actor, own.now, own.viewer, {"SI-2026", "enforcement", first("institution", "440111").id, day("2026-11-22"), {}})), "inspection.campaign_closed");
}

TEST_P(Closing, APhaseIsCompleteWhenNothingOfItIsOpen) {
  const auto complete = [&](const Party& party, const std::string& phase) {
    const auto done = complete_phase(database(), party, "SI-2026", phase);
    return done.ok() ? std::string() : done.problem().id;
  };
  EXPECT_EQ(complete(district("440111", "2026-11-30"), "enforcement"), "inspection.phase_open");
  EXPECT_EQ(complete(district("440111", "2026-11-30"), "spot"), "inspection.not_yours") << "the city's";
  EXPECT_EQ(complete(city("2026-12-31"), "spot"), "inspection.phase_open") << "no spot check was made";
  EXPECT_EQ(complete(district("440111", "2026-11-30"), "self"), "inspection.phase_unknown");
  EXPECT_EQ(complete(district("440111", "2027-01-30"), "summary"), "") << "no problem was found, none is to be looked at again";
  EXPECT_EQ(term("campaign_look_back", "look_back:SI-2026/district:440111"), "done");
}

} // namespace
} // namespace ankao::inspection::tests_
