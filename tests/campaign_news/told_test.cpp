// SPDX-License-Identifier: Apache-2.0
// Whoever has to act next in a special inspection finds a notice with a link to the record, in two languages; nobody else does.
#include <gtest/gtest.h>

#include <set>

#include "db/support/stores.hpp"
#include "db/use_case.hpp"
#include "deadlines/service/sweep.hpp"
#include "inspection/service/campaigns.hpp"
#include "inspection/service/closing.hpp"
#include "inspection/service/defects.hpp"
#include "inspection/service/handovers.hpp"
#include "inspection/service/self_reports.hpp"
#include "inspection/store/inspection.hpp"
#include "inspection/store/papers.hpp"
#include "notices/service/notices.hpp"
#include "registry/service/imports.hpp"
#include "reporting/files/summary_law.hpp"
#include "reporting/service/summaries.hpp"
#include "server/campaign_news.hpp"
#include "server/campaign_open.hpp"
#include "server/owners.hpp"
#include "server/wiring.hpp"

namespace ankao::server {
namespace {

Date day(const std::string& text) { return *parse_date(text); }
Instant at(const std::string& text, int hour = 10) { return {start_of(day(text)).ms + hour * 3'600'000LL}; }

constexpr const char* k_home = "440111";
const ledger::Actor k_city{"lin", "林处长", "city_bureau", "city"}, k_he{"he", "何队长", "district_bureau", "district:440111"}, k_wu{"wu", "吴局长", "district_bureau", "district:440111"};
const reporting::Viewer k_all{"city", ""}, k_district{"district", k_home};

struct Account {
  const char *id, *role, *scope;
};

tests::Prepared started() {
  return {"campaign-news", [](db::Database& database) {
            db::migrate(database, migrations());
            ensure(registry::import_annex6(database, at("2023-11-05")).ok(), "Annex 6 is read");
            database.write([](db::Transaction& t) {
              for (const Account& one : {Account{"lin", "city_bureau", ""}, {"he", "district_bureau", k_home}, {"wu", "district_bureau", k_home}, {"qin", "district_bureau", "440114"}, {"org", "exam_organisation", ""}})
                t.execute("INSERT INTO identity_account (id, name, role, scope_id, enabled, must_change, created_at, password_at, password) VALUES ($1, $1, $2, $3, 1, 0, 0, 0, '')", {std::string(one.id), std::string(one.role), std::string(one.scope)});
            });
          }};
}

class Told : public ::testing::TestWithParam<std::string> {
protected:
  db::Database& database() { return store_.database(); }
  template <class Work>
  auto look(const Work& work) {
    return db::look(database(), work);
  }
  void start(int year = 2023) { ASSERT_TRUE(inspection::create_campaign(database(), k_city, at(std::to_string(year) + "-11-06"), {year, "专项检查"}, tell_inspection).ok()); }
  inspection::Target school() {
    for (const auto& one : look([](db::Transaction& t) { return inspection::store::all_targets(t, "SI-2023"); }))
      if (one.checklist == "institution" && one.district == k_home) return one;
    throw std::runtime_error("no institution");
  }
  void hire(const std::string& account, const char* role, const std::string& scope) {
    database().write([&](db::Transaction& t) { t.execute("INSERT INTO identity_account (id, name, role, scope_id, enabled, must_change, created_at, password_at, password) VALUES ($1, $1, $2, $3, 1, 0, 0, 0, '')", {account, std::string(role), scope}); });
  }
  /// Who was told of a topic since the last question, and where the notice leads.
  std::set<std::pair<std::string, std::string>> told(const std::string& topic) {
    std::set<std::pair<std::string, std::string>> out;
    database().write([&](db::Transaction& t) {
      const auto rows = t.query("SELECT account, link, title_zh, title_en FROM notice WHERE topic = $1", {topic});
      for (std::size_t i = 0; i < rows.size(); ++i) {
        out.emplace(rows.text(i, "account"), rows.text(i, "link"));
        EXPECT_FALSE(rows.text(i, "title_zh").empty());
        EXPECT_FALSE(rows.text(i, "title_en").empty());
      }
      t.execute("DELETE FROM notice WHERE topic = $1", {topic});
    });
    return out;
  }
  using Set = std::set<std::pair<std::string, std::string>>;
  tests::Store store_{GetParam(), started()};
};
INSTANTIATE_TEST_SUITE_P(Databases, Told, ::testing::Values("memory", "postgresql"), tests::store_name<::testing::TestParamInfo<std::string>>);

TEST_P(Told, ASummaryReportGoesFromHandToHand) {
  start();
  const std::string id = "SI-2023-440111", page = "/work/summaries/" + id;
  const auto act = [](const ledger::Actor& who, const char* on) { return reporting::Act{who, at(on), tell_reporting}; };
  const auto revision = [&] { return look([&](db::Transaction& t) { return reporting::whole_summary(t, k_all, id, day("2024-01-20")); })->mine.revision; };
  ASSERT_TRUE(reporting::draw(database(), act(k_he, "2024-01-20"), k_district, id).ok());
  for (const auto& one : reporting::shipped_summary_law().chapters)
    if (one.by_person) {
      ASSERT_TRUE(reporting::write_chapter(database(), act(k_he, "2024-01-21"), k_district, {id, one.id, 0, "已研究"}).ok());
    }
  const auto propose = [&] { return reporting::propose(database(), act(k_he, "2024-01-22"), k_district, {id, revision(), "", ""}).ok(); };
  const auto sign = [&](bool accept) { return reporting::sign(database(), act(k_wu, "2024-01-23"), k_district, {id, revision(), "", accept ? "" : "再压缩"}, accept).ok(); };
  const auto take = [&](bool accept) { return reporting::receive(database(), act(k_city, "2024-02-01"), k_all, {id, revision(), "", accept ? "" : "写明时间表"}, accept).ok(); };
  ASSERT_TRUE(propose());
  EXPECT_EQ(told("summary.propose"), (Set{{"he", page}, {"wu", page}})) << "the office that signs";
  ASSERT_TRUE(sign(false));
  EXPECT_EQ(told("summary.refuse"), (Set{{"he", page}})) << "whoever drafted it";
  ASSERT_TRUE(propose() && sign(true));
  EXPECT_EQ(told("summary.file"), (Set{{"lin", page}})) << "the city receives";
  const auto stands = [&] {
    std::set<std::string> out;
    const auto campaign = look([](db::Transaction& t) { return inspection::store::campaign(t, "SI-2023"); });
    for (const auto& one : look([&](db::Transaction& t) { return inspection::open_things(t, *campaign, open_summaries); }))
      if (one.kind.rfind("summary", 0) == 0 && (one.district == k_home || one.district.empty())) out.insert(one.kind + " " + one.subject + (one.due ? " " + to_string(*one.due) : ""));
    return out;
  };
  EXPECT_EQ(stands(), (std::set<std::string>{"summary_city SI-2023-city", "summary_receive SI-2023-440111 2024-01-31"})) << "closing: it waits for the city";
  ASSERT_TRUE(take(false));
  EXPECT_EQ(told("summary.return"), (Set{{"he", page}, {"wu", page}}));
  EXPECT_EQ(stands(), (std::set<std::string>{"summary_city SI-2023-city", "summary SI-2023-440111 2024-01-31"})) << "closing: it is missing again";
  ASSERT_TRUE(propose() && sign(true) && take(true));
  EXPECT_EQ(told("summary.receive"), (Set{{"he", page}, {"wu", page}}));
  EXPECT_EQ(stands(), std::set<std::string>{"summary_city SI-2023-city"});
}

TEST_P(Told, AMonthlyReturnThatIsFiledOrReopened) {
  start();
  const std::string id = "2023-11-440111", page = "/work/returns/" + id;
  const auto send = [&] { return reporting::send(database(), {k_he, at("2023-11-28"), tell_reporting}, k_district, {id, "何", "020", "说明"}).ok(); };
  ASSERT_TRUE(send());
  EXPECT_EQ(told("return.file"), (Set{{"lin", page}}));
  ASSERT_TRUE(reporting::reopen(database(), {k_city, at("2023-11-29"), tell_reporting}, k_all, id, "请核对").ok());
  EXPECT_EQ(told("return.reopen"), (Set{{"he", page}, {"wu", page}})) << "the district files again";
  ASSERT_TRUE(send());
  ASSERT_TRUE(reporting::reopen(database(), {k_he, at("2023-11-29"), tell_reporting}, k_district, id, "漏报一次检查").ok());
  EXPECT_EQ(told("return.reopen"), (Set{{"lin", page}})) << "its own: the city learns of it";
}

TEST_P(Told, AProblemGoesToTheUnitAndBackToTheOfficeThatChecks) {
  start();
  const inspection::Target unit = school();
  hire("school", "institution", unit.institution);
  database().write([&](db::Transaction& t) {
    inspection::Visit v;
    v.id = "V-1", v.campaign = "SI-2023", v.phase = "enforcement", v.target = unit, v.by = k_home, v.planned = day("2023-11-22");
    inspection::store::insert(t, v);
    inspection::Defect d;
    d.id = "Q-1", d.visit = "V-1", d.campaign = "SI-2023", d.phase = "enforcement", d.target = unit.id, d.checklist = unit.checklist, d.name = unit.name, d.district = unit.district, d.institution = unit.institution;
    d.item = d.clause = "A1-08", d.number = "8", d.text = "档案不全", d.by = k_home, d.found_at = at("2023-11-22");
    inspection::store::insert(t, d, unit.subject);
  });
  const inspection::Viewer office{"district", k_home}, own{"institution", unit.institution};
  const ledger::Actor person{"school", "校长", "institution", "institution:" + unit.institution};
  const auto correct = [&] { return inspection::correct_defect(database(), person, at("2023-11-25"), own, {"Q-1", "已补齐", "缺档案", "档案齐全"}, tell_inspection).ok(); };
  ASSERT_TRUE(inspection::assign_defect(database(), k_he, at("2023-11-23"), office, {"Q-1", "补齐档案", "校长", day("2023-12-20")}, tell_inspection).ok());
  EXPECT_EQ(told("defect.assign"), (Set{{"school", "/work/problems/Q-1"}}));
  ASSERT_TRUE(correct());
  EXPECT_EQ(told("defect.correct"), (Set{{"he", "/work/problems/Q-1"}, {"wu", "/work/problems/Q-1"}}));
  ASSERT_TRUE(inspection::check_defect(database(), k_wu, at("2023-11-26"), office, "Q-1", false, "仍缺两册", tell_inspection).ok());
  EXPECT_EQ(told("defect.return"), (Set{{"school", "/work/problems/Q-1"}}));
  ASSERT_TRUE(correct());
  ASSERT_TRUE(inspection::check_defect(database(), k_wu, at("2023-11-27"), office, "Q-1", true, "", tell_inspection).ok());
  EXPECT_EQ(told("defect.close"), (Set{{"school", "/work/problems/Q-1"}}));
}

TEST_P(Told, WhatConcernsADistrictsExamOrganisationGoesToItsDistrictOnce) {
  start();
  const inspection::Target unit{"exam_organisation:EO-01", "exam_organisation", "exam_organisation:EO-01", "白云区考试中心", k_home, "", "", true};
  inspection::News news;
  news.id = "V-1", news.campaign = "SI-2023", news.name = unit.name, news.district = unit.district, news.text = "制度不全", news.count = 2;
  const auto tell = [&](const char* action, const std::string& subject) {
    news.action = action;
    news.subject = subject;
    database().write([&](db::Transaction& t) { tell_inspection(t, news, at("2023-11-22")); });
    return told(action);
  };
  const auto twice = [&] {
    return look([](db::Transaction& t) { return t.query("SELECT COUNT(*) AS n FROM notice WHERE topic = 'visit.sign' AND account = 'he'", {}).integer(0, "n"); });
  };
  news.action = "visit.sign", news.subject = unit.subject;
  database().write([&](db::Transaction& t) { tell_inspection(t, news, at("2023-11-22")); });
  EXPECT_EQ(twice(), 1) << "once, though it is unit and office";
  EXPECT_EQ(told("visit.sign"), (Set{{"he", "/work/visits/V-1"}, {"wu", "/work/visits/V-1"}}));
  news.id = "Q-1"; // news of a problem names no subject
  const Set problem{{"he", "/work/problems/Q-1"}, {"wu", "/work/problems/Q-1"}};
  EXPECT_EQ(tell("defect.assign", ""), problem);
  EXPECT_EQ(tell("defect.correct", ""), problem);
  EXPECT_EQ(tell("defect.return", ""), problem);
  EXPECT_EQ(tell("defect.close", ""), problem);
  news.id = "S-1";
  const std::string page = "/work/inspections/SI-2023/reports/" + unit.subject;
  EXPECT_EQ(tell("self_report.submit", unit.subject), (Set{{"he", page}, {"wu", page}}));
  EXPECT_EQ(tell("self_report.return", unit.subject), (Set{{"he", page}, {"wu", page}}));
  EXPECT_EQ(tell("self_report.receive", unit.subject), (Set{{"he", page}, {"wu", page}}));
  // The city's own has an account, and is told by it alone.
  news.district.clear();
  EXPECT_EQ(tell("self_report.return", "city:exam_organisation"), (Set{{"org", "/work/inspections/SI-2023/reports/city:exam_organisation"}}));
}

TEST_P(Told, AHandoverGoesToTheInspectedDistrict) {
  start();
  const inspection::Target unit = school(); // Huadu inspects Baiyun (A4-07)
  database().write([&](db::Transaction& t) {
    inspection::Visit v;
    v.id = "V-1", v.campaign = "SI-2023", v.phase = "enforcement", v.target = unit, v.by = "440114", v.planned = day("2023-11-22");
    inspection::store::insert(t, v);
    v.state = inspection::VisitState::Signed;
    v.signed_at = at("2023-11-22");
    inspection::store::update(t, v);
  });
  const inspection::Party by{{"qin", "秦", "district_bureau", "district:440114"}, {"district", "440114"}, at("2023-11-30"), tell_inspection}, of{k_he, {"district", k_home}, at("2023-12-01"), tell_inspection};
  const auto made = inspection::make_handover(database(), by, "SI-2023", k_home, "建议限期整改", {});
  ASSERT_TRUE(made.ok()) << made.problem().id;
  EXPECT_EQ(told("handover.make"), (Set{{"he", "/work/inspections/SI-2023/handovers"}, {"wu", "/work/inspections/SI-2023/handovers"}}));
  ASSERT_TRUE(inspection::receive_handover(database(), of, made->id()).ok());
  EXPECT_EQ(told("handover.receive"), (Set{{"qin", "/work/inspections/SI-2023/handovers"}}));
}

TEST_P(Told, SelfInspectionIsAnnouncedRemindedOfAndGivenBack) {
  start();
  const inspection::Target unit = school();
  told("campaign.create");
  hire("school", "institution", unit.institution);
  start(2026);
  const std::string page = "/work/inspections/SI-2026";
  EXPECT_EQ(told("campaign.create"), (Set{{"school", page}, {"he", page}, {"wu", page}, {"qin", page}, {"org", page}}));
  const auto remind = [](db::Transaction& t, const deadlines::Note& note, Instant when) {
    notices::send(t, {.to_account = {}, .to_role = note.role, .scope = note.scope_id, .topic = note.topic, .title_zh = note.title.zh, .title_en = note.title.en, .body_zh = note.body.zh, .body_en = note.body.en, .link = note.link, .once_key = note.once_key}, when);
  };
  const auto reminded = [&] {
    int out = 0;
    for (const auto& [account, link] : told("deadline.reminder")) out += account == "school" ? 1 : 0;
    return out;
  };
  deadlines::sweep(database(), owners, remind, at("2026-11-06", 11));
  reminded();
  deadlines::sweep(database(), owners, remind, at("2026-11-07", 11));
  EXPECT_GT(reminded(), 0) << "three days before the phase ends";
  const inspection::Party school{{"school", "校长", "institution", "institution:" + unit.institution}, {"institution", unit.institution}, at("2026-11-08"), tell_inspection}, office{k_he, {"district", k_home}, at("2026-11-09"), tell_inspection};
  const auto made = look([&](db::Transaction& t) { return inspection::prefilled(t, *inspection::store::campaign(t, "SI-2026"), {unit}, at("2026-11-08")); });
  inspection::SelfReport content = made;
  content.founded = "2015-06-01", content.head = "校长", content.improvement = "持续改进", content.staff = 10, content.full_time = 8, content.part_time = 2, content.none_found = true;
  for (auto& year : content.years) year.trained = year.passed = 1;
  const auto kept = inspection::save_report(database(), school, "SI-2026", unit.subject, content);
  ASSERT_TRUE(kept.ok()) << kept.problem().id;
  const auto sent = inspection::submit_report(database(), school, kept->id());
  ASSERT_TRUE(sent.ok()) << sent.problem().id << " " << (sent.problem().parts.empty() ? "" : sent.problem().parts.front().id + " " + sent.problem().parts.front().at);
  const std::string sheet = page + "/reports/" + unit.subject;
  EXPECT_EQ(told("self_report.submit"), (Set{{"he", sheet}, {"wu", sheet}}));
  ASSERT_TRUE(inspection::receive_report(database(), office, kept->id(), false, "缺整改期限").ok());
  EXPECT_EQ(told("self_report.return"), (Set{{"school", sheet}}));
}

} // namespace
} // namespace ankao::server
