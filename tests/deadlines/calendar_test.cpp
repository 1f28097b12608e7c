// SPDX-License-Identifier: Apache-2.0
// Entering a year on every kind of database.
#include "deadlines/service/calendar.hpp"

#include <gmock/gmock.h>
#include <gtest/gtest.h>

#include "deadlines/support/started.hpp"
#include "deadlines/support/years.hpp"
#include "ledger/service/ledger.hpp"

namespace ankao::deadlines {
namespace {

using tests::day_of;
using tests::year_2027;

const ledger::Actor k_bureau{"shiju", "王五", "city_bureau", "city"};
const Instant k_now{start_of(day_of("2026-11-22")).ms + 36'000'000};

class Calendar : public ::testing::TestWithParam<std::string> {
protected:

  Result<EnteredYear> enter(const YearEntry& entry) { return enter_year(store_.database(), k_bureau, k_now, entry); }
  WorkingDays days() { return calendar(*store_.database().begin(db::Mode::Read)); }
  std::vector<ledger::Written> events(int year) {
    return ledger::time_line(*store_.database().begin(db::Mode::Read), "calendar:" + std::to_string(year));
  }
  std::string refusal(const YearEntry& entry) {
    const auto done = enter(entry);
    if (done.ok()) return "entered";
    return done.problem().parts.empty() ? done.problem().id : done.problem().id + " " + done.problem().parts.front().id;
  }

  tests::Store store_{GetParam(), tests::calendar_and_terms()};
};

INSTANTIATE_TEST_SUITE_P(Databases, Calendar, ::testing::ValuesIn(tests::k_stores),
                         tests::store_name<::testing::TestParamInfo<std::string>>);

TEST_P(Calendar, a_year_without_data_is_refused_until_it_is_entered) {
  EXPECT_EQ(days().kind(day_of("2027-02-13")).problem().id, "deadlines.year_without_data");
  ASSERT_TRUE(enter(year_2027()).ok());
  EXPECT_EQ(days().kind(day_of("2027-02-13"))->kind, DayKind::Kind::WorkedWeekend);
  EXPECT_EQ(to_string(*days().add_working_days(day_of("2026-12-31"), 1)), "2027-01-04");
  EXPECT_EQ(days().kind(day_of("2028-01-03")).problem().id, "deadlines.year_without_data");
}

TEST_P(Calendar, entering_is_one_event_of_the_ledger) {
  ASSERT_TRUE(enter(year_2027()).ok());
  const auto written = events(2027);
  ASSERT_EQ(written.size(), 1u);
  EXPECT_EQ(written[0].event.action, "calendar.enter");
  EXPECT_EQ(written[0].event.clause, "G-63");
  EXPECT_EQ(written[0].event.actor.account, "shiju");
  EXPECT_EQ(written[0].event.before, "");
  EXPECT_EQ(written[0].event.after.size(), 64u);
}

TEST_P(Calendar, what_is_refused_leaves_no_trace) {
  auto entry = year_2027();
  entry.worked.pop_back();
  EXPECT_EQ(refusal(entry), "deadlines.entry_invalid deadlines.unusual_number");
  EXPECT_TRUE(events(2027).empty());
  EXPECT_FALSE(days().kind(day_of("2027-01-04")));
}

TEST_P(Calendar, a_correction_is_a_new_version_and_the_old_one_stays) {
  ASSERT_TRUE(enter(year_2027()).ok());
  auto better = year_2027();
  better.version = 1;
  better.worked[0].date = day_of("2027-02-14");
  EXPECT_EQ(refusal(better), "deadlines.entry_invalid deadlines.reason_missing");
  better.reason = "调休上班日误为2月13日";
  ASSERT_TRUE(enter(better).ok());
  EXPECT_FALSE(*days().is_working_day(day_of("2027-02-13")));
  EXPECT_TRUE(*days().is_working_day(day_of("2027-02-14")));
  const auto versions = entered_versions(*store_.database().begin(db::Mode::Read), 2027);
  ASSERT_EQ(versions.size(), 2u);
  EXPECT_EQ(versions[0].version, 2);
  EXPECT_TRUE(versions[1].worked.contains(day_of("2027-02-13")));
  EXPECT_EQ(versions[1].person, "王五");
  EXPECT_EQ(events(2027)[1].event.before, events(2027)[0].event.after);
  EXPECT_EQ(events(2027)[1].event.reason, better.reason);
}

TEST_P(Calendar, the_second_of_two_who_began_together_is_told) {
  ASSERT_TRUE(enter(year_2027()).ok());
  EXPECT_EQ(refusal(year_2027()), "deadlines.version_stale");
  auto ahead = year_2027();
  ahead.version = 2;
  EXPECT_EQ(refusal(ahead), "deadlines.version_stale");
}

TEST_P(Calendar, a_shipped_year_is_corrected_with_a_reason) {
  YearEntry entry;
  {
    const CalendarYear shipped = *days().year(2026);
    entry = {2026, 0, shipped.source, "", {}, {}, false};
    for (const auto& [date, name] : shipped.rest) entry.rest.push_back({date, date, name});
    for (const auto& [date, name] : shipped.worked) entry.worked.push_back({date, name});
  }
  entry.worked[1].date = day_of("2026-02-28"); // instead of the 14th
  entry.worked[2].date = day_of("2026-03-01");
  EXPECT_EQ(refusal(entry), "deadlines.entry_invalid deadlines.reason_missing");
  entry.reason = "测试更正";
  ASSERT_TRUE(enter(entry).ok());
  EXPECT_FALSE(*days().is_working_day(day_of("2026-02-14")));
  EXPECT_TRUE(*days().is_working_day(day_of("2026-03-01")));
  EXPECT_EQ(events(2026)[0].event.before.size(), 64u); // what was shipped
}

TEST_P(Calendar, text_is_kept_as_it_was_written) {
  auto entry = year_2027();
  entry.source = "国办'; DROP TABLE holiday_year; -- <script>";
  ASSERT_TRUE(enter(entry).ok());
  EXPECT_EQ(days().year(2027)->source, entry.source);
}

TEST_P(Calendar, the_live_calendar_takes_up_what_was_entered) {
  LiveCalendar live;
  const auto before = live.now();
  ASSERT_TRUE(enter(year_2027()).ok());
  EXPECT_FALSE(live.now()->kind(day_of("2027-01-04")));
  live.refresh(*store_.database().begin(db::Mode::Read));
  EXPECT_TRUE(*live.now()->is_working_day(day_of("2027-01-04")));
  EXPECT_FALSE(before->kind(day_of("2027-01-04"))); // who holds a calendar keeps it
  const auto again = live.refresh(*store_.database().begin(db::Mode::Read));
  EXPECT_EQ(again, live.now()); // nothing new, nothing built
}

} // namespace
} // namespace ankao::deadlines
