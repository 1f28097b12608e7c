// SPDX-License-Identifier: Apache-2.0
#include <gtest/gtest.h>

#include "deadlines/commands/commands.hpp"

namespace ankao::deadlines {
namespace {

struct Outcome {
  int code;
  std::string out;
  std::string error;
};

Outcome run(const std::vector<std::string>& words) {
  testing::internal::CaptureStdout();
  testing::internal::CaptureStderr();
  const int code = commands().front().run(words);
  std::string out = testing::internal::GetCapturedStdout();
  return {code, std::move(out), testing::internal::GetCapturedStderr()};
}

TEST(CalendarCommand, shows_each_day_of_the_month_and_the_source) {
  const Outcome outcome = run({"2024-02"});
  EXPECT_EQ(outcome.code, k_exit_done);
  EXPECT_NE(outcome.out.find("2024-02-18  星期日  工作日（调休上班：春节）"), std::string::npos);
  EXPECT_NE(outcome.out.find("工作日共 18 天"), std::string::npos);
  EXPECT_NE(outcome.out.find("国办发明电〔2023〕7号"), std::string::npos);
}

TEST(CalendarCommand, english_on_request) { EXPECT_NE(run({"2023-10", "--lang", "en"}).out.find("working days: 19"), std::string::npos); }

TEST(CalendarCommand, a_year_without_data_and_a_bad_month_are_refused_with_a_remedy) {
  const Outcome later = run({"2027-01"});
  EXPECT_EQ(later.code, k_exit_bad);
  EXPECT_TRUE(later.out.empty());
  EXPECT_NE(later.error.find("2027 年的放假安排尚未录入"), std::string::npos);
  EXPECT_EQ(run({"2024-13"}).code, k_exit_bad);
  EXPECT_EQ(run({}).code, k_exit_bad);
}

} // namespace
} // namespace ankao::deadlines
