// SPDX-License-Identifier: Apache-2.0
// Self-inspection reports as the screens get them.
#pragma once

#include <boost/describe.hpp>
#include <optional>
#include <string>
#include <vector>

#include "inspection/routes/api.hpp"

namespace ankao::inspection::dto {

struct SelfReportYear {
  int year = 0, trained = 0, passed = 0;
};
BOOST_DESCRIBE_STRUCT(SelfReportYear, (), (year, trained, passed))

struct SelfReportProblem {
  std::optional<std::string> item, since, basis, result, limit, person, defect;
  std::string text;
  std::optional<std::string> measure;
  bool done = false;
};
BOOST_DESCRIBE_STRUCT(SelfReportProblem, (), (item, since, basis, result, limit, person, defect, text, measure, done))

struct SelfReportText {
  std::optional<std::string> founded, head, scope, sites, improvement;
  int staff = 0, full_time = 0, part_time = 0;
  std::vector<SelfReportYear> years;
  bool none_found = false;
  std::vector<SelfReportProblem> problems;
};
BOOST_DESCRIBE_STRUCT(SelfReportText, (), (founded, head, scope, sites, improvement, staff, full_time, part_time, years, none_found, problems))

struct SelfReportRow {
  std::string id; ///< "" while there is none
  std::string campaign, subject, name, district, district_name, checklist;
  std::string state; ///< missing, draft, submitted, received
  bool overdue = false;
  bool mine = false; ///< the caller fills it
  std::string made_name;
  std::optional<Instant> made_at, done_at;
  std::int64_t problems = 0;
};
BOOST_DESCRIBE_STRUCT(SelfReportRow, (), (id, campaign, subject, name, district, district_name, checklist, state, overdue, mine, made_name, made_at, done_at, problems))

struct SelfReportQuery {
  std::string campaign, q, district, state;
  int page = 1;
  int size = 50;
  std::string sort;
};
BOOST_DESCRIBE_STRUCT(SelfReportQuery, (), (campaign, q, district, state, page, size, sort))

struct SelfReportPage {
  std::int64_t total = 0;
  int page = 1;
  int size = 50;
  std::vector<SelfReportRow> items;
};
BOOST_DESCRIBE_STRUCT(SelfReportPage, (), (total, page, size, items))

struct SelfReportItem {
  std::string id, number, zh, en;
};
BOOST_DESCRIBE_STRUCT(SelfReportItem, (), (id, number, zh, en))

struct SelfReportView {
  SelfReportRow row;
  SelfReportText content;
  std::vector<SelfReportItem> items; ///< of the unit's checklists, to name a problem's place
  Date scope_from, due;
  std::string reason;
  bool may_save = false, may_submit = false, may_receive = false;
  std::vector<InspectionStep> steps;
};
BOOST_DESCRIBE_STRUCT(SelfReportView, (), (row, content, items, scope_from, due, reason, may_save, may_submit, may_receive, steps))

struct SelfReportAt {
  std::string campaign, subject;
};
BOOST_DESCRIBE_STRUCT(SelfReportAt, (), (campaign, subject))

struct SelfReportSave {
  std::string campaign, subject;
  SelfReportText content;
};
BOOST_DESCRIBE_STRUCT(SelfReportSave, (), (campaign, subject, content))

struct SelfReportOf {
  std::string id;
};
BOOST_DESCRIBE_STRUCT(SelfReportOf, (), (id))

struct SelfReportReceive {
  std::string id;
  bool accept;
  std::optional<std::string> reason;
};
BOOST_DESCRIBE_STRUCT(SelfReportReceive, (), (id, accept, reason))

struct SelfReportFormOf {
  std::string id;
  std::string format = "pdf"; ///< pdf, docx
};
BOOST_DESCRIBE_STRUCT(SelfReportFormOf, (), (id, format))

} // namespace ankao::inspection::dto
