// SPDX-License-Identifier: Apache-2.0
// What the API says of the conditions of places. Figures travel as text: "60", "112.50" (m²), "1" and "0" of yes and no.
#pragma once

#include <boost/describe.hpp>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "base/date.hpp"

namespace ankao::registry::routes {

struct ConditionPlaceQuery {
  std::string place;
};
BOOST_DESCRIBE_STRUCT(ConditionPlaceQuery, (), (place))

struct ConditionSheetQuery {
  std::string id;
};
BOOST_DESCRIBE_STRUCT(ConditionSheetQuery, (), (id))

struct ConditionAskView {
  std::string premises; ///< institution, practical_site, theory_site
  int at_least = 0;
  std::string clause;
};
BOOST_DESCRIBE_STRUCT(ConditionAskView, (), (premises, at_least, clause))

struct ConditionFigure {
  std::string figure; ///< of a term its whole years
  std::optional<Date> from, until;
  bool expired = false;
  std::vector<std::string> below; ///< clauses that ask for more
  std::string note;
  int evidence = 0; ///< files that stood with it when it was declared
};
BOOST_DESCRIBE_STRUCT(ConditionFigure, (), (figure, from, until, expired, below, note, evidence))

struct ConditionLine {
  std::string id, zh, en, unit_zh, unit_en, kind; ///< kind: number, area, term, yes_no, staff
  bool evidence = false;                          ///< a file is asked for
  std::vector<ConditionAskView> asks;
  std::optional<ConditionFigure> confirmed, declared;
};
BOOST_DESCRIBE_STRUCT(ConditionLine, (), (id, zh, en, unit_zh, unit_en, kind, evidence, asks, confirmed, declared))

struct ConditionPerson {
  std::string name, post;
  bool full_time = false;
  int born = 0; ///< year; 0 not given
  std::string education, title, certificate, number;
  std::optional<Date> until;
  std::vector<std::string> projects;
  int years = 0, insured = 0;
  bool expired = false;
};
BOOST_DESCRIBE_STRUCT(ConditionPerson, (), (name, post, full_time, born, education, title, certificate, number, until, projects, years, insured, expired))

struct ConditionSheetRow {
  std::string id, state; ///< declared, confirmed, returned, replaced
  Date valid_from;
  Instant declared_at;
  std::string person;
  std::optional<Instant> decided_at;
  std::string decided_name, reason;
};
BOOST_DESCRIBE_STRUCT(ConditionSheetRow, (), (id, state, valid_from, declared_at, person, decided_at, decided_name, reason))

struct ConditionWord {
  std::string id, zh, en;
};
BOOST_DESCRIBE_STRUCT(ConditionWord, (), (id, zh, en))

struct ConditionWords {
  std::vector<ConditionWord> posts, educations, titles, certificates;
};
BOOST_DESCRIBE_STRUCT(ConditionWords, (), (posts, educations, titles, certificates))

struct ConditionsView {
  std::string place, name, kind, district, district_name;
  std::vector<std::string> premises, projects;
  std::vector<ConditionLine> lines;
  std::vector<ConditionPerson> staff, declared_staff; ///< of the sheet that holds, and of the one that waits
  std::vector<ConditionSheetRow> sheets;              ///< newest first
  std::string waiting;                                ///< id of the sheet that waits
  bool may_declare = false, may_confirm = false;
  int warn_days = 0;
  ConditionWords words;
};
BOOST_DESCRIBE_STRUCT(ConditionsView, (), (place, name, kind, district, district_name, premises, projects, lines, staff, declared_staff, sheets, waiting, may_declare, may_confirm, warn_days, words))

struct ConditionChange {
  std::string condition, zh, en, unit_zh, unit_en, kind;
  std::optional<ConditionFigure> figure; ///< nothing: it is no longer said
  ConditionSheetRow sheet;
};
BOOST_DESCRIBE_STRUCT(ConditionChange, (), (condition, zh, en, unit_zh, unit_en, kind, figure, sheet))

struct ConditionHistory {
  std::vector<ConditionChange> items; ///< newest first
};
BOOST_DESCRIBE_STRUCT(ConditionHistory, (), (items))

struct StatedInput {
  std::string condition;
  std::optional<std::string> figure; ///< not of a term
  std::optional<Date> from, until;
  std::optional<std::string> note;
};
BOOST_DESCRIBE_STRUCT(StatedInput, (), (condition, figure, from, until, note))

struct PersonInput {
  std::string name, post;
  bool full_time = false;
  std::optional<int> born;
  std::optional<std::string> education, title, certificate, number;
  std::optional<Date> until;
  std::optional<std::vector<std::string>> projects;
  std::optional<int> years, insured;
};
BOOST_DESCRIBE_STRUCT(PersonInput, (), (name, post, full_time, born, education, title, certificate, number, until, projects, years, insured))

struct ConditionDeclaration {
  std::string place;
  std::optional<std::vector<StatedInput>> values; ///< all of them; absent: as they stand
  std::optional<std::vector<PersonInput>> staff;  ///< all of them; absent: as they stand
  std::optional<Date> valid_from;                 ///< absent: today
};
BOOST_DESCRIBE_STRUCT(ConditionDeclaration, (), (place, values, staff, valid_from))

struct ConditionDecision {
  std::string id;
  bool accept = false;
  std::optional<std::string> reason;
};
BOOST_DESCRIBE_STRUCT(ConditionDecision, (), (id, accept, reason))

struct ConditionQuery {
  std::string q, district, premises, state, mark;
  int page = 1, size = 50;
  std::string sort;
};
BOOST_DESCRIBE_STRUCT(ConditionQuery, (), (q, district, premises, state, mark, page, size, sort))

struct ConditionRow {
  std::string id, name, kind, district_name;
  std::string state; ///< none, declared, confirmed, returned
  bool confirmed = false; ///< a sheet holds
  std::optional<Instant> declared_at;
  std::string person;
  int below = 0;
  std::optional<Date> ends;
  bool expired = false;
};
BOOST_DESCRIBE_STRUCT(ConditionRow, (), (id, name, kind, district_name, state, confirmed, declared_at, person, below, ends, expired))

struct ConditionRowPage {
  std::int64_t total = 0;
  int page = 1, size = 50;
  std::vector<ConditionRow> items;
};
BOOST_DESCRIBE_STRUCT(ConditionRowPage, (), (total, page, size, items))

struct StaffQuery {
  std::string q, place, district, post, mark;
  int page = 1, size = 50;
  std::string sort;
};
BOOST_DESCRIBE_STRUCT(StaffQuery, (), (q, place, district, post, mark, page, size, sort))

struct StaffListRow {
  std::string place, place_name, district_name, state, name, post;
  bool full_time = false;
  std::string education, title, certificate, number;
  std::optional<Date> until;
  bool expired = false;
  std::vector<std::string> projects;
  int years = 0, insured = 0;
};
BOOST_DESCRIBE_STRUCT(StaffListRow, (), (place, place_name, district_name, state, name, post, full_time, education, title, certificate, number, until, expired, projects, years, insured))

struct StaffListPage {
  std::int64_t total = 0;
  int page = 1, size = 50;
  std::vector<StaffListRow> items;
};
BOOST_DESCRIBE_STRUCT(StaffListPage, (), (total, page, size, items))

} // namespace ankao::registry::routes
