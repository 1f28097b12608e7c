// SPDX-License-Identifier: Apache-2.0
// A deadline's whole life over a holiday week, on every kind of database.
#include "deadlines/service/terms.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include <algorithm>

#include "deadlines/files/holidays.hpp"
#include "deadlines/rules/entry.hpp"
#include "deadlines/service/calendar.hpp"
#include "deadlines/service/sweep.hpp"
#include "deadlines/store/terms.hpp"
#include "deadlines/store/years.hpp"
#include "deadlines/support/started.hpp"
#include "deadlines/support/years.hpp"
#include "ledger/service/ledger.hpp"

namespace ankao::deadlines {
namespace {

using tests::day_of;
using ::testing::ElementsAre;

const Owner k_school{"institution", "GZ-A01", "甲培训学校", "440106"};
const ledger::Actor k_clerk{"a01", "张三", "institution", "institution:GZ-A01"};
const ledger::Actor k_colleague{"a01b", "李四", "institution", "institution:GZ-A01"};
const ledger::Actor k_other{"b02", "赵六", "institution", "institution:GZ-A02"};
const ledger::Actor k_bureau{"shiju", "王五", "city_bureau", "city"};
const store::Viewer k_clerk_sees{"a01", "institution", "institution", "GZ-A01"};
const store::Viewer k_bureau_sees{"shiju", "city_bureau", "city", ""};

Instant at(const char* day, int hour = 10) { return {start_of(day_of(day)).ms + hour * 3'600'000}; }

class Terms : public ::testing::TestWithParam<std::string> {
protected:
  void tell(const char* event, const char* day, Instant now, const Owner& owner = k_school, const std::string& subject = "class:GZ-A01/C1") {
    db().write([&](db::Transaction& transaction) { happened(transaction, {{k_clerk, now, event, subject, "C1", owner, day_of(day)}}); });
  }
  Swept go(Instant now, int batch = 500) {
    return sweep(
        db(), [this](db::Transaction&, const std::string& kind, Date) { return owners_[kind]; },
        [this](db::Transaction&, const Note& note, Instant) { sent_.push_back(note.topic.substr(9) + " " + note.role); keys_.insert(note.once_key); titles_.push_back(note.title.zh); },
        now, batch);
  }
  std::vector<std::string> sent() { return std::exchange(sent_, {}); }
  Term term(std::int64_t number = 1) { return *store::term(*db().begin(db::Mode::Read), number); }
  std::int64_t count(const store::Viewer& who, store::Box box) {
    store::TermFilter filter;
    filter.box = box;
    return store::list(*db().begin(db::Mode::Read), who, filter).total;
  }
  std::vector<std::string> actions(const std::string& id = "T-1") {
    std::vector<std::string> out;
    for (const auto& one : ledger::time_line(*db().begin(db::Mode::Read), "term:" + id)) out.push_back(one.event.action);
    return out;
  }
  Result<Term> open_by_hand(TermToOpen wanted) {
    return open_term(db(), k_bureau, at("2024-09-27"), [this](db::Transaction&, const std::string& kind, Date) { return owners_[kind]; }, wanted);
  }
  db::Database& db() { return store_.database(); }

