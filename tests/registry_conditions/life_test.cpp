// SPDX-License-Identifier: Apache-2.0
// Conditions of places on every database: who declares and confirms, what each day knew, what runs out.
#include "db/use_case.hpp"
#include "deadlines/store/terms.hpp"
#include "registry/demo/conditions.hpp"
#include "registry/service/condition_reading.hpp"
#include "registry/service/conditions.hpp"
#include "registry_service/support/story.hpp"

namespace ankao::registry::tests {
namespace {

constexpr const char* k_place = "GZ-A04"; // of liang
constexpr const char* k_site = "GZ-A01-S1";

class Conditions : public Story {
protected:
  Result<Sheet> declare(const ledger::Actor& actor, const std::string& on, ConditionDraft draft) {
    return db::decide(database(), [&](db::Transaction& t) { return declare_conditions(t, act(actor, on), files, draft); });
  }
  Result<Sheet> declare(const std::string& on, std::vector<Stated> values) { return declare(liang(), on, {k_place, std::move(values), std::nullopt, std::nullopt}); }
  Result<Sheet> decide(const ledger::Actor& actor, const std::string& on, const std::string& id, bool accept = true, const std::string& reason = "") {
    return db::decide(database(), [&](db::Transaction& t) {
      return decide_conditions(t, act(actor, on), id, accept, reason, [&](db::Transaction&, const Sheet& sheet, Instant) { told.push_back(sheet.id() + " " + name_of(sheet.state)); });
    });
  }
  std::optional<KnownCondition> known_on(const std::string& id, const std::string& on, const std::string& place = k_place) {
    return db::look(database(), [&](db::Transaction& t) -> std::optional<KnownCondition> {
      const auto found = conditions_on(t, place, day(on));
      return found ? known(*found, id) : std::nullopt;
    });
  }
  ledger::Actor district_of(const std::string& place) {
    const auto found = db::look(database(), [&](db::Transaction& t) { return condition_place(t, place, day("2024-02-01")); });
    return {"he", "何队长", "district_bureau", "district:" + found->district};
  }
  std::optional<deadlines::Term> term(const std::string& deadline, const std::string& subject) {
    return db::look(database(), [&](db::Transaction& t) { return deadlines::store::term(t, deadline, subject); });
  }
  static Stated area(std::int64_t hundredths) { return {"classroom_area", hundredths, std::nullopt, std::nullopt, "", {}}; }
  static Stated lease(const std::string& from, const std::string& until) { return {"lease_years", 0, day(from), day(until), "", {}}; }

