// SPDX-License-Identifier: Apache-2.0
// A month's return from records to the filed form, on every database.
#include <gtest/gtest.h>

#include <algorithm>
#include <chrono>

#include "db/support/stores.hpp"
#include "db/use_case.hpp"
#include "deadlines/service/calendar.hpp"
#include "deadlines/service/sweep.hpp"
#include "deadlines/store/terms.hpp"
#include "enforcement/service/decisions.hpp"
#include "inspection/service/campaigns.hpp"
#include "inspection/store/inspection.hpp"
#include "ledger/service/ledger.hpp"
#include "paper/docx.hpp"
#include "paper/pdf.hpp"
#include "paper/xlsx.hpp"
#include "registry/service/city.hpp"
#include "registry/service/imports.hpp"
#include "registry/service/snapshot.hpp"
#include "reporting/files/law.hpp"
#include "reporting/service/books.hpp"
#include "reporting/service/form.hpp"
#include "reporting/service/returns.hpp"
#include "reporting/store/returns.hpp"

namespace ankao::reporting {
namespace {

Date day(const std::string& text) { return *parse_date(text); }
Instant at(const std::string& text) { return {start_of(day(text)).ms + 10 * 3'600'000}; }

const ledger::Actor k_chen{"chen", "陈科长", "city_bureau", "city"};
const ledger::Actor k_lin{"lin", "林科长", "city_bureau", "city"};
constexpr const char* k_home = "440111"; // Baiyun
const ledger::Actor k_he{"he", "何队长", "district_bureau", "district:440111"};
const Viewer k_city{"city", ""}, k_district{"district", k_home};

std::vector<db::Migration> steps() {
  std::vector<db::Migration> all = ledger::migrations();
  for (auto& more : {registry::migrations(), deadlines::migrations(), inspection::migrations(), enforcement::migrations(), migrations()}) all.insert(all.end(), more.begin(), more.end());
  return all;
}

tests::Prepared started() {
  return {"returns", [](db::Database& database) {
            db::migrate(database, steps());
            ensure(registry::import_annex6(database, at("2023-11-05")).ok(), "Annex 6 is read");
            ensure(inspection::create_campaign(database, k_chen, at("2023-11-06"), {2023, "2023年专项检查"}).ok(), "the campaign starts");
          }};
}

template <class T>
std::string refusal(const Result<T>& result) {
  return result.ok() ? "" : result.problem().id;
}

class Returns : public ::testing::TestWithParam<std::string> {
protected:
  db::Database& database() { return store_.database(); }
  template <class Work>
  auto look(const Work& work) {
    return db::look(database(), work);
  }
  std::vector<inspection::Target> targets(const std::string& checklist, const std::string& district) {
    inspection::store::Filter filter;
    filter.viewer = {"city", ""};
    filter.campaign = "SI-2023";
    filter.checklist = checklist;
    filter.district = district;
    filter.limit = 500;
    std::vector<inspection::Target> out;
    for (const auto& one : look([&](db::Transaction& t) { return inspection::store::targets(t, filter); }).rows) out.push_back(one.target);
    return out;
  }
  void sign_visit(db::Transaction& t, const inspection::Target& target, const std::string& by, const std::string& on) {
    inspection::Visit v;
    v.id = "V-" + std::to_string(++visits_);
    v.campaign = "SI-2023";
    v.phase = by.find(':') == std::string::npos ? "enforcement" : "self";
    v.target = target;
    v.by = by;
    v.planned = day(on);
    inspection::store::insert(t, v);
    v.state = inspection::VisitState::Signed;
    v.signed_at = at(on);
    inspection::store::update(t, v);
  }
  void visit(const inspection::Target& target, const std::string& by, const std::string& on) {
    database().write([&](db::Transaction& t) { sign_visit(t, target, by, on); });
  }
  std::string decide(const inspection::Target& target, enforcement::Kind kind, const char* ground, const std::string& on) {
    enforcement::Draft d;
    d.subject = target.subject;
    d.ground = ground;
    d.kind = kind;
    d.facts = "事实";
    if (kind == enforcement::Kind::Correct) d.due = day(on) + 10;
    if (kind == enforcement::Kind::Fine) d.amount = 123'456, d.basis = "《办法》第三十五条";
    if (kind == enforcement::Kind::Suspension) d.from = day(on), d.to = day(on) + 150;
    const enforcement::Act chen{k_chen, at(on), {"city", ""}}, lin{k_lin, at(on), {"city", ""}};
    const auto made = enforcement::propose(database(), chen, d);
    ensure(made.ok(), refusal(made));
    const auto done = enforcement::sign(database(), lin, made->id, true, "");
    ensure(done.ok(), refusal(done));
    return made->id;
  }
  Whole shown(const std::string& id, const std::string& today, const Viewer& viewer = k_city) {
    const auto found = look([&](db::Transaction& t) { return whole(t, viewer, id, day(today)); });
    ensure(found.ok(), refusal(found));
    return *found;
  }
  Pair value(const std::string& row, const std::string& id = "2023-11-440111", const std::string& today = "2023-11-29") { return shown(id, today).mine.value.at(row); }
  Result<void> file(const std::string& id, const std::string& on, const std::string& note = "") { return send(database(), {k_he, at(on)}, k_district, {id, "何队长", "020-12345678", note}); }

