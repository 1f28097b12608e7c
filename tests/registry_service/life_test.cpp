// SPDX-License-Identifier: Apache-2.0
// P-1.2: reported in writing, verified, published, changed, deregistered; and the register of any past day.
#include "registry/service/checks.hpp"
#include "registry/service/institutions.hpp"
#include "db/use_case.hpp"
#include "registry_service/support/story.hpp"

namespace ankao::registry::tests {
namespace {

using ::testing::ElementsAre;
using ::testing::SizeIs;

InstitutionChanges to(std::optional<SchoolAuthority> school, std::optional<std::string> district = {}) {
  InstitutionChanges changes;
  changes.school = school;
  changes.district = std::move(district);
  return changes;
}

class Life : public Story {
protected:
  InstitutionRecord new_school() {
    InstitutionRecord record;
    record.name = "广州市新办职业培训学校";
    record.supervising_district = "440105";
    record.addresses = {{"广州市海珠区新港路1号", "440105", false}};
    record.contacts = {"周一鸣"};
    record.telephones = {"020-84000000"};
    record.projects = {"OP01"};
    return record;
  }
};

TEST_P(Life, AFirstReportIsVerifiedAndPublishedWithItsEffectiveDate) {
  const auto report = must(submit_report(database(), act(chen(), "2024-03-01"), {ReportKind::First, "", new_school(), "首次开展培训"}));
  EXPECT_EQ(report.institution, "GZ-N001");
  EXPECT_EQ(institution("GZ-N001", "2024-03-01").standing, Standing::Reported);
  must(verify_report(database(), act(chen(), "2024-03-04"), report.id, Verdict::Accept, "资料齐全"));
  EXPECT_EQ(institution("GZ-N001", "2024-03-04").standing, Standing::Verified);
  must(publish_report(database(), act(chen(), "2024-03-05"), report.id, day("2024-03-11"), "准予登记"));
  EXPECT_EQ(institution("GZ-N001", "2024-03-10").standing, Standing::Verified);
  EXPECT_EQ(institution("GZ-N001", "2024-03-11").standing, Standing::Published);
  EXPECT_EQ(institution("GZ-N001", "2024-03-11").since, day("2024-03-11"));
  std::vector<std::string> actions;
  for (const auto& written : events_of("institution:GZ-N001")) actions.push_back(written.event.action + " " + written.event.actor.role);
  EXPECT_THAT(actions, ElementsAre("institution.report city_bureau", "institution.verify city_bureau", "institution.publish city_bureau"));
}

TEST_P(Life, AnEntryNotYetPublishedIsUnknownOutsideAndKnownInside) {
  must(submit_report(database(), act(chen(), "2024-03-01"), {ReportKind::First, "", new_school(), "首次开展培训"}));
  EXPECT_EQ(refusal(show_institution(database(), {}, "GZ-N001", day("2024-03-02"))), "register.entry_unknown");
  EXPECT_EQ(refusal(show_institution(database(), liang(), "GZ-N001", day("2024-03-02"))), "register.entry_unknown");
  EXPECT_TRUE(must(show_institution(database(), chen(), "GZ-N001", day("2024-03-02"))).inside);
}

TEST_P(Life, AChangeHoldsFromItsDayAndThePastStaysAsItWas) {
  const auto report = must(report_new_name("广州东方技术学院", "2024-03-01"));
  must(verify_report(database(), act(chen(), "2024-03-04"), report.id, Verdict::Accept, ""));
  must(publish_report(database(), act(chen(), "2024-03-05"), report.id, day("2024-03-11"), ""));
  const std::string old_name = "广州东方职业技术学院培训中心";
  EXPECT_EQ(institution("GZ-A04", "2024-03-10").record.name, old_name);
  EXPECT_EQ(institution("GZ-A04", "2024-03-11").record.name, "广州东方技术学院");
  EXPECT_EQ(institution("GZ-A04", "2024-03-12").record.name, "广州东方技术学院");
  EXPECT_EQ(institution("GZ-A04", "2024-03-11").since, day("2023-11-04")) << "it has been published all along";
  InstitutionFilter filter;
  filter.q = "东方技术学院";
  filter.order = "v.id";
  filter.day = day("2024-03-10");
  EXPECT_EQ(look(database(), [&](db::Transaction& t) { return find_institutions(t, filter).total; }), 0);
  filter.day = day("2024-03-11");
  EXPECT_EQ(look(database(), [&](db::Transaction& t) { return find_institutions(t, filter).total; }), 1);
}

TEST_P(Life, EveryStepHasItsEventWithTheDigestsBeforeAndAfter) {
  const auto report = must(report_new_name("广州东方技术学院", "2024-03-01"));
  must(verify_report(database(), act(chen(), "2024-03-04"), report.id, Verdict::Accept, ""));
  must(publish_report(database(), act(chen(), "2024-03-05"), report.id, {}, "同意变更"));
  const auto events = events_of("institution:GZ-A04");
  ASSERT_THAT(events, SizeIs(2));
  EXPECT_EQ(events[1].event.before, events[0].event.after);
  EXPECT_NE(events[1].event.after, events[0].event.after);
  EXPECT_EQ(events[1].event.reason, "同意变更");
  EXPECT_THAT(events_of("report:" + report.id), SizeIs(3));
}

TEST_P(Life, AReturnedReportChangesNothingAndANewOneMayFollow) {
  const auto report = must(report_new_name("广州东方技术学院", "2024-03-01"));
  EXPECT_EQ(refusal(verify_report(database(), act(chen(), "2024-03-04"), report.id, Verdict::Return, " ")), "register.invalid")
      << "a return needs a reason";
  must(verify_report(database(), act(chen(), "2024-03-04"), report.id, Verdict::Return, "未附更名批文"));
  EXPECT_EQ(refusal(publish_report(database(), act(chen(), "2024-03-05"), report.id, {}, "")), "register.report_state");
  EXPECT_EQ(institution("GZ-A04", "2024-03-06").version, 1);
  EXPECT_TRUE(report_new_name("广州东方技术学院", "2024-03-07").ok());
}

TEST_P(Life, ASecondReportWaitsForTheFirst) {
  must(report_new_name("广州东方技术学院", "2024-03-01"));
  EXPECT_EQ(refusal(report_new_name("广州东方学院", "2024-03-02")), "register.report_open");
}

TEST_P(Life, ADeregisteredEntryLeavesTheListOnItsDay) {
  const auto report = must(submit_report(database(), act(liang(), "2024-03-01"), {ReportKind::Deregister, "GZ-A04", {}, "停止培训业务"}));
  must(verify_report(database(), act(chen(), "2024-03-04"), report.id, Verdict::Accept, ""));
  must(publish_report(database(), act(chen(), "2024-03-05"), report.id, day("2024-04-01"), ""));
  EXPECT_EQ(institution("GZ-A04", "2024-03-31").standing, Standing::Published);
  EXPECT_EQ(institution("GZ-A04", "2024-04-01").standing, Standing::Deregistered);
  InstitutionFilter filter;
  filter.order = "v.id";
  filter.day = day("2024-04-01");
  EXPECT_EQ(look(database(), [&](db::Transaction& t) { return find_institutions(t, filter).total; }), 61);
}

TEST_P(Life, AnInstitutionReportsOnlyItselfAndADistrictNothing) {
  ReportDraft draft{ReportKind::Deregister, "GZ-A04", {}, "注销"};
  EXPECT_EQ(refusal(submit_report(database(), act(fang(), "2024-03-01"), draft)), "register.out_of_scope");
  EXPECT_EQ(refusal(submit_report(database(), act(he_of_baiyun(), "2024-03-01"), draft)), "register.out_of_scope");
  EXPECT_EQ(count("registry_report"), 0);
}

TEST_P(Life, OnlyTheCityVerifiesAndPublishes) {
  const auto report = must(report_new_name("广州东方技术学院", "2024-03-01"));
  EXPECT_EQ(refusal(verify_report(database(), act(he_of_baiyun(), "2024-03-04"), report.id, Verdict::Accept, "")), "register.city_only");
  must(verify_report(database(), act(chen(), "2024-03-04"), report.id, Verdict::Accept, ""));
  EXPECT_EQ(refusal(publish_report(database(), act(he_of_baiyun(), "2024-03-05"), report.id, {}, "")), "register.city_only");
  EXPECT_EQ(refusal(publish_report(database(), act(liang(), "2024-03-05"), report.id, {}, "")), "register.city_only");
}

TEST_P(Life, AReportIsOutdatedWhenTheRegisterChangedTheSameFieldOnly) {
  ReportDraft draft{ReportKind::Change, "GZ-A04", institution("GZ-A04", "2024-03-01").record, "变更"};
  draft.record->supervising_district = "440106";
  const auto report = must(submit_report(database(), act(liang(), "2024-03-01"), draft));
  must(verify_report(database(), act(chen(), "2024-03-02"), report.id, Verdict::Accept, ""));
  must(edit_institution(database(), act(chen(), "2024-03-03"), {"GZ-A04", 1, "核定监管区"}, to(SchoolAuthority::Education, "440112")));
  EXPECT_EQ(refusal(publish_report(database(), act(chen(), "2024-03-05"), report.id, {}, "")), "register.report_outdated");
  must(edit_institution(database(), act(chen(), "2024-03-06"), {"GZ-A04", 2, "改回"}, to({}, "440111")));
  must(publish_report(database(), act(chen(), "2024-03-07"), report.id, {}, ""));
  const auto record = institution("GZ-A04", "2024-03-07").record;
  EXPECT_EQ(record.supervising_district, "440106");
  EXPECT_EQ(record.school, SchoolAuthority::Education) << "what the report did not touch stays";
}

TEST_P(Life, ANameThatStandsAlreadyIsRefused) {
  EXPECT_EQ(refusal(report_new_name("广州市技师学院", "2024-03-01")), "register.name_taken");
}

TEST_P(Life, AllFaultsOfAReportComeAtOnceWithTheirPlaces) {
  ReportDraft draft{ReportKind::Change, "GZ-A04", institution("GZ-A04", "2024-03-01").record, "变更"};
  draft.record->telephones = {"12"};
  draft.record->projects = {"OP99"};
  draft.record->credit_code = "91350100M000100Y44";
  const auto refused = submit_report(database(), act(liang(), "2024-03-01"), draft);
  ASSERT_FALSE(refused.ok());
  std::vector<std::string> places;
  for (const Problem& part : refused.problem().parts) places.push_back(part.at + " " + part.id);
  EXPECT_THAT(places,
              ::testing::UnorderedElementsAre("/record/telephones/0 register.telephone", "/record/projects/0 register.subject_unknown",
                                              "/record/credit_code number.credit_check"));
}

TEST_P(Life, AnEditOfAnOlderVersionIsRefused) {
  must(edit_institution(database(), act(chen(), "2024-03-01"), {"GZ-A04", 1, "核实"}, to(SchoolAuthority::Education)));
  EXPECT_EQ(refusal(edit_institution(database(), act(chen(), "2024-03-01"), {"GZ-A04", 1, "核实"}, to(SchoolAuthority::None))),
            "register.version_stale");
  EXPECT_EQ(refusal(edit_institution(database(), act(fang(), "2024-03-01"), {"GZ-A04", 2, "核实"}, to(SchoolAuthority::None))),
            "register.out_of_scope");
}

TEST_P(Life, MarkupAndSqlInTextsStayText) {
  const std::string nasty = "<script>alert(1)</script>'; DROP TABLE register_version; --";
  const auto report = must(report_new_name(nasty, "2024-03-01"));
  must(verify_report(database(), act(chen(), "2024-03-04"), report.id, Verdict::Accept, nasty));
  must(publish_report(database(), act(chen(), "2024-03-05"), report.id, {}, nasty));
  EXPECT_EQ(institution("GZ-A04", "2024-03-05").record.name, nasty);
  InstitutionFilter filter;
  filter.q = "'; DROP TABLE";
  filter.order = "v.id";
  filter.day = day("2024-03-05");
  EXPECT_EQ(look(database(), [&](db::Transaction& t) { return find_institutions(t, filter).total; }), 1);
  filter.q = "%";
  EXPECT_EQ(look(database(), [&](db::Transaction& t) { return find_institutions(t, filter).total; }), 0) << "% means itself";
}

ANKAO_ON_ALL_STORES(Life);

} // namespace
} // namespace ankao::registry::tests