  EvidenceOf files;
  std::vector<std::string> told;
};

TEST_P(Conditions, DeclaredThenConfirmedByTheDistrict) {
  const Sheet sheet = must(declare("2024-02-01", {area(9950)}));
  EXPECT_EQ(sheet.id(), "CS-1");
  EXPECT_FALSE(known_on("classroom_area", "2024-02-01")->confirmed) << "declared, not confirmed";
  EXPECT_EQ(known_on("classroom_area", "2024-02-01")->value, 99);
  EXPECT_EQ(known_on("classroom_area", "2024-02-01")->text, "99.50 m²");
  ASSERT_TRUE(term("condition_check", "condition:CS-1").has_value());
  EXPECT_EQ(must(decide(district_of(k_place), "2024-02-05", "CS-1")).state, SheetState::Confirmed);
  EXPECT_TRUE(known_on("classroom_area", "2024-02-05")->confirmed);
  EXPECT_EQ(term("condition_check", "condition:CS-1")->state, deadlines::TermState::Done);
  EXPECT_EQ(told, std::vector<std::string>{"CS-1 confirmed"});
  const auto events = events_of(std::string("institution:") + k_place);
  ASSERT_GE(events.size(), 2u);
  EXPECT_EQ(events[events.size() - 2].event.action, "condition.declare");
  EXPECT_EQ(events.back().event.action, "condition.confirm");
  EXPECT_EQ(events.back().event.before, events[events.size() - 2].event.after) << "confirmed is what was declared";
}

TEST_P(Conditions, WhatADayKnewStaysAsItWas) {
  must(declare("2024-02-01", {area(12000)}));
  must(decide(district_of(k_place), "2024-02-05", "CS-1"));
  must(declare("2024-03-01", {area(8000)}));
  EXPECT_FALSE(known_on("classroom_area", "2024-01-31").has_value()) << "nothing yet";
  EXPECT_FALSE(known_on("classroom_area", "2024-02-04")->confirmed);
  EXPECT_EQ(known_on("classroom_area", "2024-03-02")->value, 120) << "the confirmed one holds while another waits";
  must(decide(district_of(k_place), "2024-03-06", "CS-2"));
  EXPECT_EQ(known_on("classroom_area", "2024-03-06")->value, 80);
  EXPECT_EQ(known_on("classroom_area", "2024-03-05")->value, 120) << "a visit of the day before saw this";
}

TEST_P(Conditions, ADeclarationIsValidFromItsDay) {
  EXPECT_EQ(refusal(declare(liang(), "2024-03-01", {k_place, std::vector<Stated>{area(100)}, std::nullopt, day("2024-03-02")})), "register.condition_from") << "not ahead";
  EXPECT_EQ(refusal(declare(liang(), "2024-03-01", {k_place, std::vector<Stated>{area(100)}, std::nullopt, day("2024-03-01") - k_longest_back - 1})), "register.condition_from");
  EXPECT_EQ(must(declare(liang(), "2024-03-01", {k_place, std::vector<Stated>{area(100)}, std::nullopt, day("2024-03-01") - k_longest_back})).valid_from, day("2024-03-01") - k_longest_back) << "just inside";
}

TEST_P(Conditions, OnlyTheOwnPlaceAndTheOwnDistrict) {
  EXPECT_EQ(refusal(declare(fang(), "2024-02-01", {k_place, std::vector<Stated>{area(100)}, std::nullopt, std::nullopt})), "register.out_of_scope");
  EXPECT_EQ(refusal(declare(chen(), "2024-02-01", {k_place, std::vector<Stated>{area(100)}, std::nullopt, std::nullopt})), "register.out_of_scope") << "the city declares for nobody";
  EXPECT_EQ(refusal(declare(liang(), "2024-02-01", {"GZ-X99", std::vector<Stated>{area(100)}, std::nullopt, std::nullopt})), "register.entry_unknown");
  must(declare("2024-02-01", {area(12000)}));
  EXPECT_EQ(refusal(decide({"x", "某", "district_bureau", "district:440100"}, "2024-02-02", "CS-1")), "register.sheet_unknown") << "another district";
  EXPECT_EQ(refusal(decide(chen(), "2024-02-02", "CS-1")), "register.out_of_scope") << "the city sees it, the district confirms";
  ledger::Actor same = district_of(k_place);
  same.account = liang().account;
  EXPECT_EQ(refusal(decide(same, "2024-02-02", "CS-1")), "register.sheet_own");
  ledger::Actor deputy = district_of(k_place);
  deputy.behalf = liang().account;
  EXPECT_EQ(refusal(decide(deputy, "2024-02-02", "CS-1")), "register.sheet_own") << "nor whoever acts for the declarer";
  EXPECT_EQ(refusal(decide(district_of(k_place), "2024-02-02", "CS-9")), "register.sheet_unknown");
}

TEST_P(Conditions, AnInstitutionDeclaresForItsOwnSite) {
  const ledger::Actor owner{"own", "主", "institution", "institution:GZ-A01"};
  const ledger::Actor site{"site", "点", "exam_site", std::string("site:") + k_site};
  const std::vector<Stated> office{{"office_area", 4000, std::nullopt, std::nullopt, "", {}}};
  must(declare(owner, "2024-02-01", {k_site, office, std::nullopt, std::nullopt}));
  EXPECT_EQ(refusal(declare(liang(), "2024-02-01", {k_site, office, std::nullopt, std::nullopt})), "register.out_of_scope");
  EXPECT_EQ(refusal(declare(site, "2024-02-01", {"GZ-A01", office, std::nullopt, std::nullopt})), "register.out_of_scope") << "a site not for its owner";
  EXPECT_EQ(refusal(declare(site, "2024-02-01", {k_site, std::vector<Stated>{area(100)}, std::nullopt, std::nullopt})), "register.invalid") << "no form asks a site for a classroom";
}

TEST_P(Conditions, ReturnedWithAReasonAndDeclaredAgain) {
  must(declare("2024-02-01", {area(12000)}));
  EXPECT_EQ(refusal(decide(district_of(k_place), "2024-02-02", "CS-1", false, " ")), "register.invalid") << "a reason";
  must(decide(district_of(k_place), "2024-02-02", "CS-1", false, "图纸与实际不符"));
  EXPECT_EQ(refusal(decide(district_of(k_place), "2024-02-02", "CS-1")), "register.sheet_decided");
  EXPECT_FALSE(known_on("classroom_area", "2024-02-03").has_value()) << "what was returned is not known";
  EXPECT_EQ(must(declare("2024-02-03", {area(12000)})).id(), "CS-2") << "the same again is a new declaration";
  EXPECT_EQ(refusal(declare("2024-02-04", {area(12000)})), "register.nothing_changed") << "while it waits it changes nothing";
  must(declare("2024-02-04", {area(12500)}));
  EXPECT_EQ(refusal(decide(district_of(k_place), "2024-02-05", "CS-2")), "register.sheet_decided") << "replaced by CS-3";
  EXPECT_EQ(term("condition_check", "condition:CS-2")->state, deadlines::TermState::Waived);
  EXPECT_EQ(term("condition_check", "condition:CS-3")->state, deadlines::TermState::Open);
}

TEST_P(Conditions, WhatIsNotSaidAnewStays) {
  StaffRow person;
  person.name = "张三";
  person.post = "manager";
  person.full_time = true;
  must(declare(liang(), "2024-02-01", {k_place, std::vector<Stated>{area(12000)}, std::vector<StaffRow>{person}, std::nullopt}));
  const Sheet second = must(declare("2024-02-02", {area(13000)}));
  EXPECT_EQ(second.staff.size(), 1u);
  const Sheet third = must(declare(liang(), "2024-02-03", {k_place, std::nullopt, std::vector<StaffRow>{}, std::nullopt}));
  EXPECT_EQ(third.values.size(), 1u);
  EXPECT_TRUE(third.staff.empty());
}

TEST_P(Conditions, FaultsAreToldAllAtOnce) {
  StaffRow bad;
  bad.name = "";
  bad.post = "cook";
  bad.certificate = "teacher"; // without a number
  bad.projects = {"OP99"};
  const auto refused = declare(liang(), "2024-02-01",
                               {k_place,
                                std::vector<Stated>{{"full_time_managers", 3, std::nullopt, std::nullopt, "", {}}, {"lease_years", 0, day("2024-01-02"), day("2024-01-01"), "", {}}, area(60), area(1), {"classroom_places", 1'000'001, std::nullopt, std::nullopt, "", {}}},
                                std::vector<StaffRow>{bad}, std::nullopt});
  ASSERT_FALSE(refused.ok());
  std::vector<std::string> found;
  for (const Problem& one : refused.problem().parts) found.push_back(one.id + " " + one.at);
  EXPECT_THAT(found, ::testing::UnorderedElementsAre("register.condition_counted /values/0/condition", "register.condition_term /values/1/until", "register.doubled /values/3/condition", "register.not_number /values/4/number",
                                                     "register.text_missing /staff/0/name", "register.not_choice /staff/0/post", "register.text_missing /staff/0/number", "register.staff_project /staff/0/projects/0"));
  EXPECT_EQ(count("condition_sheet"), 0) << "nothing is kept";
}

TEST_P(Conditions, TheFilesThatStoodAreKeptWithTheFigure) {
  files = [](db::Transaction&, const std::string& place) { return std::map<std::string, std::vector<std::string>>{{"classroom_area", {place + "-sm3"}}}; };
  EXPECT_EQ(must(declare("2024-02-01", {area(12000)})).values.front().evidence, std::vector<std::string>{"GZ-A04-sm3"});
  EXPECT_EQ(refusal(declare("2024-02-02", {area(12000)})), "register.nothing_changed");
  files = [](db::Transaction&, const std::string&) { return std::map<std::string, std::vector<std::string>>{{"classroom_area", {"another"}}}; };
  EXPECT_EQ(must(declare("2024-02-02", {area(12000)})).id(), "CS-2") << "a new file is a change";
}

TEST_P(Conditions, WhatRunsOutIsToldBeforeAndDoneByTheRenewal) {
  const ledger::Actor platform{"system", "平台", "administrator", "city"};
  const auto watch = [&](const std::string& on) { return watch_conditions(database(), platform, at(on)); };
  must(declare("2024-02-01", {lease("2019-06-01", "2024-05-31")}));
  EXPECT_EQ(watch("2024-05-01"), 0) << "only what was confirmed";
  must(decide(district_of(k_place), "2024-02-05", "CS-1"));
  EXPECT_EQ(watch("2024-03-31"), 0) << "61 days before";
  EXPECT_EQ(watch("2024-04-01"), 1) << "60 days before";
  EXPECT_EQ(watch("2024-04-02"), 1);
  const std::string subject = "institution:GZ-A04/2024-05-31";
  ASSERT_TRUE(term("condition_renewal", subject).has_value());
  EXPECT_EQ(term("condition_renewal", subject)->due_day, day("2024-05-31"));
  EXPECT_EQ(count("term") - 1, 1) << "one for the check, one for the end, however often it is watched";
  EXPECT_EQ(known_on("lease_years", "2024-05-31")->value, 5);
  EXPECT_TRUE(known_on("lease_years", "2024-06-01")->expired);
  must(declare("2024-05-10", {lease("2024-06-01", "2029-05-31")}));
  EXPECT_EQ(term("condition_renewal", subject)->state, deadlines::TermState::Open) << "declared is not yet renewed";
  must(decide(district_of(k_place), "2024-05-12", "CS-2"));
  EXPECT_EQ(term("condition_renewal", subject)->state, deadlines::TermState::Done);
}

TEST_P(Conditions, ListsShowPlacesWithinReachAndWhereTheyStand) {
  must(declare("2024-02-01", {area(9999), lease("2019-06-01", "2024-03-31")}));
  const auto find = [&](ConditionReach reach, const std::string& state, const std::string& mark, const std::string& on) {
    ConditionFilter filter;
    filter.reach = reach;
    filter.state = state;
    filter.mark = mark;
    filter.day = day(on);
    filter.warn_days = 60;
    filter.order = "v.id";
    filter.limit = 200;
    return db::look(database(), [&](db::Transaction& t) { return find_conditions(t, filter); });
  };
  EXPECT_EQ(find({}, "", "", "2024-02-01").total, 62 + 38) << "whoever has declared nothing stands there too";
  EXPECT_EQ(find({}, "none", "", "2024-02-01").total, 99);
  const auto waiting = find({}, "declared", "", "2024-02-01");
  ASSERT_EQ(waiting.total, 1);
  EXPECT_EQ(waiting.items[0].id, k_place);
  EXPECT_EQ(waiting.items[0].standing->below, 2) << "99.99 m², and a lease of four years";
  EXPECT_EQ(find({}, "", "below", "2024-02-01").total, 1);
  EXPECT_EQ(find({}, "", "ending", "2024-02-01").total, 1);
  EXPECT_EQ(find({}, "", "ended", "2024-03-31").total, 0) << "its last day";
  EXPECT_EQ(find({}, "", "ended", "2024-04-01").total, 1);
  EXPECT_EQ(find({"", k_place, ""}, "declared", "", "2024-02-01").total, 1);
  EXPECT_EQ(find({"", "GZ-A02", ""}, "declared", "", "2024-02-01").total, 0);
}

TEST_P(Conditions, PersonsAreListedWithTheirPlace) {
  StaffRow person;
  person.name = "Zhang 三";
  person.post = "manager";
  person.certificate = "other";
  person.number = "A-17";
  person.until = day("2024-03-31");
  must(declare(liang(), "2024-02-01", {k_place, std::nullopt, std::vector<StaffRow>{person}, std::nullopt}));
  const auto find = [&](ConditionReach reach, const std::string& q, const std::string& mark, const std::string& on) {
    StaffFilter filter;
    filter.reach = reach;
    filter.q = q;
    filter.mark = mark;
    filter.day = day(on);
    filter.warn_days = 60;
    filter.order = "p.sheet, p.line";
    return db::look(database(), [&](db::Transaction& t) { return find_staff(t, filter); });
  };
  ASSERT_EQ(find({}, "ZHANG", "", "2024-02-01").total, 1);
  EXPECT_EQ(find({}, "", "", "2024-02-01").items[0].row, person);
  EXPECT_EQ(find({}, "a-17", "ended", "2024-03-31").total, 0);
  EXPECT_EQ(find({}, "a-17", "ended", "2024-04-01").total, 1);
  EXPECT_EQ(find({"", "GZ-A02", ""}, "", "", "2024-02-01").total, 0);
}

TEST_P(Conditions, TheDemoGivesEveryPlaceSomeAndOnce) {
  const auto laid = must(lay_demo_conditions(database(), at("2024-03-05")));
  EXPECT_EQ(laid.places, 100);
  EXPECT_GT(laid.waiting, 3);
  EXPECT_GT(laid.below, 10);
  EXPECT_LT(laid.below, 95);
  EXPECT_EQ(must(lay_demo_conditions(database(), at("2024-03-06"))).places, 0) << "once";
}

ANKAO_ON_ALL_STORES(Conditions);

} // namespace
} // namespace ankao::registry::tests
