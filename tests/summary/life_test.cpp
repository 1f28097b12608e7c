// SPDX-License-Identifier: Apache-2.0
// A summary report from the first draft to the city's signed one, on every database.
#include <gtest/gtest.h>

#include <algorithm>

#include "db/support/stores.hpp"
#include "db/use_case.hpp"
#include "deadlines/service/calendar.hpp"
#include "deadlines/store/terms.hpp"
#include "enforcement/service/decisions.hpp"
#include "inspection/service/campaigns.hpp"
#include "inspection/service/closing.hpp"
#include "inspection/service/offices.hpp"
#include "inspection/store/inspection.hpp"
#include "ledger/service/ledger.hpp"
#include "paper/docx.hpp"
#include "paper/pdf.hpp"
#include "registry/service/city.hpp"
#include "registry/service/imports.hpp"
#include "registry/service/snapshot.hpp"
#include "reporting/files/summary_law.hpp"
#include "reporting/service/summaries.hpp"
#include "reporting/service/summary_facts.hpp"
#include "reporting/service/summary_letter.hpp"
#include "reporting/store/returns.hpp"
#include "reporting/store/summaries.hpp"

namespace ankao::reporting {
namespace {

Date day(const std::string& text) { return *parse_date(text); }
Instant at(const std::string& text, int hour = 10) { return {start_of(day(text)).ms + hour * 3'600'000LL}; }

constexpr const char* k_id = "SI-2023-440111";
constexpr const char* k_home = "440111"; // Baiyun
const ledger::Actor k_chen{"chen", "陈科长", "city_bureau", "city"}, k_lin{"lin", "林处长", "city_bureau", "city"};
const ledger::Actor k_he{"he", "何队长", "district_bureau", "district:440111"}, k_wu{"wu", "吴局长", "district_bureau", "district:440111"};
const Viewer k_city{"city", ""}, k_district{"district", k_home}, k_other{"district", "440106"};

std::vector<db::Migration> steps() {
  std::vector<db::Migration> all = ledger::migrations();
  for (auto& more : {registry::migrations(), deadlines::migrations(), inspection::migrations(), enforcement::migrations(), migrations()}) all.insert(all.end(), more.begin(), more.end());
  return all;
}

tests::Prepared started(int year) {
  return {"summaries-" + std::to_string(year), [year](db::Database& database) {
            db::migrate(database, steps());
            const std::string begin = std::to_string(year) + "-11-0";
            ensure(registry::import_annex6(database, at(begin + "5")).ok(), "Annex 6 is read");
            ensure(inspection::create_campaign(database, k_chen, at(begin + "6"), {year, "专项检查"}).ok(), "the campaign starts");
          }};
}

template <class T>
std::string refusal(const Result<T>& result) {
  return result.ok() ? "" : result.problem().id;
}

class Summaries : public ::testing::TestWithParam<std::string> {
protected:
  db::Database& database() { return store_.database(); }
  template <class Work>
  auto look(const Work& work) {
    return db::look(database(), work);
  }
  WholeSummary shown(const std::string& id = k_id, const std::string& on = "2024-01-20", const Viewer& viewer = k_city) {
    const auto found = look([&](db::Transaction& t) { return whole_summary(t, viewer, id, day(on)); });
    ensure(found.ok(), refusal(found));
    return *found;
  }
  std::vector<inspection::Target> targets(const std::string& checklist) {
    inspection::store::Filter filter;
    filter.viewer = {"city", ""};
    filter.campaign = "SI-2023";
    filter.checklist = checklist;
    filter.district = k_home;
    filter.limit = 500;
    std::vector<inspection::Target> out;
    for (const auto& one : look([&](db::Transaction& t) { return inspection::store::targets(t, filter); }).rows) out.push_back(one.target);
    return out;
  }
  std::string visit(const inspection::Target& target, const std::string& by, const std::string& on, int total = 0) {
    inspection::Visit v;
    v.id = "V-" + std::to_string(++visits_);
    v.campaign = "SI-2023";
    v.phase = by.find(':') != std::string::npos ? "self" : by.empty() ? "spot" : "enforcement";
    v.target = target;
    v.by = by;
    v.planned = day(on);
    database().write([&](db::Transaction& t) {
      inspection::store::insert(t, v);
      v.state = inspection::VisitState::Signed;
      v.signed_at = at(on);
      v.total = total;
      inspection::store::update(t, v);
    });
    return v.id;
  }
  std::string defect(const inspection::Target& target, const std::string& visit, const std::string& by, const std::string& item, const std::string& on, bool closed, std::optional<Date> limit = std::nullopt) {
    inspection::Defect d;
    d.id = "Q-" + std::to_string(++defects_);
    d.visit = visit;
    d.campaign = "SI-2023";
    d.phase = by.find(':') == std::string::npos ? "enforcement" : "self";
    d.target = target.id, d.checklist = target.checklist, d.name = target.name, d.district = target.district, d.institution = target.institution, d.site = target.site;
    d.item = item, d.number = "1", d.clause = item, d.text = "不符合", d.by = by;
    d.self = by.find(':') != std::string::npos;
    d.found_at = at(on);
    d.limit = limit;
    d.taken = 45;
    d.state = closed ? inspection::DefectState::Closed : inspection::DefectState::Assigned;
    if (closed) d.closed_at = at(on, 12);
    database().write([&](db::Transaction& t) { inspection::store::insert(t, d, target.subject); });
    return d.id;
  }
  std::int64_t figure(const std::string& id, const std::string& of = k_id) { return shown(of).mine.facts->figure(id)->value; }
  int revision(const std::string& id) { return shown(id).mine.revision; }

