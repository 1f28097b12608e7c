// SPDX-License-Identifier: Apache-2.0
// The register against the index of numbers, section N.1 of the clauses, line by line.
#include <gtest/gtest.h>

#include <algorithm>
#include <map>
#include <set>

#include "deadlines/files/register.hpp"

namespace ankao::deadlines {
namespace {

struct Line {
  const char* deadline;
  const char* number; ///< as N.1 prints it
  std::vector<std::string> ids;
};

const std::vector<Line> k_index{
    {"self_inspection", "1–10 November 2023", {"M-3.1a"}},
    {"receipt", "10 November 2023", {"M-4.1.4"}},
    {"cross_inspection", "21–30 November 2023", {"M-3.2a"}},
    {"spot_check", "December 2023", {"M-3.3"}},
    {"look_back", "January 2024", {"M-3.4a"}},
    {"monthly_return", "before the 29th; Nov 2023, Dec 2023, Jan 2024", {"M-4.1.5"}},
    {"typical_case", "at any time", {"M-4.1.6"}},
    {"summary_report", "31 January 2024", {"M-4.1.8"}},
    {"full_coverage", "at least once a year", {"M-4.4.1", "P-3.0a"}},
    {"plan_publication", "before the 25th, monthly", {"S-2.3"}},
    {"exam_booking", "3 working days after class opening", {"S-4.2"}},
    {"site_feedback", "2 working days after plan publication", {"S-5.1b"}},
    {"room_preparation", "at least 1 day before", {"M-2.2.6a", "A23-3-5", "P-2.4b", "S-5.2b"}},
    {"cameras_on", "15 minutes before", {"M-2.2.7e", "A22-4-1", "P-2.4d", "S-5.2c"}},
    {"retake", "2 months", {"S-3.5"}},
    {"site_suspension", "3–6 months", {"P-3.2"}},
    {"circular_suspension", "6 months", {"C-4.1a"}},
    {"institution_suspension", "3–6 months", {"C-1a", "C-3a", "C-4.2.0"}},
    {"ban", "3 years", {"C-3c"}},
    {"provincial_notice", "5 years from 10 August 2023", {"P-4.1"}},
    {"staff_assessment", "yearly", {"M-2.2.8b", "P-2.5a"}},
    {"report_figures", "last 3 years", {"A3-1c"}},
};

/// What the platform runs besides N.1: the second half of S-2.3, what the city set itself or is to be decided without a term, the phases of every campaign, and the conditions of places.
const std::vector<const char*> k_besides{"plan_filing", "plan_filing_again", "failure_check", "agreement_ending", "plan_objection",
                                         "campaign_self", "campaign_self_site", "campaign_self_organisation", "campaign_self_district_organisation", "campaign_receipt", "campaign_cross", "campaign_handover", "campaign_spot", "campaign_look_back", "campaign_summary",
                                         "condition_check", "condition_renewal", "condition_renewal_site"};

std::string number_of(const Deadline& d) {
  const Length& l = d.length;
  const auto days = [&](const char* text) { return d.starts.kind == StartKind::Date ? to_string(d.starts.day) + " - " + text : std::string(text); };
  switch (l.unit) {
  case Unit::OnDate:
    return days(to_string(l.last).c_str());
  case Unit::DayOfMonth:
    return "day " + std::to_string(l.count) + " of each month" + (d.to ? " until " + to_string(*d.to) : "");
  case Unit::DayOfYear:
    return "each year until " + std::to_string(l.month) + "-" + std::to_string(l.day);
  case Unit::Decided:
    return std::to_string(l.months_from) + "-" + std::to_string(l.months_to) + " months";
  case Unit::AnyTime:
    return "any time";
  default:
    break;
  }
  static constexpr const char* names[] = {"working days", "days", "months", "years", "minutes"};
  return days((std::to_string(l.count) + " " + names[static_cast<std::size_t>(l.unit)]).c_str());
}

/// What each printed number means as data.
const std::map<std::string, std::string> k_meaning{
    {"1–10 November 2023", "2023-11-01 - 2023-11-10"},
    {"10 November 2023", "2023-11-04 - 2023-11-10"},
    {"21–30 November 2023", "2023-11-21 - 2023-11-30"},
    {"December 2023", "2023-12-01 - 2023-12-31"},
    {"January 2024", "2024-01-01 - 2024-01-31"},
    {"before the 29th; Nov 2023, Dec 2023, Jan 2024", "day 29 of each month until 2024-01-31"},
    {"at any time", "any time"},
    {"31 January 2024", "2024-01-01 - 2024-01-31"},
    {"at least once a year", "each year until 12-31"},
    {"before the 25th, monthly", "day 25 of each month"},
    {"3 working days after class opening", "3 working days"},
    {"2 working days after plan publication", "2 working days"},
    {"at least 1 day before", "-1 days"},
    {"15 minutes before", "-15 minutes"},
    {"2 months", "2 months"},
    {"3–6 months", "3-6 months"},
    {"6 months", "6 months"},
    {"3 years", "3 years"},
    {"5 years from 10 August 2023", "2023-08-10 - 5 years"},
    {"yearly", "each year until 12-31"},
    {"last 3 years", "-3 years"},
};

TEST(Index, every_line_of_n1_stands_in_the_register_with_its_number_and_clauses) {
  EXPECT_EQ(shipped_register().deadlines.size(), k_index.size() + k_besides.size());
  for (const char* id : k_besides) EXPECT_NE(shipped_register().find(id), nullptr) << id;
  for (const Line& line : k_index) {
    const Deadline* found = shipped_register().find(line.deadline);
    ASSERT_NE(found, nullptr) << line.deadline;
    EXPECT_EQ(number_of(*found), k_meaning.at(line.number)) << line.deadline;
    for (const auto& id : line.ids)
      EXPECT_TRUE(found->clause == id || std::find(found->related.begin(), found->related.end(), id) != found->related.end()) << line.deadline << " " << id;
  }
}

TEST(Index, what_stands_on_the_platform_starts_and_completes_by_itself) {
  const std::set<std::string> told{"class.open", "booking.create", "plan.publish", "suspension.record", "session.answer", "plan.file", "plan.publish_again", "plan.file_again", "failure.record", "failure.decide",
                                   "ending.propose", "ending.decide", "objection.file", "objection.answer", "retake.book", "retake.place",
                                   "campaign.create", "inspection.self_report", "receipt.file", "inspection.complete", "handover.make", "inspection.spot_check", "campaign.look_back", "return.file", "summary.file",
                                   "condition.declare", "condition.confirm", "condition.end", "condition.renew"};
  for (const Deadline& one : shipped_register().deadlines) {
    if (one.starts.kind == StartKind::Event) {
      EXPECT_TRUE(told.contains(one.starts.event)) << one.id;
    }
    if (one.done_stands) {
      EXPECT_TRUE(told.contains(one.done_event)) << one.id;
    }
  }
}

} // namespace
} // namespace ankao::deadlines
