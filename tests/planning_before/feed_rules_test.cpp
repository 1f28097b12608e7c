// SPDX-License-Identifier: Apache-2.0
// Feeds as a pure matter: what a calendar program learns from version to version, and the text it reads.
#include <gtest/gtest.h>

#include "planning/files/icalendar.hpp"
#include "planning/rules/feed.hpp"
#include "planning_before/support/ics.hpp"

namespace ankao::planning {
namespace {

const Month k_march{2024, 3};
Date on(const char* text) { return *parse_date(text); }
FeedSession session(const std::string& id, const char* date, const std::string& title = "低压电工作业考试 30/40") { return {id, on(date), "am", title, "南方考试点 1号考场", ""}; }
Instant hour(int n) { return {start_of(on("2024-02-25")).ms + n * 3'600'000LL}; }

FeedEvent only(const std::vector<FeedEvent>& all, const std::string& id) {
  for (const auto& one : all)
    if (one.session.id == id) return one;
  ADD_FAILURE() << id << " is not told";
  return {};
}

TEST(FeedRules, ASessionThatStaysKeepsItsSequence) {
  const auto all = events_of({{k_march, 1, hour(0), {session("a", "2024-03-05")}}, {k_march, 2, hour(9), {session("a", "2024-03-05")}}});
  ASSERT_EQ(all.size(), 1u);
  EXPECT_EQ(all[0].sequence, 0);
  EXPECT_EQ(all[0].changed_at, hour(0));
  EXPECT_FALSE(all[0].cancelled);
}

TEST(FeedRules, AChangedOneIsRaisedAndAMovedOneCancelled) {
  const auto all = events_of({{k_march, 1, hour(0), {session("a", "2024-03-05"), session("b", "2024-03-06")}},
                              {k_march, 2, hour(9), {session("a", "2024-03-05", "低压电工作业考试 35/40"), session("c", "2024-03-07")}}});
  ASSERT_EQ(all.size(), 3u);
  EXPECT_EQ(only(all, "a").sequence, 1);
  EXPECT_EQ(only(all, "a").changed_at, hour(9));
  EXPECT_TRUE(only(all, "b").cancelled);
  EXPECT_EQ(only(all, "b").sequence, 1) << "who read version 1 must see a higher sequence";
  EXPECT_FALSE(only(all, "c").cancelled);
  EXPECT_EQ(only(all, "c").sequence, 0);
}

TEST(FeedRules, WhatWasCancelledAndComesBackIsRaisedAgain) {
  const auto all = events_of({{k_march, 1, hour(0), {session("a", "2024-03-05")}}, {k_march, 2, hour(1), {}}, {k_march, 3, hour(2), {}}, {k_march, 4, hour(3), {session("a", "2024-03-05")}}});
  ASSERT_EQ(all.size(), 1u);
  EXPECT_EQ(all[0].sequence, 2) << "cancelled once, not once a version";
  EXPECT_FALSE(all[0].cancelled);
}

TEST(FeedRules, OneMonthDoesNotCancelAnother) {
  const auto all = events_of({{k_march, 1, hour(0), {session("a", "2024-03-05")}}, {k_march.next(), 1, hour(1), {session("b", "2024-04-05")}}});
  EXPECT_FALSE(only(all, "a").cancelled);
  EXPECT_FALSE(only(all, "b").cancelled);
}

TEST(FeedText, AnotherReaderUnderstandsIt) {
  FeedSession long_one = session("2024-03-05.am.GZ-A01-S1-R1.OP01", "2024-03-05", "高处安装、维护、拆除作业；含\\特殊,字符的一个很长很长很长很长很长很长很长很长很长很长的名称考试 30/40");
  long_one.text = "广州市第一培训机构 2024-0301 30人\n广州市第二培训机构 2024-0302 5人\n";
  const FeedSession evening{"e", on("2024-03-31"), "night", "t", "p", ""};
  const std::string text = write_calendar({"南方考试点", "GZ-A01-S1.440100.ankao", "https://ankao.example"}, {{long_one, 2, hour(3), false}, {evening, 1, hour(4), true}}, {{"am", {540, 720}}});
  const auto read = tests::read_ics(text);
  EXPECT_EQ(read.fault, "");
  EXPECT_EQ(read.zones, (std::vector<std::string>{"Asia/Shanghai"}));
  ASSERT_EQ(read.events.size(), 2u);
  const auto& event = read.events.at("2024-03-05.am.GZ-A01-S1-R1.OP01@GZ-A01-S1.440100.ankao");
  EXPECT_EQ(event.text("SUMMARY"), long_one.title);
  EXPECT_EQ(event.text("DESCRIPTION"), long_one.text);
  EXPECT_EQ(event.text("DTSTART;TZID=Asia/Shanghai"), "20240305T090000");
  EXPECT_EQ(event.text("DTEND;TZID=Asia/Shanghai"), "20240305T120000");
  EXPECT_EQ(event.text("SEQUENCE"), "2");
  EXPECT_EQ(event.text("STATUS"), "CONFIRMED");
  EXPECT_EQ(event.text("DTSTAMP"), "20240224T190000Z") << "3 o'clock of the 25th in China";
  EXPECT_EQ(event.text("URL"), "https://ankao.example/plans/2024-03/calendar");
  const auto& gone = read.events.at("e@GZ-A01-S1.440100.ankao");
  EXPECT_EQ(gone.text("STATUS"), "CANCELLED");
  EXPECT_EQ(gone.text("DTSTART;VALUE=DATE"), "20240331") << "hours of that slot are not known: the whole day";
  EXPECT_EQ(gone.text("DTEND;VALUE=DATE"), "20240401");
}

TEST(FeedText, FoldsJustBelowJustAtAndJustAboveTheLimit) {
  for (const std::size_t length : {66u, 67u, 68u, 140u, 141u, 142u, 143u}) {
    FeedSession one = session("x", "2024-03-05", std::string(length, 'a')); // "SUMMARY:" is 8
    const auto read = tests::read_ics(write_calendar({"n", "d", ""}, {{one, 0, hour(0), false}}, {}));
    EXPECT_EQ(read.fault, "") << length;
    EXPECT_EQ(read.events.at("x@d").text("SUMMARY"), one.title);
  }
}

} // namespace
} // namespace ankao::planning