  Result<Redraw> drawn(const std::string& on = "2024-01-20", const ledger::Actor& who = k_he, const Viewer& viewer = k_district, const std::string& id = k_id) { return draw(database(), {who, at(on)}, viewer, id); }
  std::string write(const std::string& chapter, const std::string& text, std::optional<int> version = std::nullopt, const Viewer& viewer = k_district, const std::string& id = k_id, const ledger::Actor& who = k_he) {
    const auto mine = shown(id).mine;
    const auto found = mine.texts.find(chapter);
    return refusal(write_chapter(database(), {who, at("2024-01-21")}, viewer, {id, chapter, version.value_or(found == mine.texts.end() ? 0 : found->second.version), text}));
  }
  void write_all(const Viewer& viewer = k_district, const std::string& id = k_id, const ledger::Actor& who = k_he) {
    for (const ChapterLaw& one : shipped_summary_law().chapters)
      if (one.by_person) {
        ASSERT_EQ(write(one.id, "已研究：" + one.words.zh, std::nullopt, viewer, id, who), "");
      }
  }
  Result<void> proposed(const std::string& on = "2024-01-22", const ledger::Actor& who = k_he, const Viewer& viewer = k_district, const std::string& id = k_id, const std::string& reason = "") {
    return propose(database(), {who, at(on)}, viewer, {id, revision(id), "云应急函〔2024〕12号", reason});
  }
  Result<void> signed_off(const std::string& on = "2024-01-23", const ledger::Actor& who = k_wu, const Viewer& viewer = k_district, const std::string& id = k_id, bool accept = true, const std::string& reason = "") {
    return sign(database(), {who, at(on, 23)}, viewer, {id, revision(id), "", reason}, accept);
  }
  Result<void> taken(bool accept, const std::string& reason = "", const Viewer& viewer = k_city, const std::string& id = k_id) { return receive(database(), {k_chen, at("2024-02-01")}, viewer, {id, revision(id), "", reason}, accept); }
  void file(const std::string& id = k_id) {
    const Viewer viewer{"district", id.substr(8)};
    ledger::Actor first = k_he, second = k_wu;
    ASSERT_EQ(refusal(drawn("2024-01-20", first, viewer, id)), "");
    write_all(viewer, id, first);
    ASSERT_EQ(refusal(proposed("2024-01-22", first, viewer, id)), "");
    ASSERT_EQ(refusal(signed_off("2024-01-31", second, viewer, id)), "");
  }

