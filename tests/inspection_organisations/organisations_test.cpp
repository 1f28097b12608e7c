// SPDX-License-Identifier: Apache-2.0
// A district's exam organisation in a special inspection: a target of its district, whose bureau writes for it (G-09, decision 0043).
#include "inspection_campaign/support/desk.hpp"

#include <algorithm>

#include "inspection/files/law.hpp"
#include "inspection/rules/visits.hpp"
#include "inspection/service/closing.hpp"
#include "inspection/service/defects.hpp"
#include "inspection/service/facts.hpp"
#include "inspection/service/handovers.hpp"
#include "inspection/service/offices.hpp"
#include "inspection/service/self_reports.hpp"
#include "inspection/service/spots.hpp"
#include "paper/docx.hpp"
#include "registry/service/organisations.hpp"

namespace ankao::inspection::tests_ {
namespace {

constexpr const char* k_home = "440111";  // Baiyun
constexpr const char* k_other = "440106"; // Tianhe
constexpr const char* k_campaign = "SI-2027";
constexpr const char* k_subject = "exam_organisation:EO-01";
const ledger::Actor k_wu{"wu", "吴局长", "district_bureau", "district:440111"};

class Organisations : public Desk {
protected:
  registry::Organisation enter(const std::string& from, const std::string& code = k_home) {
    return must(db::decide(database(), [&](db::Transaction& t) {
      return registry::enter_organisation(t, {city("2027-01-04").actor, at("2027-01-04")}, {"区安全生产考试中心", code, "某路1号", "李主任", "13812345678", day(from)});
    }));
  }
  void end(const std::string& last, const std::string& on, int version = 1) {
    must(db::decide(database(), [&](db::Transaction& t) { return registry::end_organisation(t, {city(on).actor, at(on)}, "EO-01", version, day(last), "撤销"); }));
  }
  void start(const std::string& on = "2027-10-10") { must(create_campaign(database(), city(on).actor, at(on), {2027, "2027年专项检查"})); }
  std::vector<std::string> organisations_on(const std::string& on) {
    std::vector<std::string> out;
    for (const Target& one : look([&](db::Transaction& t) { return targets_on(t, day(on)); }))
      if (one.checklist == "exam_organisation") out.push_back(one.subject + "/" + one.district);
    return out;
  }
  Target target() {
    return look([](db::Transaction& t) { return *store::target(t, k_campaign, k_subject); });
  }
  SelfReport filled() {
    const Campaign campaign = look([](db::Transaction& t) { return *store::campaign(t, k_campaign); });
    SelfReport r = look([&](db::Transaction& t) { return prefilled(t, campaign, {target()}, at("2027-11-02")); });
    r.founded = "2010年";
    r.head = "李主任";
    r.scope = "组织辖区考试";
    r.staff = 6;
    r.none_found = true;
    r.improvement = "每月自查一次";
    return r;
  }
  Paper handed_in(const std::string& when) {
    const Party office = district(k_home, when);
    return must(submit_report(database(), office, must(save_report(database(), office, k_campaign, k_subject, filled())).id()));
  }
  std::int64_t rows(const Party& party, const std::string& state, const std::string& today) {
    return look([&](db::Transaction& t) { return store::self_rows(t, {party.viewer, party.organisation(), k_campaign, "exam_organisation", "", state, day(today), day("2027-11-10"), 50, 0, ""}); }).total;
  }
  std::size_t open(const std::string& kind) {
    const auto all = look([](db::Transaction& t) { return open_things(t, *store::campaign(t, k_campaign)); });
    return static_cast<std::size_t>(std::count_if(all.begin(), all.end(), [&](const OpenThing& one) { return one.kind == kind && one.subject.find("exam_organisation") != std::string::npos; }));
  }
  store::Progress progress_of(const std::string& code) {
    for (const store::Progress& one : look([](db::Transaction& t) { return store::progress(t, k_campaign); }))
      if (one.checklist == "exam_organisation" && one.district == code) return one;
    return {};
  }
  Defect found_by(const Party& party) {
    const Visit visit = inspected(party, target(), "enforcement", "2027-11-22", first_item(), k_campaign);
    return look([&](db::Transaction& t) { return store::defects_of(t, visit.id); }).at(0);
  }
  static std::string first_item() { return shipped_checklist("exam_organisation")->sections.front().items.front().id; }
};
INSTANTIATE_TEST_SUITE_P(Databases, Organisations, ::testing::Values("memory", "postgresql"), tests::store_name<::testing::TestParamInfo<std::string>>);

TEST_P(Organisations, ThoseThatStandOnTheDayAreTargetsOfTheirDistrict) {
  EXPECT_EQ(organisations_on("2027-10-10"), std::vector<std::string>{"city:exam_organisation/"}) << "the notice prints no district's";
  enter("2027-10-10");
  EXPECT_EQ(organisations_on("2027-10-09"), std::vector<std::string>{"city:exam_organisation/"}) << "the day before it stands";
  const std::vector<std::string> both{"city:exam_organisation/", "exam_organisation:EO-01/440111"};
  EXPECT_EQ(organisations_on("2027-10-10"), both);
  end("2027-10-20", "2027-10-11");
  EXPECT_EQ(organisations_on("2027-10-20"), both) << "on its last day";
  EXPECT_EQ(organisations_on("2027-10-21"), std::vector<std::string>{"city:exam_organisation/"}) << "ended the day before";
}

TEST_P(Organisations, ItsDistrictWritesItsReportAndReceivesItAndItIsLateWhenMissing) {
  enter("2027-01-04");
  start();
  const Party office = district(k_home, "2027-11-02"), other = district(k_other, "2027-11-02");
  EXPECT_TRUE(may_write(office, target()));
  for (const Party& stranger : {other, city("2027-11-02"), organisation("2027-11-02"), institution("GZ-A01", "2027-11-02"), site("GZ-A01-S1", "2027-11-02")}) {
    EXPECT_FALSE(may_write(stranger, target())) << stranger.actor.role;
    EXPECT_EQ(refusal(save_report(database(), stranger, k_campaign, k_subject, filled())), "inspection.target_unknown") << stranger.actor.role;
  }
  EXPECT_EQ(due("campaign_self_district_organisation", std::string("self:SI-2027/") + k_subject), "2027-11-10") << "a term of the district";
  EXPECT_EQ(term("campaign_self_organisation", "self:SI-2027/city:exam_organisation"), "open") << "and of the city's own as ever";
  EXPECT_EQ(rows(office, "overdue", "2027-11-10"), 0) << "the last day is not over";
  EXPECT_EQ(rows(office, "overdue", "2027-11-11"), 1);
  EXPECT_EQ(rows(organisation("2027-11-11"), "missing", "2027-11-11"), 1) << "the city's organisation sees its own row only";
  EXPECT_EQ(rows(other, "", "2027-11-11"), 0);
  EXPECT_EQ(open("self_report"), 2U) << "the city's and the district's";
  const Paper paper = handed_in("2027-11-10");
  EXPECT_EQ(term("campaign_self_district_organisation", std::string("self:SI-2027/") + k_subject), "done");
  EXPECT_EQ(term("campaign_self_organisation", "self:SI-2027/city:exam_organisation"), "open") << "nobody else's term";
  EXPECT_EQ(progress_of(k_home).self, 1) << "it counts as its self-inspection";
  EXPECT_EQ(rows(office, "overdue", "2027-11-11"), 0);
  EXPECT_TRUE(sees(city("2027-11-11"), paper));
  EXPECT_TRUE(sees(office, paper));
  EXPECT_FALSE(sees(other, paper));
  EXPECT_FALSE(sees(organisation("2027-11-11"), paper)) << "the account is the city's";
  EXPECT_FALSE(may_receive(city("2027-11-11"), paper));
  EXPECT_EQ(open("self_receive"), 1U);
  EXPECT_EQ(refusal(receive_report(database(), other, paper.id(), true, "")), "inspection.paper_unknown");
  must(receive_report(database(), office, paper.id(), false, "数据不全"));
  EXPECT_EQ(term("campaign_self_district_organisation", std::string("self:SI-2027/") + k_subject), "open") << "given back, it is to be done again";
  EXPECT_EQ(must(receive_report(database(), office, handed_in("2027-11-09").id(), true, "")).state, "received");
  EXPECT_EQ(open("self_receive") + open("self_report"), 1U) << "the city's own is still missing";
  const auto sheet = look([&](db::Transaction& t) { return report_form(t, *store::paper_of(t, PaperKind::SelfReport, k_campaign, k_subject), at("2027-11-11")); });
  std::string all;
  for (const auto& block : must(sheet).blocks) all += block.text + "\n";
  EXPECT_NE(all.find("白云区应急管理局"), std::string::npos) << "the seal is its district's: " << all;
}

TEST_P(Organisations, ItCountsInFullCoverageAndItsDistrictAndThePairInspectIt) {
  enter("2027-01-04");
  start();
  EXPECT_EQ(progress_of(k_home).targets, 1);
  EXPECT_EQ(progress_of(k_home).inspected, 0);
  EXPECT_EQ(open("uninspected"), 1U) << "the district's, not the city's";
  const InspectionLaw& law = shipped_law();
  const auto pair = std::find_if(law.pairs.begin(), law.pairs.end(), [](const Pair& one) { return one.of == k_home; });
  ASSERT_NE(pair, law.pairs.end());
  const auto may = [&](const Viewer& viewer, const std::string& phase) { return may_inspect(law, viewer, target(), phase).ok(); };
  EXPECT_TRUE(may({"district", k_home}, "enforcement"));
  EXPECT_TRUE(may({"district", pair->by}, "enforcement")) << "in the cross inspection";
  EXPECT_FALSE(may({"district", pair->by}, "spot"));
  EXPECT_FALSE(may({"district", pair->by == k_other ? "440115" : k_other}, "enforcement"));
  EXPECT_TRUE(may({"city", ""}, "spot"));
  EXPECT_FALSE(may({"district", k_home}, "self")) << "its self-inspection is a paper";
  EXPECT_FALSE(may({"institution", "GZ-A01"}, "enforcement"));
  const auto missing = [&] {
    const auto all = look([&](db::Transaction& t) { return gathered(t, *store::campaign(t, k_campaign), pair->by, k_home, {}); }).missing;
    return std::count_if(all.begin(), all.end(), [](const Handover::Piece& one) { return one.id == k_subject; });
  };
  EXPECT_EQ(missing(), 1) << "the pair has not inspected it";
  const auto spots = look([](db::Transaction& t) { return spot_candidates(t, *store::campaign(t, k_campaign), day("2027-12-10")); });
  EXPECT_TRUE(std::any_of(spots.begin(), spots.end(), [](const SpotCandidate& one) { return one.target == k_subject && one.district == k_home; })) << "the city may draw it";
  inspected(district(k_home, "2027-11-22"), target(), "enforcement", "2027-11-22", "", k_campaign);
  EXPECT_EQ(progress_of(k_home).inspected, 1);
  EXPECT_EQ(progress_of("").inspected, 0) << "the city's own is another";
  EXPECT_EQ(open("uninspected"), 0U);
}

TEST_P(Organisations, OneEndedWhileTheCampaignRunsIsLikeAPlaceOffTheRegister) {
  enter("2027-01-04");
  start();
  const Party office = district(k_home, "2027-11-22");
  const auto standing = [&](const std::string& on) { return look([&](db::Transaction& t) { return place_of(t, target(), day(on)); }); };
  EXPECT_EQ(standing("2027-11-20").standing, "published");
  EXPECT_EQ(standing("2027-11-20").since, day("2027-01-04"));
  const auto before = must(plan_visit(database(), office.actor, office.now, office.viewer, {k_campaign, "enforcement", k_subject, day("2027-11-23"), {}}));
  end("2027-11-22", "2027-11-22");
  EXPECT_EQ(standing("2027-11-22").standing, "published") << "its last day";
  EXPECT_EQ(standing("2027-11-23").standing, "deregistered");
  EXPECT_EQ(standing("2027-11-23").since, day("2027-11-23"));
  const Party next = district(k_home, "2027-11-23");
  must(look([&](db::Transaction& t) { return open_visit(t, next.viewer, before.id); })); // what was begun goes on
  const Party city_now = city("2027-11-23");
  EXPECT_EQ(refusal(plan_visit(database(), city_now.actor, city_now.now, city_now.viewer, {k_campaign, "enforcement", k_subject, day("2027-11-24"), {}})), "inspection.target_deregistered");
  EXPECT_EQ(look([](db::Transaction& t) { return place_of(t, {"city:exam_organisation", "exam_organisation", "city:exam_organisation", "市考试机构", "", "", "", true}, day("2027-11-23")); }).standing, "") << "the city's is no register place";
}

TEST_P(Organisations, ItsDistrictReportsTheCorrectionAndASecondPersonChecksIt) {
  enter("2027-01-04");
  start();
  const Party office = district(k_home, "2027-11-22");
  const Defect found = found_by(office);
  EXPECT_EQ(found.district, k_home);
  must(assign_defect(database(), office.actor, office.now, office.viewer, {found.id, "补齐制度", "李主任", day("2027-12-20")}));
  const auto correct = [&](const Party& party) { return correct_defect(database(), party.actor, party.now, party.viewer, {found.id, "已补齐", "缺制度", "制度齐全"}); };
  EXPECT_EQ(refusal(correct(district(k_other, "2027-12-01"))), "inspection.defect_unknown");
  EXPECT_EQ(refusal(correct(city("2027-12-01"))), "inspection.not_yours");
  must(correct(district(k_home, "2027-12-01")));
  EXPECT_EQ(refusal(check_defect(database(), office.actor, at("2027-12-02"), office.viewer, found.id, true, "")), "inspection.defect_own") << "not by whoever reported it";
  EXPECT_EQ(must(check_defect(database(), k_wu, at("2027-12-02"), office.viewer, found.id, true, "")).state, DefectState::Closed);
  // The look back of the district finds it like any other.
  EXPECT_EQ(must(record_look_back(database(), district(k_home, "2028-01-05"), {found.id, "holds", "", "现场复查"})).district, k_home);
}

TEST_P(Organisations, AProblemOfAProductionUnitIsCorrectedByItsDistrictOnly) {
  start();
  const Party office = district(k_home, "2027-11-22");
  const Target unit = must(add_unit(database(), office, {k_campaign, "某厂", "91350100M000100Y43", "某路"}));
  Defect defect;
  defect.district = k_home;
  EXPECT_TRUE(may_correct(office.viewer, defect));
  EXPECT_FALSE(may_correct({"district", k_other}, defect));
  EXPECT_TRUE(may_write(office, unit));
  defect.institution = "GZ-A01";
  EXPECT_FALSE(may_correct(office.viewer, defect)) << "an institution answers for itself";
  EXPECT_TRUE(may_correct({"institution", "GZ-A01"}, defect));
  defect = {};
  EXPECT_FALSE(may_correct({"district", ""}, defect));
  EXPECT_FALSE(may_correct({"city", ""}, defect));
  EXPECT_FALSE(may_correct({"organisation", ""}, defect));
  EXPECT_FALSE(may_see({"organisation", ""}, defect)) << "the city's exam organisation sees its own problems only";
}

TEST_P(Organisations, ItsFigureIsTheSitesOfItsDistrictAndItHasNoConditions) {
  enter("2027-01-04");
  start();
  const auto fact = [&](const std::string& name) { return look([&](db::Transaction& t) { return fact_of(t, target(), name, day("2027-11-22")); }); };
  const auto register_of_day = look([](db::Transaction& t) { return registry::snapshot(t, day("2027-11-22")); });
  const auto here = std::count_if(register_of_day.sites.begin(), register_of_day.sites.end(), [](const auto& one) { return one.standing == registry::Standing::Published && one.record.district == k_home; });
  ASSERT_GT(here, 0);
  EXPECT_EQ(fact("own_sites")->value, here);
  EXPECT_FALSE(fact("telephones").has_value());
}

TEST(TheCitysOrganisation, ReportsItsOwnCorrectionsAndTheCityChecksThem) {
  const Viewer organisation{"organisation", ""}, city{"city", ""};
  Defect own;
  own.target = "city:exam_organisation";
  EXPECT_TRUE(may_see(organisation, own));
  EXPECT_TRUE(may_correct(organisation, own));
  EXPECT_FALSE(may_follow(organisation, own)) << "an office found it";
  EXPECT_FALSE(may_correct(city, own));
  EXPECT_TRUE(may_follow(city, own));
  Defect other = own;
  other.target = "institution:GZ-A01";
  other.institution = "GZ-A01";
  EXPECT_FALSE(may_see(organisation, other));
  EXPECT_FALSE(may_correct(organisation, other));
}

} // namespace
} // namespace ankao::inspection::tests_
