// SPDX-License-Identifier: Apache-2.0
// What the API says of dated parameters, forecasts and quotas.
//   GET  /api/parameters                        parameter.list     ParameterQuery -> ParameterTable (public)
//   GET  /api/parameters/changes                parameter.changes  ChangeQuery -> ChangePage (/export)
//   POST /api/parameters/changes                parameter.propose  ChangeBody -> ChangeItem
//   POST /api/parameters/changes/{id}/approve   parameter.approve  DecisionBody -> ChangeItem      (/reject: parameter.reject)
//   GET  /api/forecast                          forecast.show      ForecastQuery -> ForecastView
//   GET  /api/quotas                            quota.list         QuotaQuery -> QuotaPage (/export)
//   POST /api/quotas                            quota.propose      QuotaBody -> QuotaSet
//   POST /api/quotas/{id}/approve               quota.approve      DecisionBody -> QuotaSet        (/reject: quota.reject)
//   GET  /api/statistics/template, POST /api/statistics/import (/marked): sessions of past months from a table
#pragma once

#include <boost/describe.hpp>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/date.hpp"
#include "planning/words/forecast.hpp"
#include "planning/words/parameter.hpp"

namespace ankao::planning {

BOOST_DESCRIBE_ENUM(ChangeState, Proposed, Approved, Rejected)
BOOST_DESCRIBE_ENUM(ParameterKind, Whole, MaybeWhole, WholeList)
BOOST_DESCRIBE_ENUM(ForecastMethod, Last, Mean, Seasonal, SeasonalTrend, Damped)

namespace dto {

struct ParameterQuery {
  std::string on; ///< "2024-03-05"; empty: today
};
BOOST_DESCRIBE_STRUCT(ParameterQuery, (), (on))

struct ParameterStep {
  std::string value, from;
  std::string change; ///< id; empty: the law data
};
BOOST_DESCRIBE_STRUCT(ParameterStep, (), (value, from, change))

struct ParameterItem {
  std::string id, name, clause, note;
  ParameterKind kind = ParameterKind::Whole;
  std::string value, from, change; ///< what holds on the day, since when, by which change ("" the law data)
  std::int64_t low = 0, high = 0;
  bool by_city = false;
  std::vector<ParameterStep> steps; ///< all values there are, oldest first, those to come too
};
BOOST_DESCRIBE_STRUCT(ParameterItem, (), (id, name, clause, note, kind, value, from, change, low, high, by_city, steps))

struct ParameterTable {
  std::string on;
  std::string first_month; ///< the first that a change may begin with
  std::vector<ParameterItem> items;
};
BOOST_DESCRIBE_STRUCT(ParameterTable, (), (on, first_month, items))

struct ChangeQuery {
  std::string parameter, state;
  int page = 1;
  int size = 50;
  std::string sort;
};
BOOST_DESCRIBE_STRUCT(ChangeQuery, (), (parameter, state, page, size, sort))

struct ChangeItem {
  std::string id, parameter, name, clause, value;
  std::string from; ///< month
  std::string reason;
  ChangeState state = ChangeState::Proposed;
  std::string entered_name;
  Instant entered_at;
  std::string decided_name;
  std::optional<Instant> decided_at;
  std::string decision_reason;
  bool own = false; ///< entered by the caller: another person decides
};
BOOST_DESCRIBE_STRUCT(ChangeItem, (), (id, parameter, name, clause, value, from, reason, state, entered_name, entered_at, decided_name, decided_at, decision_reason, own))

struct ChangePage {
  std::int64_t total = 0;
  int page = 1, size = 50;
  std::vector<ChangeItem> items;
};
BOOST_DESCRIBE_STRUCT(ChangePage, (), (total, page, size, items))

struct ChangeBody {
  std::string parameter;
  std::string value = "?"; ///< may be empty: no limit
  Month from;
  std::string reason;
};
BOOST_DESCRIBE_STRUCT(ChangeBody, (), (parameter, value, from, reason))

struct DecisionBody {
  std::string id, reason;
};
BOOST_DESCRIBE_STRUCT(DecisionBody, (), (id, reason))

struct ForecastQuery {
  int year = 0; ///< 0: this one
};
BOOST_DESCRIBE_STRUCT(ForecastQuery, (), (year))

struct ForecastMonth {
  std::string month;
  std::optional<std::int64_t> held;                 ///< sessions, where they are known
  std::optional<std::int64_t> expected, low, high;  ///< thousandths of a session, where they are forecast
  std::optional<std::int64_t> proposed;             ///< quota: the upper end, in whole sessions
  std::optional<int> quota;                         ///< approved
};
BOOST_DESCRIBE_STRUCT(ForecastMonth, (), (month, held, expected, low, high, proposed, quota))

struct TriedItem {
  ForecastMethod method = ForecastMethod::Last;
  int cases = 0;
  std::int64_t mase = 0; ///< permille
  std::optional<std::int64_t> mape;
};
BOOST_DESCRIBE_STRUCT(TriedItem, (), (method, cases, mase, mape))

struct SubjectForecastItem {
  std::string subject, subject_name;
  int known = 0; ///< past months
  std::optional<ForecastMethod> method; ///< none: too little is known
  std::vector<TriedItem> tried;
  std::vector<ForecastMonth> months; ///< of the year
  std::int64_t year_held = 0, year_expected = 0; ///< sessions; thousandths
};
BOOST_DESCRIBE_STRUCT(SubjectForecastItem, (), (subject, subject_name, known, method, tried, months, year_held, year_expected))

struct ForecastView {
  int year = 0;
  std::vector<std::string> open_months; ///< for which a quota may be proposed
  std::vector<SubjectForecastItem> subjects;
};
BOOST_DESCRIBE_STRUCT(ForecastView, (), (year, open_months, subjects))

struct QuotaQuery {
  std::string month, state;
  int page = 1;
  int size = 50;
  std::string sort;
};
BOOST_DESCRIBE_STRUCT(QuotaQuery, (), (month, state, page, size, sort))

struct QuotaLineItem {
  std::string subject, subject_name;
  std::optional<std::int64_t> forecast;
  int max_sessions = 0;
};
BOOST_DESCRIBE_STRUCT(QuotaLineItem, (), (subject, subject_name, forecast, max_sessions))

struct QuotaSet {
  std::string id, month, reason;
  ChangeState state = ChangeState::Proposed;
  std::string entered_name;
  Instant entered_at;
  std::string decided_name;
  std::optional<Instant> decided_at;
  std::string decision_reason;
  bool own = false;
  std::int64_t sessions = 0; ///< of all lines
  std::vector<QuotaLineItem> lines;
};
BOOST_DESCRIBE_STRUCT(QuotaSet, (), (id, month, reason, state, entered_name, entered_at, decided_name, decided_at, decision_reason, own, sessions, lines))

struct QuotaPage {
  std::int64_t total = 0;
  int page = 1, size = 50;
  std::vector<QuotaSet> items;
};
BOOST_DESCRIBE_STRUCT(QuotaPage, (), (total, page, size, items))

struct QuotaWish {
  std::string subject;
  int max_sessions = 0;
};
BOOST_DESCRIBE_STRUCT(QuotaWish, (), (subject, max_sessions))

struct QuotaBody {
  Month month;
  std::vector<QuotaWish> lines;
  std::string reason;
};
BOOST_DESCRIBE_STRUCT(QuotaBody, (), (month, lines, reason))

} // namespace dto
} // namespace ankao::planning
