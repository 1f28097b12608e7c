// SPDX-License-Identifier: Apache-2.0
// Monthly returns as the screens get them. Money is in fen.
#pragma once

#include <boost/describe.hpp>
#include <optional>
#include <string>
#include <vector>

#include "api/api.hpp"

namespace ankao::reporting::dto {

struct ReturnQuery {
  std::string campaign, month, district, state;
  int page = 1;
  int size = 50;
  std::string sort;
};
BOOST_DESCRIBE_STRUCT(ReturnQuery, (), (campaign, month, district, state, page, size, sort))

struct ReturnRow {
  std::string id, campaign, month, district, district_name, state; ///< state: open, submitted, reopened, overdue, upcoming
  Date from, to;
  int version = 0;
  int corrections = 0;
  int late = 0; ///< rows whose records changed after the submission
  std::string filler;
  std::optional<Instant> submitted_at;
  bool on_time = false;
};
BOOST_DESCRIBE_STRUCT(ReturnRow, (), (id, campaign, month, district, district_name, state, from, to, version, corrections, late, filler, submitted_at, on_time))

struct ReturnPage {
  std::int64_t total = 0;
  int page = 1;
  int size = 50;
  std::vector<ReturnRow> items;
};
BOOST_DESCRIBE_STRUCT(ReturnPage, (), (total, page, size, items))

struct CellView {
  std::int64_t computed = 0, value = 0;
  bool corrected = false;
  std::string reason, person;
  std::optional<std::int64_t> late; ///< by how much the records changed after the submission
};
BOOST_DESCRIBE_STRUCT(CellView, (), (computed, value, corrected, reason, person, late))

struct DistrictFigure {
  std::string id, district, name;
  std::int64_t month = 0, total = 0;
};
BOOST_DESCRIBE_STRUCT(DistrictFigure, (), (id, district, name, month, total))

struct FigureView {
  std::string row, zh, en, unit, clause, within, source, counts, subject;
  CellView month, total;
  bool recorded = true; ///< false: the platform has no records of this kind yet
  std::vector<DistrictFigure> districts; ///< of the city's sum
};
BOOST_DESCRIBE_STRUCT(FigureView, (), (row, zh, en, unit, clause, within, source, counts, subject, month, total, recorded, districts))

struct ReturnFinding {
  std::string row, rule, other;
  bool grave = true;
  std::int64_t found = 0, expected = 0;
};
BOOST_DESCRIBE_STRUCT(ReturnFinding, (), (row, rule, other, grave, found, expected))

struct ReturnStep {
  std::string action, who, reason;
  Instant at;
  std::int64_t index = 0;
};
BOOST_DESCRIBE_STRUCT(ReturnStep, (), (action, who, reason, at, index))

struct TermView {
  std::string printed, kind, kind_zh, kind_en, clause;
};
BOOST_DESCRIBE_STRUCT(TermView, (), (printed, kind, kind_zh, kind_en, clause))

struct ReturnView {
  ReturnRow head;
  int year = 0;
  std::string clause, telephone, note, submitted_name, reason;
  Date start;
  std::vector<FigureView> rows, extra;
  std::vector<ReturnFinding> findings;
  std::vector<TermView> terms;
  std::vector<ReturnRow> districts; ///< of the city's sum
  bool may_correct = false, may_send = false, may_reopen = false;
  std::vector<ReturnStep> steps;
};
BOOST_DESCRIBE_STRUCT(ReturnView, (), (head, year, clause, telephone, note, submitted_name, reason, start, rows, extra, findings, terms, districts, may_correct, may_send, may_reopen, steps))

struct ReturnOf {
  std::string id;
};
BOOST_DESCRIBE_STRUCT(ReturnOf, (), (id))

struct ReturnFileOf {
  std::string id;
  std::string format = "pdf"; ///< pdf, docx, xlsx
};
BOOST_DESCRIBE_STRUCT(ReturnFileOf, (), (id, format))

struct ReturnItemQuery {
  std::string id;
  std::string row, cell;
  int page = 1;
  int size = 50;
  std::string sort;
};
BOOST_DESCRIBE_STRUCT(ReturnItemQuery, (), (id, row, cell, page, size, sort))

struct ReturnItem {
  std::string id, source, subject, name, district, district_name, kind;
  Date day;
  std::int64_t amount = 0, persons = 0;
};
BOOST_DESCRIBE_STRUCT(ReturnItem, (), (id, source, subject, name, district, district_name, kind, day, amount, persons))

struct ReturnItemPage {
  std::int64_t total = 0;
  int page = 1;
  int size = 50;
  std::vector<ReturnItem> items;
};
BOOST_DESCRIBE_STRUCT(ReturnItemPage, (), (total, page, size, items))

struct ReturnCell {
  std::string id, row, cell;
  std::optional<std::int64_t> value; ///< missing: the computed figure again
  std::string reason;
};
BOOST_DESCRIBE_STRUCT(ReturnCell, (), (id, row, cell, value, reason))

struct ReturnSend {
  std::string id, filler, telephone;
  std::optional<std::string> note;
};
BOOST_DESCRIBE_STRUCT(ReturnSend, (), (id, filler, telephone, note))

struct ReturnReopen {
  std::string id, reason;
};
BOOST_DESCRIBE_STRUCT(ReturnReopen, (), (id, reason))

} // namespace ankao::reporting::dto