  tests::Store store_{GetParam(), tests::calendar_and_terms()};
  std::map<std::string, std::vector<Owner>> owners_;
  std::vector<std::string> sent_, titles_;
  std::set<std::string> keys_;
};

INSTANTIATE_TEST_SUITE_P(Databases, Terms, ::testing::ValuesIn(tests::k_stores), tests::store_name<::testing::TestParamInfo<std::string>>);

TEST_P(Terms, whole_life_over_national_day) {
  tell("class.open", "2024-09-27", at("2024-09-27"));
  EXPECT_EQ(to_string(*term().due_day), "2024-10-08");
  EXPECT_EQ(count(k_clerk_sees, store::Box::ToDo), 1);
  go(at("2024-09-28"));
  EXPECT_TRUE(sent().empty());
  go(at("2024-09-30", 9));
  EXPECT_THAT(sent(), ElementsAre("reminder institution"));
  EXPECT_EQ(titles_.back(), "开班后预约考试：剩 1 个工作日");
  go(at("2024-10-03"));
  go(at("2024-10-08", 23));
  EXPECT_TRUE(sent().empty());
  EXPECT_FALSE(term().overdue);
  go(at("2024-10-09", 0));
  EXPECT_TRUE(term().overdue);
  EXPECT_THAT(sent(), ElementsAre("missed institution"));
  EXPECT_EQ(count(k_bureau_sees, store::Box::Copied), 0);
  go(at("2024-10-09", 9));
  EXPECT_THAT(sent(), ElementsAre("escalated city_bureau", "reminder institution"));
  EXPECT_EQ(count(k_bureau_sees, store::Box::Copied), 1);
  tell("booking.create", "2024-10-10", at("2024-10-10"));
  EXPECT_EQ(term().state, TermState::Done);
  EXPECT_TRUE(term().late);
  EXPECT_EQ(count(k_clerk_sees, store::Box::ToDo), 0);
  EXPECT_EQ(count(k_clerk_sees, store::Box::Done), 1);
  EXPECT_THAT(actions(), ElementsAre("term.open", "term.miss", "term.escalate", "term.done"));
  go(at("2024-11-30"));
  EXPECT_TRUE(sent().empty());
  const auto found = store::findings(*db().begin(db::Mode::Read), 1);
  ASSERT_EQ(found.size(), 1u);
  EXPECT_EQ(found[0].clause, "S-4.2");
}

TEST_P(Terms, done_on_the_last_day_is_in_time_and_the_next_day_is_late) {
  tell("class.open", "2024-09-24", at("2024-09-24"));
  tell("booking.create", "2024-09-27", at("2024-09-27", 23));
  EXPECT_FALSE(term().late);
  tell("class.open", "2024-09-24", at("2024-09-24"), k_school, "class:GZ-A01/C2");
  tell("booking.create", "2024-09-28", at("2024-09-28", 0), k_school, "class:GZ-A01/C2");
  EXPECT_TRUE(term(2).late);
  EXPECT_TRUE(term(2).overdue);
  EXPECT_THAT(actions("T-2"), ElementsAre("term.open", "term.miss", "term.done"));
}

TEST_P(Terms, what_is_told_twice_changes_nothing_and_nobody_is_reminded_twice) {
  tell("class.open", "2024-09-27", at("2024-09-27"));
  tell("class.open", "2024-09-27", at("2024-09-28"));
  EXPECT_EQ(actions().size(), 1u);
  go(at("2024-09-30", 9));
  go(at("2024-09-30", 9));
  EXPECT_EQ(sent().size(), 1u);
}

TEST_P(Terms, a_server_that_was_off_for_weeks_catches_up_once) {
  for (int i = 0; i < 7; ++i) tell("class.open", "2024-09-27", at("2024-09-27"), k_school, "class:GZ-A01/K" + std::to_string(i));
  const Swept late = go(at("2024-11-01"), 3);
  EXPECT_EQ(late, (Swept{0, 7, 7, 7, 7}));
  EXPECT_EQ(keys_.size(), 21u);
  EXPECT_EQ(go(at("2024-11-01")), Swept{});
}

TEST_P(Terms, recurring_ones_start_by_themselves_once_and_close_when_published) {
  owners_["city"] = {{"city", "", "广州市", ""}};
  EXPECT_EQ(go(at("2024-03-26")).opened, 2);  // staff assessment, provincial notice; the 25th is over and was before our time
  EXPECT_EQ(go(at("2024-04-01")).opened, 2);  // the plan of May and its filing
  EXPECT_EQ(go(at("2024-04-02")).opened, 0);
  tell("plan.publish", "2024-04-20", at("2024-04-20"), owners_["city"][0], "month:2024-04");
  tell("plan.publish", "2024-04-21", at("2024-04-21"), owners_["city"][0], "month:2024-05"); // early
  EXPECT_EQ(go(at("2024-05-02")).opened, 1); // the filing of June's
  EXPECT_EQ(go(at("2024-06-29")).opened, 2);  // the server was off on the 25th: it is found all the same
  const auto plan = store::term(*db().begin(db::Mode::Read), "plan_publication", "month:2024-06");
  ASSERT_TRUE(plan);
  EXPECT_TRUE(plan->overdue);
}

TEST_P(Terms, a_corrected_calendar_moves_the_last_day_and_withdraws_the_finding) {
  tell("class.open", "2026-09-29", at("2026-09-29"));
  const Date before = *term().due_day;
  go(Instant{start_of(before + 1).ms});
  EXPECT_TRUE(term().overdue);
  YearEntry entry;
  const CalendarYear shipped = *shipped_calendar().year(2026);
  entry = {2026, 0, shipped.source, "更正", {}, {}, true};
  for (const auto& [date, name] : shipped.rest) entry.rest.push_back({date, date, name});
  for (const auto& [date, name] : shipped.worked) entry.worked.push_back({date, name});
  entry.rest.push_back({before, before, "国庆节"});
  const auto entered = enter_year(db(), k_bureau, Instant{start_of(before + 1).ms}, entry);
  ASSERT_TRUE(entered.ok()) << entered.problem().parts.front().id;
  EXPECT_GT(*term().due_day, before);
  EXPECT_FALSE(term().overdue);
  EXPECT_EQ(actions().back(), "term.recompute");
  EXPECT_TRUE(store::findings(*db().begin(db::Mode::Read), 1)[0].withdrawn_at.has_value());
}

TEST_P(Terms, a_corrected_calendar_moves_every_open_term_once_however_few_are_read_at_a_time) {
  constexpr int k_terms = 7;
  const auto subject = [](int i) { return "class:GZ-A01/C" + std::to_string(i); };
  for (int i = 1; i <= k_terms; ++i) tell("class.open", "2026-12-31", at("2026-12-31"), k_school, subject(i));
  tell("booking.create", "2026-12-31", at("2026-12-31"), k_school, subject(4)); // closed: stays as it was
  ASSERT_EQ(term(4).state, TermState::Done);
  const YearEntry year = tests::year_2027();
  const EnteredYear entered{2027, 1, year.source, "", rest_days(year), worked_days(year), "shiju", "王五", at("2026-11-22")};
  // Pages of one fewer than the six that are open, as many, one more, and one by one.
  for (const int at_once : {5, 6, 7, 1}) {
    const auto transaction = db().begin(db::Mode::Write);
    store::insert(*transaction, entered); // goes with the transaction
    EXPECT_EQ(recompute_terms(*transaction, k_bureau, at("2026-11-22"), at_once), k_terms - 1) << at_once;
    EXPECT_EQ(recompute_terms(*transaction, k_bureau, at("2026-11-22"), at_once), 0) << at_once;
    for (int i = 1; i <= k_terms; ++i) {
      const auto one = *store::term(*transaction, i);
      EXPECT_EQ(one.due_day ? to_string(*one.due_day) : "-", i == 4 ? "-" : "2027-01-06") << at_once << " " << i;
      const auto line = ledger::time_line(*transaction, "term:" + one.id());
      EXPECT_EQ(std::count_if(line.begin(), line.end(), [](const auto& w) { return w.event.action == "term.recompute"; }), i == 4 ? 0 : 1) << at_once << " " << i;
    }
  }
}

TEST_P(Terms, a_year_without_data_is_waited_for) {
  tell("class.open", "2026-12-31", at("2026-12-31"));
  EXPECT_FALSE(term().due_day);
  EXPECT_EQ(go(at("2027-03-01")), Swept{});
  ASSERT_TRUE(enter_year(db(), k_bureau, at("2026-11-22"), tests::year_2027()).ok());
  EXPECT_EQ(to_string(*term().due_day), "2027-01-06");
}

TEST_P(Terms, colleagues_take_work_and_give_it_back_strangers_see_nothing) {
  owners_["institution"] = {k_school};
  ASSERT_TRUE(open_by_hand({"report_figures", "GZ-A01", "报告", "自查报告", day_of("2024-09-27"), {}, {}, "自查"}).ok());
  EXPECT_EQ(claim_term(db(), k_other, at("2024-09-27"), "T-1").problem().id, "deadlines.term_unknown");
  ASSERT_TRUE(claim_term(db(), k_clerk, at("2024-09-27"), "T-1").ok());
  EXPECT_EQ(claim_term(db(), k_colleague, at("2024-09-27"), "T-1").problem().id, "deadlines.claimed_by_other");
  EXPECT_EQ(confirm_term(db(), k_colleague, at("2024-09-27"), "T-1", "已办").problem().id, "deadlines.claimed_by_other");
  EXPECT_EQ(release_term(db(), k_colleague, at("2024-09-27"), "T-1").problem().id, "deadlines.not_claimed");
  ASSERT_TRUE(release_term(db(), k_clerk, at("2024-09-27"), "T-1").ok());
  ASSERT_TRUE(confirm_term(db(), k_colleague, at("2024-09-27"), "T-1", "已办").ok());
  EXPECT_EQ(confirm_term(db(), k_colleague, at("2024-09-27"), "T-1", "已办").problem().id, "deadlines.term_closed");
  EXPECT_FALSE(store::visible(*db().begin(db::Mode::Read), {"b02", "institution", "institution", "GZ-A02"}, 1));
}

TEST_P(Terms, a_suspension_starts_the_term_of_its_clause_and_ends_on_the_decided_day) {
  const auto suspended = [&](const char* subject, const char* clause, const char* until) {
    db().write([&](db::Transaction& transaction) {
      happened(transaction, {{k_bureau, at("2024-01-10"), "suspension.record", subject, "甲", {"city", "", "广州市", ""}, day_of("2024-01-10"), clause, day_of(until)}});
    });
  };
  const auto found = [&](const char* deadline, const char* subject) { return store::term(*db().begin(db::Mode::Read), deadline, subject); };
  suspended("site:S1/SP-1", "P-3.2.5", "2024-04-09");
  ASSERT_TRUE(found("site_suspension", "site:S1/SP-1"));
  EXPECT_EQ(to_string(*found("site_suspension", "site:S1/SP-1")->due_day), "2024-04-09");
  EXPECT_FALSE(found("circular_suspension", "site:S1/SP-1"));
  suspended("site:S1/SP-2", "C-4.1a", "2024-07-09");
  EXPECT_EQ(to_string(*found("circular_suspension", "site:S1/SP-2")->due_day), "2024-07-09");
  suspended("institution:GZ-A01/SP-3", "C-4.2.1", "2024-07-09");
  EXPECT_EQ(to_string(*found("institution_suspension", "institution:GZ-A01/SP-3")->due_day), "2024-07-09");
  suspended("institution:GZ-A01/SP-4", "C-4.2.1", "2024-07-10");
  EXPECT_FALSE(found("institution_suspension", "institution:GZ-A01/SP-4")) << "longer than six months is no lawful period of this clause";
  suspended("institution:GZ-A01/SP-5", "C-40.2", "2024-07-09");
  EXPECT_FALSE(found("institution_suspension", "institution:GZ-A01/SP-5"));
  EXPECT_EQ(count(k_bureau_sees, store::Box::ToDo), 3);
}

TEST_P(Terms, each_day_of_a_month_says_what_ends_on_it) {
  tell("class.open", "2024-09-27", at("2024-09-27"));
  tell("class.open", "2024-09-27", at("2024-09-27"), k_school, "class:GZ-A01/C2");
  tell("class.open", "2024-09-29", at("2024-09-29"), k_school, "class:GZ-A01/C3");
  tell("booking.create", "2024-09-29", at("2024-09-29"), k_school, "class:GZ-A01/C2");
  store::TermFilter october;
  october.box = store::Box::All;
  october.from = day_of("2024-10-01");
  october.to = day_of("2024-10-31");
  const auto days = store::count_by_day(*db().begin(db::Mode::Read), k_bureau_sees, october);
  ASSERT_EQ(days.size(), 2u);
  EXPECT_EQ(to_string(days[0].day), "2024-10-08");
  EXPECT_EQ(days[0].open, 1);
  EXPECT_EQ(days[0].closed, 1);
  EXPECT_EQ(to_string(days[1].day), "2024-10-09");
  EXPECT_EQ(store::count_by_deadline(*db().begin(db::Mode::Read), k_bureau_sees, october)[0].second, 3);
}

TEST_P(Terms, by_hand_with_a_reason_and_waived_with_a_reason) {
  owners_["institution"] = {k_school};
  TermToOpen wanted{"exam_booking", "GZ-A01", "class:GZ-A01/C9", "C9", day_of("2024-09-27"), {}, {}, ""};
  EXPECT_EQ(open_by_hand(wanted).problem().id, "deadlines.term_text_missing");
  wanted.reason = "开班登记尚未上线";
  ASSERT_TRUE(open_by_hand(wanted).ok());
  EXPECT_EQ(open_by_hand(wanted).problem().id, "deadlines.term_doubled");
  wanted.scope_id = "GZ-A99";
  EXPECT_EQ(open_by_hand(wanted).problem().id, "deadlines.owner_unknown");
  EXPECT_EQ(confirm_term(db(), k_clerk, at("2024-09-27"), "T-1", "已办").problem().id, "deadlines.done_by_event");
  EXPECT_EQ(waive_term(db(), k_bureau, at("2024-09-28"), "T-1", "").problem().id, "deadlines.term_text_missing");
  ASSERT_TRUE(waive_term(db(), k_bureau, at("2024-09-28"), "T-1", "停班").ok());
  EXPECT_EQ(go(at("2024-11-01")).looked, 0);
}

} // namespace
} // namespace ankao::deadlines