  std::int64_t visits_ = 0;
  tests::Store store_{GetParam(), started()};
};
INSTANTIATE_TEST_SUITE_P(Databases, Returns, ::testing::Values("memory", "postgresql"), tests::store_name<::testing::TestParamInfo<std::string>>);

TEST_P(Returns, FiguresComeFromSelfInspectionsVisitsOfDistrictsAndSignedDecisions) {
  const auto schools = targets("institution", k_home);
  const auto theory = targets("theory_site", k_home), practical = targets("practical_site", k_home);
  ASSERT_GE(schools.size(), 2U);
  ASSERT_FALSE(theory.empty());
  visit(schools[0], "institution:" + schools[0].institution, "2023-11-05");
  visit(theory[0], "site:" + theory[0].site, "2023-11-06");
  visit(schools[0], k_home, "2023-11-22");
  visit(schools[1], "440115", "2023-11-23"); // the district that cross-inspects
  visit(theory[0], k_home, "2023-11-24");
  visit(practical[0], k_home, "2023-11-24");
  visit(schools[1], "", "2023-12-05"); // a spot check by the city
  const bool same = practical[0].subject == theory[0].subject;
  EXPECT_EQ(value("A5-01"), (Pair{1, 1}));
  EXPECT_EQ(value("A5-03"), (Pair{1, 1}));
  EXPECT_EQ(value("A5-05"), (Pair{2, 2})) << "of the district of the unit, whoever's district inspected";
  EXPECT_EQ(value("A5-11"), same ? (Pair{1, 1}) : (Pair{2, 2})) << "a site under two checklists is one site";
  decide(schools[0], enforcement::Kind::Correct, "C-3a", "2023-11-25");
  decide(schools[0], enforcement::Kind::Fine, "C-3a", "2023-11-26");
  const std::string suspended = decide(theory[0], enforcement::Kind::Suspension, "P-3.2.2", "2023-11-30");
  EXPECT_EQ(value("A5-06"), (Pair{1, 1}));
  EXPECT_EQ(value("A5-08"), (Pair{123'456, 123'456}));
  EXPECT_EQ(value("A5-13"), (Pair{0, 0}));
  EXPECT_EQ(value("A5-13", "2023-12-440111", "2023-12-10"), (Pair{1, 1})) << "decided a day after the cut-off";
  EXPECT_EQ(shown("2023-12-440111", "2023-12-10").mine.extra.at("G05-02"), (Pair{1, 1})) << "the city's spot check stands beside the form";
  EXPECT_EQ(value("A5-05", "2023-12-440111", "2023-12-10"), (Pair{0, 2})) << "and not in it";
  const auto list = look([](db::Transaction& t) { return behind_cell(t, k_district, "2023-12-440111", "A5-13", "month", 0, 50); });
  ASSERT_TRUE(list.ok());
  ASSERT_EQ(list->total, 1);
  EXPECT_EQ(list->items.front().id, suspended);
  EXPECT_EQ(refusal(look([](db::Transaction& t) { return behind_cell(t, k_district, "2023-12-440111", "A5-99", "month", 0, 50); })), "reporting.row_unknown");
  EXPECT_EQ(refusal(look([](db::Transaction& t) { return behind_cell(t, k_district, "2023-12-440111", "A5-13", "year", 0, 50); })), "reporting.row_unknown");
  EXPECT_EQ(refusal(look([](db::Transaction& t) { return behind_cell(t, k_district, "2023-12-440106", "A5-13", "month", 0, 50); })), "reporting.unknown");
}

TEST_P(Returns, AnExamOrganisationCountsOnceInTheDistrictItIsOfWhoeverInspectsIt) {
  const inspection::Target own{"exam_organisation:EO-01", "exam_organisation", "exam_organisation:EO-01", "区考试中心", k_home, "", "", true};
  database().write([&](db::Transaction& t) {
    t.insert_many("campaign_target", {"campaign", "id", "checklist", "subject", "name", "district", "institution", "site", "special", "search"},
                  {{std::string("SI-2023"), own.id, own.checklist, own.subject, own.name, own.district, std::string(), std::string(), std::int64_t{1}, own.name}});
  });
  const auto extra = [&](const std::string& row, const std::string& id, const std::string& today = "2023-11-29") { return shown(id, today).mine.extra.at(row); };
  EXPECT_EQ(extra("G05-03", "2023-11-440111"), (Pair{0, 0}));
  visit(own, k_home, "2023-11-22");
  EXPECT_EQ(extra("G05-03", "2023-11-440111"), (Pair{1, 1})) << "by its own district";
  EXPECT_EQ(extra("G05-01", "2023-11-440111"), (Pair{1, 1})) << "and a visit by a district as ever";
  EXPECT_EQ(value("A5-05"), (Pair{0, 0})) << "no institution";
  EXPECT_EQ(extra("G05-03", "2023-11-440106"), (Pair{0, 0})) << "not the return of another district";
  visit(own, "440115", "2023-12-05"); // the pair
  visit(own, "", "2023-12-06");       // the city
  EXPECT_EQ(extra("G05-03", "2023-12-440111", "2023-12-10"), (Pair{0, 1})) << "one organisation, counted in the month of its first visit";
  EXPECT_EQ(extra("G05-01", "2023-12-440111", "2023-12-10"), (Pair{1, 2}));
  EXPECT_EQ(extra("G05-02", "2023-12-440111", "2023-12-10"), (Pair{1, 1}));
  const auto behind = look([](db::Transaction& t) { return behind_cell(t, k_district, "2023-12-440111", "G05-03", "total", 0, 50); });
  ASSERT_TRUE(behind.ok());
  ASSERT_EQ(behind->total, 1) << "the list behind the figure adds up to it";
  EXPECT_EQ(behind->items.front().name, "区考试中心");
  visit(targets("exam_organisation", "").front().district.empty() ? targets("exam_organisation", "").front() : targets("exam_organisation", "").back(), "", "2023-12-07");
  EXPECT_EQ(extra("G05-03", "2023-12-city", "2023-12-10"), (Pair{1, 2})) << "the city's own and the district's";
}

TEST_P(Returns, ACorrectionNeedsAReasonStaysBesideTheComputedFigureAndCanBeTakenAway) {
  visit(targets("institution", k_home)[0], k_home, "2023-11-22");
  const auto put = [&](std::optional<std::int64_t> to, const std::string& reason, const Viewer& viewer = k_district) {
    return refusal(correct(database(), {k_he, at("2023-11-28")}, viewer, {"2023-11-440111", "A5-05", "month", to, reason}));
  };
  EXPECT_EQ(put(3, " "), "reporting.text_missing");
  EXPECT_EQ(put(-1, "x"), "reporting.value");
  EXPECT_EQ(put(3, "x", {"district", "440106"}), "reporting.unknown");
  EXPECT_EQ(put(3, "两家以纸质检查，未录入"), "");
  Whole now = shown("2023-11-440111", "2023-11-28");
  EXPECT_EQ(now.mine.value.at("A5-05"), (Pair{3, 3}));
  EXPECT_EQ(now.mine.computed.at("A5-05"), (Pair{1, 1}));
  EXPECT_EQ(now.mine.kept.correction("A5-05", Cell::Month)->computed, 1);
  EXPECT_EQ(value("A5-05", "2023-12-440111", "2023-12-01"), (Pair{0, 3})) << "carried on";
  EXPECT_EQ(put(std::nullopt, "已补录"), "");
  EXPECT_EQ(value("A5-05"), (Pair{1, 1}));
  EXPECT_EQ(look([](db::Transaction& t) { return ledger::time_line(t, "return:2023-11-440111"); }).size(), 2U);
}

TEST_P(Returns, AFiledReturnStandsLateRecordsAreADifferenceAndReopeningMakesAVersion) {
  const auto schools = targets("institution", k_home);
  visit(schools[0], k_home, "2023-11-22");
  EXPECT_EQ(refusal(file("2023-12-440111", "2023-11-29")), "reporting.too_early") << "the last day before its period";
  ASSERT_EQ(refusal(file("2023-11-440111", "2023-11-28")), "");
  EXPECT_EQ(refusal(file("2023-11-440111", "2023-11-28")), "reporting.sent_already");
  visit(schools[1], k_home, "2023-11-29");
  Whole now = shown("2023-11-440111", "2023-12-02");
  EXPECT_FALSE(now.mine.overdue);
  EXPECT_EQ(now.mine.value.at("A5-05"), (Pair{1, 1})) << "as it was sent";
  EXPECT_EQ(now.mine.late.at("A5-05"), (Pair{1, 1}));
  EXPECT_EQ(now.mine.late.size(), 1U);
  const Whole next = shown("2023-12-440111", "2023-12-02");
  ASSERT_EQ(next.findings.size(), 1U);
  EXPECT_EQ(next.findings[0], (Finding{"A5-05", "carried", true, "", 2, 1})) << "two by now, one was sent and none is new";
  EXPECT_EQ(refusal(file("2023-12-440111", "2023-12-28")), "reporting.note_missing");
  EXPECT_EQ(refusal(reopen(database(), {k_chen, at("2023-12-03")}, k_city, "2023-11-440111", "")), "reporting.text_missing");
  ASSERT_EQ(refusal(reopen(database(), {k_chen, at("2023-12-03")}, k_city, "2023-11-440111", "补报一家")), "");
  EXPECT_EQ(refusal(reopen(database(), {k_chen, at("2023-12-03")}, k_city, "2023-11-440111", "again")), "reporting.not_sent");
  EXPECT_TRUE(shown("2023-11-440111", "2023-12-03").mine.overdue);
  ASSERT_EQ(refusal(file("2023-11-440111", "2023-12-04")), "");
  now = shown("2023-11-440111", "2023-12-05");
  EXPECT_EQ(now.mine.kept.version, 2);
  EXPECT_EQ(now.mine.value.at("A5-05"), (Pair{2, 2}));
  EXPECT_TRUE(now.mine.late.empty());
  EXPECT_EQ(refusal(file("2023-12-440111", "2023-12-28")), "") << "now they fit";
}

TEST_P(Returns, DueOnThe29thOverdueOnThe30thAndTheTermClosesOnFiling) {
  EXPECT_FALSE(shown("2023-11-440111", "2023-11-29").mine.overdue);
  EXPECT_TRUE(shown("2023-11-440111", "2023-11-30").mine.overdue);
  const deadlines::Owners owners = [](db::Transaction&, const std::string& kind, Date) -> std::vector<deadlines::Owner> {
    if (kind == "district") return {{"district", k_home, "白云区", k_home}};
    return {};
  };
  deadlines::sweep(database(), owners, nullptr, at("2023-11-10"));
  const auto term = [&] { return look([](db::Transaction& t) { return deadlines::store::term(t, "monthly_return", "month:2023-11/district:440111"); }); };
  ASSERT_TRUE(term().has_value());
  EXPECT_EQ(term()->state, deadlines::TermState::Open);
  EXPECT_EQ(to_string(*term()->due_day), "2023-11-29");
  ASSERT_EQ(refusal(file("2023-11-440111", "2023-11-29")), "");
  EXPECT_EQ(term()->state, deadlines::TermState::Done);
  EXPECT_FALSE(term()->late);
  ASSERT_EQ(refusal(reopen(database(), {k_chen, at("2023-12-03")}, k_city, "2023-11-440111", "补报一家")), "");
  EXPECT_EQ(term()->state, deadlines::TermState::Open) << "what was given back is to be done again";
  EXPECT_EQ(to_string(*term()->due_day), "2023-12-06");
  ASSERT_EQ(refusal(file("2023-11-440111", "2023-12-05")), "");
  EXPECT_EQ(term()->state, deadlines::TermState::Done);
}

TEST_P(Returns, TheCitySumsElevenDistrictsAndSaysWhoHasFiled) {
  visit(targets("institution", k_home)[0], k_home, "2023-11-22");
  visit(targets("institution", "440106")[0], "440106", "2023-11-22");
  ASSERT_EQ(refusal(file("2023-11-440111", "2023-11-28")), "");
  const Whole city = shown("2023-11-city", "2023-11-29");
  ASSERT_EQ(city.districts.size(), 11U);
  EXPECT_EQ(city.mine.value.at("A5-05"), (Pair{2, 2}));
  EXPECT_EQ(std::count_if(city.districts.begin(), city.districts.end(), [](const Return& one) { return one.kept.state == State::Submitted; }), 1);
  EXPECT_EQ(city.mine.kept.state, State::Open) << "not all are there";
  for (const RowLaw& row : shipped_law().rows) {
    Pair sum;
    for (const Return& one : city.districts) sum.month += one.value.at(row.id).month, sum.total += one.value.at(row.id).total;
    EXPECT_EQ(city.mine.value.at(row.id), sum) << row.id;
  }
  EXPECT_EQ(refusal(look([](db::Transaction& t) { return whole(t, k_district, "2023-11-city", day("2023-11-29")); })), "reporting.unknown");
  EXPECT_EQ(refusal(send(database(), {k_chen, at("2023-11-29")}, k_city, {"2023-11-city", "陈", "020", ""})), "reporting.unknown") << "the sum is nobody's return";
  for (const char* wrong : {"2023-10-440111", "2023-11-440199", "2023-11", "2023-11-", "x", "2025-11-440111"})
    EXPECT_EQ(refusal(look([&](db::Transaction& t) { return whole(t, k_city, wrong, day("2023-11-29")); })), "reporting.unknown") << wrong;
  EXPECT_EQ(look([](db::Transaction& t) { return all_of(t, k_city, "SI-2023", day("2023-11-29")); }).size(), 33U);
  EXPECT_EQ(look([](db::Transaction& t) { return all_of(t, k_district, "SI-2023", day("2023-11-29")); }).size(), 3U);
}

TEST_P(Returns, TheFormIsFilledInEveryFormat) {
  const auto schools = targets("institution", k_home);
  visit(schools[0], k_home, "2023-11-22");
  decide(schools[0], enforcement::Kind::Fine, "C-3a", "2023-11-26");
  ASSERT_EQ(refusal(file("2023-11-440111", "2023-11-28")), "");
  const auto sheet = annex_5(shown("2023-11-440111", "2023-11-28"), "白云区应急管理局", at("2023-11-28"));
  ASSERT_TRUE(sheet.ok());
  std::string all;
  for (const auto& block : sheet->blocks)
    for (const auto& row : block.table.rows)
      for (const auto& cell : row.cells) all += cell.text + "|";
  EXPECT_NE(all.find("单位|白云区应急管理局|"), std::string::npos) << all;
  EXPECT_NE(all.find("行政处罚款（元）|1234.56|1234.56|"), std::string::npos) << all;
  EXPECT_NE(all.find("填表人|何队长|联系电话|020-12345678|"), std::string::npos) << all;
  EXPECT_TRUE(paper::to_pdf(*sheet).ok());
  EXPECT_GT(paper::to_docx(*sheet).size(), 1000U);
  EXPECT_GT(paper::to_xlsx(*sheet).size(), 1000U);
}

TEST_P(Returns, TwoThousandVisitsAnswerAtOnce) {
  std::vector<inspection::Target> all;
  for (const char* checklist : {"institution", "practical_site", "theory_site"})
    for (const auto& one : targets(checklist, "")) all.push_back(one);
  database().write([&](db::Transaction& t) {
    for (int i = 0; i < 2000; ++i) {
      const auto& target = all[static_cast<std::size_t>(i) % all.size()];
      sign_visit(t, target, i % 3 == 0 ? target.subject : target.district, to_string(day("2023-11-01") + i % 88));
    }
  });
  const auto median = [&](const auto& work) {
    std::vector<double> times;
    for (int i = 0; i < 7; ++i) {
      const auto from = std::chrono::steady_clock::now();
      look(work);
      times.push_back(std::chrono::duration<double, std::milli>(std::chrono::steady_clock::now() - from).count());
    }
    std::sort(times.begin(), times.end());
    return times[times.size() / 2];
  };
  const double mine = median([](db::Transaction& t) { return whole(t, k_district, "2024-01-440111", day("2024-01-29")).ok(); });
  const double city = median([](db::Transaction& t) { return whole(t, k_city, "2024-01-city", day("2024-01-29")).ok(); });
  const double list = median([](db::Transaction& t) { return all_of(t, k_city, "SI-2023", day("2024-01-29")).size(); });
  const double cell = median([](db::Transaction& t) { return behind_cell(t, k_city, "2024-01-city", "A5-05", "total", 0, 50).ok(); });
  RecordProperty("milliseconds", std::to_string(mine) + " " + std::to_string(city) + " " + std::to_string(list) + " " + std::to_string(cell));
  std::printf("[ figures ] %s: a district's return %.1f ms, the city's %.1f ms, all 33 %.1f ms, records of a cell %.1f ms\n", GetParam().c_str(), mine, city, list, cell);
  // Far above what is measured: this machine may be busy.
  EXPECT_LT(std::max({mine, city, list, cell}), 2000);
}

} // namespace
} // namespace ankao::reporting
