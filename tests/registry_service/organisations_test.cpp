// SPDX-License-Identifier: Apache-2.0
// Exam organisations of districts (G-09): who enters them, one at a time in a district, which days they stand.
#include "db/use_case.hpp"
#include "registry/service/organisations.hpp"
#include "registry_service/support/story.hpp"

namespace ankao::registry::tests {
namespace {

constexpr const char* k_baiyun = "440111";

class Organisations : public Story {
protected:
  OrganisationForm form(const std::string& from = "2024-03-01", const std::string& district = k_baiyun) {
    return {"白云区安全生产考试中心", district, "广州市白云区某路1号", "李主任", "13812345678", day(from)};
  }
  Result<Organisation> enter(const OrganisationForm& wanted, const ledger::Actor& actor = chen()) {
    return db::decide(database(), [&](db::Transaction& t) { return enter_organisation(t, act(actor, "2024-02-20"), wanted); });
  }
  Result<Organisation> change(const Organisation& one, const OrganisationForm& wanted, const std::string& on = "2024-04-01", const std::string& reason = "搬迁", const ledger::Actor& actor = chen()) {
    return db::decide(database(), [&](db::Transaction& t) { return change_organisation(t, act(actor, on), one.record.id, one.version, wanted, reason); });
  }
  Result<Organisation> end(const Organisation& one, const std::string& last, const std::string& on = "2024-04-01", const ledger::Actor& actor = chen()) {
    return db::decide(database(), [&](db::Transaction& t) { return end_organisation(t, act(actor, on), one.record.id, one.version, day(last), "并入市考试机构"); });
  }
  std::size_t standing(const std::string& on) {
    return db::look(database(), [&](db::Transaction& t) { return organisations_on(t, day(on)); }).size();
  }
  std::int64_t found(const std::string& state, const std::string& on, const std::string& reach = "", const std::string& q = "") {
    return db::look(database(), [&](db::Transaction& t) { return find_organisations(t, {q, "", reach, state, day(on), "o.id", 50, 0}); }).total;
  }
};

std::string first_fault(const Result<Organisation>& result) {
  if (result.ok() || result.problem().parts.empty()) return refusal(result);
  return result.problem().parts.front().id + " " + result.problem().parts.front().at;
}

TEST_P(Organisations, TheCityEntersOneAndItStandsFromItsFirstToItsLastDay) {
  const Organisation one = must(enter(form()));
  EXPECT_EQ(one.record.id, "EO-01");
  EXPECT_EQ(one.record.subject(), "exam_organisation:EO-01");
  EXPECT_EQ(standing("2024-02-29"), 0U);
  EXPECT_EQ(standing("2024-03-01"), 1U) << "the first day counts";
  const Organisation ended = must(end(one, "2024-06-30"));
  EXPECT_EQ(standing("2024-06-30"), 1U) << "and so does the last";
  EXPECT_EQ(standing("2024-07-01"), 0U);
  EXPECT_EQ(ended.version, 2);
  EXPECT_EQ(found("standing", "2024-06-30"), 1);
  EXPECT_EQ(found("ended", "2024-06-30"), 0);
  EXPECT_EQ(found("ended", "2024-07-01"), 1);
  EXPECT_EQ(found("coming", "2024-02-29"), 1);
}

TEST_P(Organisations, OnlyTheCityWritesAndADistrictReadsItsOwn) {
  EXPECT_EQ(refusal(enter(form(), he_of_baiyun())), "register.city_only");
  const Organisation one = must(enter(form()));
  EXPECT_EQ(refusal(change(one, form(), "2024-04-01", "搬迁", he_of_baiyun())), "register.city_only");
  EXPECT_EQ(refusal(end(one, "2024-06-30", "2024-04-01", he_of_baiyun())), "register.city_only");
  EXPECT_TRUE(may_see(chen(), one.record));
  EXPECT_TRUE(may_see(he_of_baiyun(), one.record));
  EXPECT_FALSE(may_see({"wu", "吴", "district_bureau", "district:440106"}, one.record));
  EXPECT_FALSE(may_see(liang(), one.record)) << "no institution sees it";
  EXPECT_FALSE(may_see({"x", "x", "district_bureau", ""}, one.record));
  EXPECT_EQ(found("", "2024-04-01", "440106"), 0);
  EXPECT_EQ(found("", "2024-04-01", k_baiyun), 1);
}

TEST_P(Organisations, ADistrictHasOneAtATimeAndTheRefusalNamesTheOneThatStands) {
  const Organisation one = must(enter(form("2024-03-01")));
  const auto second = enter(form("2024-05-01"));
  ASSERT_EQ(refusal(second), "register.organisation_stands");
  EXPECT_EQ(second.problem().details.at(1), (Detail{"id", "EO-01"}));
  EXPECT_EQ(second.problem().details.at(3), (Detail{"term", "2024-03-01 —"}));
  EXPECT_EQ(second.problem().at, "/district");
  EXPECT_TRUE(enter(form("2024-05-01", "440106")).ok()) << "another district has its own";
  const Organisation ended = must(end(one, "2024-06-30"));
  EXPECT_EQ(refusal(enter(form("2024-06-30"))), "register.organisation_stands") << "its last day is still its own";
  const Organisation next = must(enter(form("2024-07-01")));
  EXPECT_EQ(standing("2024-07-01"), 2U) << "one in each district";
  // Neither an end that is put right nor an earlier beginning may make two of them stand on one day.
  EXPECT_EQ(refusal(end(ended, "2024-07-01")), "register.organisation_stands");
  EXPECT_TRUE(end(ended, "2024-06-29").ok());
  EXPECT_EQ(refusal(change(next, form("2024-06-29"))), "register.organisation_stands");
  EXPECT_TRUE(change(next, form("2024-06-30")).ok());
}

TEST_P(Organisations, FieldsAndDaysAreChecked) {
  OrganisationForm bad = form();
  bad.name = "  ";
  EXPECT_EQ(first_fault(enter(bad)), "register.text_missing /name");
  bad = form();
  bad.district = "440999";
  EXPECT_EQ(first_fault(enter(bad)), "register.district_unknown /district");
  bad = form();
  bad.telephone = "12";
  EXPECT_EQ(first_fault(enter(bad)), "register.telephone /telephone");
  bad = form();
  bad.contact = "";
  EXPECT_EQ(first_fault(enter(bad)), "register.text_missing /contact");
  EXPECT_EQ(first_fault(enter(form("1989-12-31"))), "register.organisation_from /from");
  EXPECT_EQ(first_fault(enter(form("2025-02-21"))), "register.organisation_from /from") << "366 days after 2024-02-20 is 2025-02-20";
  const Organisation one = must(enter(form("2024-03-01")));
  EXPECT_EQ(refusal(end(one, "2024-02-29")), "register.organisation_until") << "the day before it stands";
  EXPECT_EQ(refusal(end(one, "2025-04-03")), "register.organisation_until") << "366 days after 2024-04-01 is 2025-04-02";
  EXPECT_EQ(first_fault(db::decide(database(), [&](db::Transaction& t) { return end_organisation(t, act(chen(), "2024-04-01"), one.record.id, 1, day("2024-06-30"), " "); })), "register.text_missing /reason");
  const Organisation ended = must(end(one, "2024-03-01")); // the day on which it began
  EXPECT_EQ(standing("2024-03-01"), 1U);
  EXPECT_EQ(refusal(change(ended, form("2024-03-01"), "2024-03-02")), "register.organisation_ended");
  EXPECT_EQ(refusal(end(ended, "2024-03-01")), "register.nothing_changed");
}

TEST_P(Organisations, AChangeNamesTheVersionItWasMadeOnAndEveryVersionStays) {
  const Organisation one = must(enter(form()));
  OrganisationForm moved = form();
  moved.address = "广州市白云区新路2号";
  moved.from.reset();
  const Organisation changed = must(change(one, moved));
  EXPECT_EQ(changed.version, 2);
  EXPECT_EQ(changed.record.from, day("2024-03-01")) << "as it stood";
  EXPECT_EQ(changed.record.district, k_baiyun);
  EXPECT_EQ(refusal(change(one, moved)), "register.version_stale") << "somebody was faster";
  EXPECT_EQ(refusal(change(changed, moved)), "register.nothing_changed");
  moved.address = "广州市白云区新路3号";
  EXPECT_EQ(first_fault(change(changed, moved, "2024-04-01", "")), "register.text_missing /reason");
  Organisation unknown = changed;
  unknown.record.id = "EO-99";
  EXPECT_EQ(refusal(change(unknown, moved)), "register.entry_unknown");
  const auto versions = db::look(database(), [](db::Transaction& t) { return organisation_history(t, "EO-01"); });
  ASSERT_EQ(versions.size(), 2U);
  EXPECT_EQ(versions[0].record.at("address"), "广州市白云区某路1号");
  EXPECT_EQ(versions[1].record.at("address"), "广州市白云区新路2号");
  const auto events = events_of("exam_organisation:EO-01");
  ASSERT_EQ(events.size(), 2U);
  EXPECT_EQ(events[0].event.action, "organisation.enter");
  EXPECT_EQ(events[1].event.action, "organisation.change");
  EXPECT_EQ(events[1].event.before, versions[0].sm3);
  EXPECT_EQ(events[1].event.after, versions[1].sm3);
  EXPECT_EQ(events[1].event.reason, "搬迁");
}

TEST_P(Organisations, TheListIsSearchedByNameNumberAndAddressButNotByPerson) {
  must(enter(form()));
  EXPECT_EQ(found("", "2024-04-01", "", "考试中心"), 1);
  EXPECT_EQ(found("", "2024-04-01", "", "eo-01"), 1);
  EXPECT_EQ(found("", "2024-04-01", "", "某路"), 1);
  EXPECT_EQ(found("", "2024-04-01", "", "13812345678"), 0);
}

ANKAO_ON_ALL_STORES(Organisations);

} // namespace
} // namespace ankao::registry::tests