  std::int64_t visits_ = 0, defects_ = 0;
  tests::Store store_{GetParam(), started(2023)};
};
INSTANTIATE_TEST_SUITE_P(Databases, Summaries, ::testing::Values("memory", "postgresql"), tests::store_name<::testing::TestParamInfo<std::string>>);

TEST_P(Summaries, FiguresAreThoseOfTheLastTableSentAndLaterRecordsStandApart) {
  const auto schools = targets("institution");
  visit(schools[0], k_home, "2023-11-22");
  visit(schools[1], k_home, "2023-12-22");
  ASSERT_EQ(refusal(drawn()), "");
  EXPECT_EQ(figure("inspected_institutions"), 2) << "no table was sent: as counted on the day";
  EXPECT_EQ(shown().mine.facts->tables_missing, 1);
  for (const char* month : {"2023-11", "2023-12"}) ASSERT_EQ(refusal(send(database(), {k_he, at("2023-12-29")}, k_district, {std::string(month) + "-440111", "何", "020", "说明"})), "");
  visit(schools[2], k_home, "2024-01-10");
  visit(schools[3], k_home, "2024-01-31");
  visit(schools[4], k_home, "2024-02-01");
  ASSERT_EQ(refusal(drawn("2024-02-02")), "");
  const auto facts = *shown().mine.facts;
  const SummaryFigure inspected = *facts.figure("inspected_institutions");
  EXPECT_EQ(inspected.value, 2) << "G-68: as sent in December";
  EXPECT_EQ(inspected.later, 2) << "to the last day of the phase, not beyond";
  EXPECT_EQ(inspected.ref, "2023-12-440111") << "the table whose records open behind it";
  EXPECT_EQ(facts.table_month, "2023-12");
  EXPECT_NE(shown().mine.text("carried_out").find("执法检查安全培训机构增加2家"), std::string::npos) << shown().mine.text("carried_out");
}

TEST_P(Summaries, ADistrictsExamOrganisationIsPartOfFullCoverage) {
  const inspection::Target own{"exam_organisation:EO-01", "exam_organisation", "exam_organisation:EO-01", "区考试中心", k_home, "", "", true};
  ASSERT_EQ(refusal(drawn()), "");
  const auto all = figure("uncovered");
  EXPECT_EQ(figure("targets_organisations"), 0) << "the notice prints none";
  EXPECT_EQ(shown().mine.text("carried_out").find("区考试机构"), std::string::npos);
  database().write([&](db::Transaction& t) {
    t.insert_many("campaign_target", {"campaign", "id", "checklist", "subject", "name", "district", "institution", "site", "special", "search"},
                  {{std::string("SI-2023"), own.id, own.checklist, own.subject, own.name, own.district, std::string(), std::string(), std::int64_t{1}, own.name}});
  });
  ASSERT_EQ(refusal(drawn()), "");
  EXPECT_EQ(figure("targets_organisations"), 1);
  EXPECT_EQ(figure("uncovered"), all + 1) << "one more to inspect";
  EXPECT_NE(shown().mine.text("carried_out").find("区考试机构1家"), std::string::npos) << shown().mine.text("carried_out");
  visit(own, k_home, "2023-11-22");
  ASSERT_EQ(refusal(drawn()), "");
  EXPECT_EQ(figure("covered"), 1);
  EXPECT_EQ(figure("uncovered"), all);
}

TEST_P(Summaries, CoverageProblemsByClauseAndBeforeAgainstAfterTheLookBack) {
  const auto schools = targets("institution");
  const auto first = visit(schools[0], k_home, "2023-11-22"), cross = visit(schools[1], "440115", "2023-11-23"), spot = visit(schools[2], "", "2023-12-05");
  const auto self = visit(schools[0], schools[0].subject, "2023-11-07");
  defect(schools[0], self, schools[0].subject, "A1-01", "2023-11-07", true);
  const auto kept = defect(schools[0], first, k_home, "A1-08", "2023-11-22", true);
  defect(schools[1], cross, "440115", "A1-08", "2023-11-23", false, day("2024-01-19"));
  defect(schools[1], cross, "440115", "A1-07", "2023-11-23", false, day("2024-01-20"));
  defect(schools[2], spot, "", "A1-08", "2023-12-05", true);
  const inspection::Party party{k_he, {"district", k_home}, at("2024-01-05")};
  ASSERT_EQ(refusal(inspection::record_look_back(database(), party, {kept, "again", "", "又不规范"})), "");
  ASSERT_EQ(refusal(drawn("2024-01-20")), "");
  EXPECT_EQ(figure("visits_own"), 1);
  EXPECT_EQ(figure("visits_cross"), 1);
  EXPECT_EQ(figure("visits_city"), 1);
  EXPECT_EQ(figure("covered"), 3) << "the self-inspection covers nothing";
  EXPECT_EQ(figure("problems"), 4);
  EXPECT_EQ(figure("problems_closed"), 1) << "what came back is open again";
  EXPECT_EQ(figure("problems_overdue"), 1) << "the limit of the day itself has not passed";
  EXPECT_EQ(figure("closed_share"), 250);
  EXPECT_EQ(figure("self_problems"), 1);
  EXPECT_EQ(figure("looked"), 1);
  EXPECT_EQ(figure("looked_again"), 1);
  const auto facts = *shown().mine.facts;
  EXPECT_EQ(facts.phases, (std::vector<BeforeAfter>{{"self", 1, 0}, {"own", 1, 1}, {"cross", 2, 2}, {"city", 1, 0}}));
  ASSERT_EQ(facts.causes.size(), 2U);
  EXPECT_EQ(facts.causes[0].clause, "A1-08");
  EXPECT_EQ(facts.causes[0].found, 3);
  EXPECT_EQ(facts.causes[0].overdue, 1);
  EXPECT_EQ(facts.causes[0].places.size(), 3U);
  EXPECT_FALSE(facts.causes[0].title.empty());
}

TEST_P(Summaries, SelfScoresStandAgainstOfficialOnesAtTheSamePlace) {
  const auto sites = targets("theory_site");
  ASSERT_FALSE(sites.empty());
  visit(sites[0], "site:" + sites[0].site, "2023-11-08", 960);
  ASSERT_EQ(refusal(drawn()), "");
  EXPECT_EQ(figure("score_places"), 0) << "nobody else scored it yet";
  const auto official = visit(sites[0], "440115", "2023-11-24", 815);
  defect(sites[0], official, "440115", "A23-1-1", "2023-11-24", false);
  ASSERT_EQ(refusal(drawn()), "");
  EXPECT_EQ(figure("score_places"), 1);
  EXPECT_EQ(figure("score_higher"), 1);
  EXPECT_EQ(figure("score_gap"), 45) << "of the items that both looked at, not of the totals";
  EXPECT_EQ(figure("score_official_problems"), 1);
  EXPECT_FALSE(shown().mine.facts->measures.severity.has_value());
  EXPECT_NE(shown().mine.text("problems").find("自评平均高出4.5分"), std::string::npos);
}

TEST_P(Summaries, OnlyClearedCasesAreTold) {
  const inspection::Party district{k_he, {"district", k_home}, at("2023-12-01")}, city{k_chen, {"city", ""}, at("2023-12-02")}, second{k_lin, {"city", ""}, at("2023-12-03")};
  const auto made = inspection::report_case(database(), district, "SI-2023", "张某某伪造签到案", {"fraud", "张某某代签", {"张某某"}, "", ""});
  ASSERT_EQ(refusal(made), "");
  ASSERT_EQ(refusal(drawn()), "");
  EXPECT_EQ(figure("cases"), 1);
  EXPECT_EQ(figure("cases_cleared"), 0);
  EXPECT_EQ(shown().mine.text("cases").find("张某某"), std::string::npos) << "reported, not cleared";
  ASSERT_EQ(refusal(inspection::word_case(database(), city, made->id(), true, "某培训机构伪造签到", "该机构伪造签到记录", "")), "");
  ASSERT_EQ(refusal(inspection::publish_case(database(), second, made->id(), true, "")), "");
  ASSERT_EQ(refusal(drawn()), "");
  EXPECT_EQ(figure("cases_cleared"), 1);
  EXPECT_NE(shown().mine.text("cases").find("某培训机构伪造签到。该机构伪造签到记录"), std::string::npos);
  EXPECT_EQ(shown().mine.text("cases").find("张某某"), std::string::npos);
}

TEST_P(Summaries, DrawingAgainShowsWhatChangesAndNeverTakesAPersonsWordsAway) {
  ASSERT_EQ(refusal(drawn()), "");
  ASSERT_EQ(write("problems", "我局自己的归纳。"), "");
  const auto school = targets("institution")[0];
  defect(school, visit(school, k_home, "2023-11-22"), k_home, "A1-08", "2023-11-22", false);
  const auto ahead = look([](db::Transaction& t) { return look_ahead(t, k_district, k_id, at("2024-01-25")); });
  ASSERT_TRUE(ahead.ok());
  EXPECT_TRUE(std::any_of(ahead->figures.begin(), ahead->figures.end(), [](const FigureChange& one) { return one.id == "problems" && one.before == 0 && one.now == 1; }));
  EXPECT_EQ(ahead->beside, std::vector<std::string>{"problems"});
  EXPECT_NE(std::find(ahead->replaced.begin(), ahead->replaced.end(), "causes"), ahead->replaced.end());
  EXPECT_EQ(figure("problems"), 0) << "looking changes nothing";
  ASSERT_EQ(refusal(drawn("2024-01-25")), "");
  const Summary mine = shown().mine;
  EXPECT_EQ(mine.text("problems"), "我局自己的归纳。");
  EXPECT_NE(mine.drafted.at("problems").find("检查共发现问题1条"), std::string::npos) << "laid beside";
  EXPECT_NE(mine.text("causes").find("发现1条"), std::string::npos) << "nobody had touched it";
  EXPECT_EQ(mine.texts.at("causes").version, 2);
  ASSERT_EQ(refusal(restore_chapter(database(), {k_he, at("2024-01-26")}, k_district, {k_id, "problems", 2, ""}, 0)), "");
  EXPECT_NE(shown().mine.text("problems").find("检查共发现问题1条"), std::string::npos) << "taken over on purpose";
  EXPECT_EQ(shown().mine.texts.at("problems").origin, "records");
}

TEST_P(Summaries, EverySavingIsAVersionAndAnOldPageIsRefused) {
  ASSERT_EQ(refusal(drawn()), "");
  EXPECT_EQ(write("lessons", "一"), "");
  EXPECT_EQ(write("lessons", "二", 0), "reporting.summary_stale") << "somebody saved meanwhile";
  EXPECT_EQ(write("lessons", "二", 1), "");
  EXPECT_EQ(write("lessons", "二", 2), "");
  EXPECT_EQ(shown().mine.texts.at("lessons").version, 2) << "nothing new, no version";
  EXPECT_EQ(write("nothing", "x"), "reporting.chapter_unknown");
  EXPECT_EQ(write("lessons", std::string(60'001, 'x')), "reporting.summary_too_long");
  EXPECT_EQ(write("lessons", "x", 2, k_other), "reporting.summary_unknown");
  EXPECT_EQ(write("lessons", "x", 2, k_city, k_id, k_chen), "reporting.summary_unknown") << "the city writes no district's report";
  const auto restored = [&](int version, int from) { return refusal(restore_chapter(database(), {k_wu, at("2024-01-22")}, k_district, {k_id, "lessons", version, ""}, from)); };
  EXPECT_EQ(restored(1, 1), "reporting.summary_stale");
  EXPECT_EQ(restored(2, 9), "reporting.version_unknown");
  EXPECT_EQ(restored(2, 1), "");
  const auto all = look([](db::Transaction& t) { return chapter_versions(t, k_district, k_id, "lessons"); });
  ASSERT_TRUE(all.ok());
  ASSERT_EQ(all->size(), 3U);
  EXPECT_EQ((*all)[2].text, "一");
  EXPECT_EQ((*all)[2].origin, "restored");
  EXPECT_EQ((*all)[2].person, "吴局长");
  EXPECT_EQ(refusal(look([](db::Transaction& t) { return chapter_versions(t, k_other, k_id, "lessons"); })), "reporting.summary_unknown");
}

TEST_P(Summaries, AnEmptyChapterIsNamedAndNothingIsProposed) {
  const auto nothing = proposed();
  ASSERT_FALSE(nothing.ok());
  EXPECT_EQ(nothing.problem().parts.size(), shipped_summary_law().chapters.size()) << "nothing was drafted";
  ASSERT_EQ(refusal(drawn()), "");
  write_all();
  ASSERT_EQ(write("innovations", " \n"), "");
  const auto refused = proposed();
  ASSERT_EQ(refusal(refused), "reporting.summary_incomplete");
  ASSERT_EQ(refused.problem().parts.size(), 1U);
  EXPECT_EQ(refused.problem().parts[0].id, "reporting.summary_chapter_empty");
  EXPECT_EQ(refused.problem().parts[0].at, "innovations");
  EXPECT_EQ(shown().mine.state, SummaryState::Draft);
  ASSERT_EQ(write("innovations", "无"), "");
  EXPECT_EQ(refusal(proposed()), "");
}

TEST_P(Summaries, TwoPeopleSignTheLetterGoesToTheCityAndTheTermEnds) {
  ASSERT_EQ(refusal(drawn()), "");
  write_all();
  EXPECT_EQ(refusal(signed_off()), "reporting.summary_state") << "nobody proposed it";
  EXPECT_EQ(refusal(propose(database(), {k_he, at("2024-01-22")}, k_district, {k_id, revision(k_id) - 1, "", ""})), "reporting.summary_stale");
  ASSERT_EQ(refusal(proposed()), "");
  EXPECT_EQ(write("lessons", "x"), "reporting.summary_state") << "what waits for a signature does not move";
  EXPECT_EQ(refusal(drawn()), "reporting.summary_state");
  EXPECT_EQ(refusal(signed_off("2024-01-23", k_he)), "reporting.summary_same_person");
  EXPECT_EQ(refusal(signed_off("2024-01-23", k_wu, k_other)), "reporting.summary_unknown");
  EXPECT_EQ(refusal(signed_off("2024-01-23", k_chen, k_city)), "reporting.summary_unknown") << "the city does not sign for a district";
  EXPECT_EQ(refusal(signed_off("2024-01-23", k_wu, k_district, k_id, false)), "reporting.text_missing");
  EXPECT_EQ(refusal(signed_off("2024-01-23", k_wu, k_district, k_id, false, "经验一章再压缩")), "");
  EXPECT_EQ(shown().mine.state, SummaryState::Draft);
  EXPECT_EQ(shown().mine.reason, "经验一章再压缩");
  ASSERT_EQ(refusal(proposed()), "");
  ASSERT_EQ(refusal(signed_off("2024-01-31")), "");
  const WholeSummary now = shown(k_id, "2024-02-10");
  EXPECT_EQ(now.mine.state, SummaryState::Filed);
  EXPECT_FALSE(now.overdue);
  ASSERT_EQ(now.editions.size(), 1U);
  EXPECT_EQ(now.editions[0].drafter, "何队长");
  EXPECT_EQ(now.editions[0].signer, "吴局长");
  const auto line = look([](db::Transaction& t) { return ledger::time_line(t, std::string("summary:") + k_id); });
  EXPECT_EQ(line.back().event.action, "summary.file");
  EXPECT_EQ(line.back().event.after, now.editions[0].sm3) << "the digest of what was signed is in the ledger";
  EXPECT_EQ(line.back().number, now.editions[0].event);
}

TEST_P(Summaries, DueIsThe31stOfJanuaryUntilMidnight) {
  EXPECT_EQ(*shown().due, day("2024-01-31"));
  EXPECT_FALSE(shown(k_id, "2024-01-31").overdue) << "the day itself counts (G-04)";
  EXPECT_TRUE(shown(k_id, "2024-02-01").overdue);
  file(); // at 23:00 of the 31st
  EXPECT_FALSE(shown(k_id, "2024-02-01").overdue);
  const auto lines = shown("SI-2023-city", "2024-02-01").districts;
  ASSERT_EQ(lines.size(), 11U);
  const auto found = std::find_if(lines.begin(), lines.end(), [](const DistrictLine& one) { return one.district == k_home; });
  EXPECT_TRUE(found->in_time);
  EXPECT_FALSE(shown("SI-2023-city").due.has_value());
}

TEST_P(Summaries, TheCityReturnsWithAReasonAndTheNextEditionStandsBesideTheFirst) {
  file();
  EXPECT_EQ(refusal(taken(false)), "reporting.text_missing");
  EXPECT_EQ(refusal(taken(true, "", k_district)), "reporting.summary_unknown") << "nobody receives his own";
  ASSERT_EQ(refusal(taken(false, "典型案例未剖析成因")), "");
  EXPECT_EQ(shown().mine.state, SummaryState::Returned);
  EXPECT_TRUE(shown(k_id, "2024-02-01").overdue);
  ASSERT_EQ(write("lessons", "补充后的经验"), "");
  ASSERT_EQ(refusal(proposed("2024-02-02")), "");
  ASSERT_EQ(refusal(signed_off("2024-02-02")), "");
  ASSERT_EQ(refusal(taken(true)), "");
  EXPECT_EQ(refusal(taken(true)), "reporting.summary_state");
  WholeSummary now = shown(k_id, "2024-02-03");
  EXPECT_EQ(now.mine.state, SummaryState::Received);
  ASSERT_EQ(now.editions.size(), 2U);
  EXPECT_NE(now.editions[0].sm3, now.editions[1].sm3);
  const auto first = edition_of(now, 1), second = edition_of(now, 2);
  ASSERT_TRUE(first.ok() && second.ok());
  EXPECT_EQ(second->text("lessons"), "补充后的经验");
  EXPECT_NE(first->text("lessons"), second->text("lessons")) << "what was signed first stays as it was";
  EXPECT_EQ(refusal(edition_of(now, 3)), "reporting.edition_unknown");
  EXPECT_EQ(write("lessons", "x"), "reporting.summary_state");
  const auto revised = [&](const std::string& reason) { return refusal(revise(database(), {k_he, at("2024-02-05")}, k_district, {k_id, revision(k_id), "", reason})); };
  EXPECT_EQ(revised(""), "reporting.text_missing");
  EXPECT_EQ(revised("数据更正"), "");
  EXPECT_EQ(shown().mine.state, SummaryState::Draft);
  EXPECT_EQ(shown().editions.size(), 2U);
}

TEST_P(Summaries, TheCitysOwnIsMadeFromAllDistrictsOrSaysWhyNot) {
  const std::string city = "SI-2023-city";
  file();
  ASSERT_EQ(refusal(taken(true)), "");
  ASSERT_EQ(refusal(drawn("2024-02-05", k_chen, k_city, city)), "");
  EXPECT_EQ(figure("districts_filed", city), 1);
  EXPECT_EQ(figure("districts_missing", city), 10);
  EXPECT_NE(shown(city).mine.text("carried_out").find("已有1个区函报总结报告"), std::string::npos);
  const auto texts = look([](db::Transaction& t) { return texts_of_districts(t, "SI-2023", "lessons"); });
  ASSERT_EQ(texts.size(), 1U) << "what the district wrote stands beside the city's chapter";
  EXPECT_EQ(texts[0].text, "已研究：工作经验提炼");
  write_all(k_city, city, k_chen);
  EXPECT_EQ(refusal(proposed("2024-02-06", k_chen, k_city, city)), "reporting.summary_districts");
  EXPECT_EQ(refusal(proposed("2024-02-06", k_he, k_district, city)), "reporting.summary_unknown");
  ASSERT_EQ(refusal(proposed("2024-02-06", k_chen, k_city, city, "其余各区另行汇总")), "");
  EXPECT_EQ(refusal(signed_off("2024-02-07", k_chen, k_city, city)), "reporting.summary_same_person");
  ASSERT_EQ(refusal(signed_off("2024-02-07", k_lin, k_city, city)), "");
  const WholeSummary now = shown(city);
  EXPECT_EQ(now.mine.state, SummaryState::Signed);
  ASSERT_EQ(now.editions.size(), 1U);
  EXPECT_EQ(refusal(receive(database(), {k_chen, at("2024-02-08")}, k_city, {city, now.mine.revision, "", ""}, true)), "reporting.summary_unknown");
}

TEST_P(Summaries, TheListHasTheCitysOwnAndEveryDistrictOfTheViewer) {
  const auto list = [&](const Viewer& viewer) { return look([&](db::Transaction& t) { return all_summaries(t, viewer, "SI-2023", day("2024-02-01")); }); };
  EXPECT_EQ(list(k_city).size(), 12U);
  EXPECT_TRUE(list(k_city)[0].mine.is_city());
  EXPECT_FALSE(list(k_city)[0].overdue);
  EXPECT_TRUE(list(k_city)[1].overdue);
  ASSERT_EQ(list(k_district).size(), 1U);
  EXPECT_EQ(list(k_district)[0].mine.district, k_home);
  EXPECT_TRUE(look([](db::Transaction& t) { return all_summaries(t, k_city, "SI-1999", day("2024-02-01")); }).empty());
  for (const char* id : {"SI-1999-440111", "SI-2023-999999", "SI-2023", "x", ""}) EXPECT_EQ(refusal(look([&](db::Transaction& t) { return whole_summary(t, k_city, id, day("2024-02-01")); })), "reporting.summary_unknown") << id;
  EXPECT_EQ(refusal(look([](db::Transaction& t) { return whole_summary(t, k_other, k_id, day("2024-02-01")); })), "reporting.summary_unknown");
  EXPECT_EQ(refusal(look([](db::Transaction& t) { return whole_summary(t, k_district, "SI-2023-city", day("2024-02-01")); })), "reporting.summary_unknown");
}

TEST_P(Summaries, TheLetterHasTitleAddresseeChaptersTablesSignatureAndDigest) {
  const auto school = targets("institution")[0];
  defect(school, visit(school, k_home, "2023-11-22"), k_home, "A1-08", "2023-11-22", false);
  file();
  const WholeSummary now = shown();
  const auto text_of = [](const paper::Sheet& sheet) {
    std::string out;
    for (const auto& block : sheet.blocks) {
      out += block.text + "\n";
      for (const auto& row : block.table.rows)
        for (const auto& cell : row.cells) out += cell.text + (cell.picture.empty() ? "|" : "[picture]");
      for (const auto& line : block.lines) out += line + "\n";
    }
    return out;
  };
  const auto letter = summary_letter(now, 1, at("2024-02-01"));
  ASSERT_TRUE(letter.ok()) << refusal(letter);
  const std::string all = text_of(*letter);
  for (const char* one : {"关于报送2023年安全生产培训考核专项检查工作总结的函", "广州市应急管理局：", "一、开展情况", "九、本地创新做法", "特此函报。", "广州市白云区应急管理局", "云应急函〔2024〕12号", "2024年1月31日", "gzsafetykhb@163.com", "问题按检查条款归集", "[picture]"}) EXPECT_NE(all.find(one), std::string::npos) << one;
  EXPECT_NE(all.find(now.editions[0].sm3), std::string::npos);
  const auto draft = summary_letter(now, 0, at("2024-02-01"));
  ASSERT_TRUE(draft.ok());
  EXPECT_NE(draft->page.head.find("草稿"), std::string::npos);
  EXPECT_EQ(text_of(*draft).find(now.editions[0].sm3), std::string::npos) << "a draft has no seal";
  EXPECT_EQ(refusal(summary_letter(now, 2, at("2024-02-01"))), "reporting.edition_unknown");
  EXPECT_GT(paper::to_docx(*letter).size(), 5000U);
  EXPECT_TRUE(paper::to_pdf(*letter).ok());
}

/// From 2024 on the campaign itself opens the terms; before that the notice dates them.
class SummaryTerms : public ::testing::TestWithParam<std::string> {
protected:
  tests::Store store_{GetParam(), started(2026)};
};
INSTANTIATE_TEST_SUITE_P(Databases, SummaryTerms, ::testing::Values("memory", "postgresql"), tests::store_name<::testing::TestParamInfo<std::string>>);

TEST_P(SummaryTerms, StartingTheCampaignOpensOneForEveryDistrictAndTheLetterEndsIt) {
  db::Database& database = store_.database();
  const auto term = [&] { return db::look(database, [](db::Transaction& t) { return deadlines::store::term(t, "campaign_summary", "summary:SI-2026/district:440111"); }); };
  ASSERT_TRUE(term().has_value());
  EXPECT_EQ(term()->state, deadlines::TermState::Open);
  EXPECT_EQ(to_string(*term()->due_day), "2027-01-31");
  const std::string id = "SI-2026-440111";
  ASSERT_TRUE(draw(database, {k_he, at("2027-01-20")}, k_district, id).ok());
  const auto now = [&] { return db::look(database, [&](db::Transaction& t) { return *whole_summary(t, k_district, id, day("2027-01-20")); }); };
  for (const ChapterLaw& one : shipped_summary_law().chapters)
    if (one.by_person) {
      ASSERT_TRUE(write_chapter(database, {k_he, at("2027-01-21")}, k_district, {id, one.id, 0, "写"}).ok());
    }
  ASSERT_TRUE(propose(database, {k_he, at("2027-01-22")}, k_district, {id, now().mine.revision, "", ""}).ok());
  EXPECT_EQ(term()->state, deadlines::TermState::Open) << "proposed is not sent";
  ASSERT_TRUE(sign(database, {k_wu, at("2027-01-23")}, k_district, {id, now().mine.revision, "", ""}, true).ok());
  EXPECT_EQ(term()->state, deadlines::TermState::Done);
  ASSERT_TRUE(receive(database, {k_chen, at("2027-01-30")}, k_city, {id, now().mine.revision, "", "写明时间表"}, false).ok());
  EXPECT_EQ(term()->state, deadlines::TermState::Open) << "what was given back is to be done again";
  EXPECT_EQ(to_string(*term()->due_day), "2027-02-02") << "three days from then, since the last day is nearer";
  ASSERT_TRUE(propose(database, {k_he, at("2027-01-31")}, k_district, {id, now().mine.revision, "", ""}).ok());
  ASSERT_TRUE(sign(database, {k_wu, at("2027-01-31")}, k_district, {id, now().mine.revision, "", ""}, true).ok());
  EXPECT_EQ(term()->state, deadlines::TermState::Done);
}

} // namespace
} // namespace ankao::reporting
