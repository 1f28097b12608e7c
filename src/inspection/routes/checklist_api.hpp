// SPDX-License-Identifier: Apache-2.0
// A checklist as the screens get it. Points are tenths of a point.
#pragma once

#include <boost/describe.hpp>
#include <optional>
#include <string>
#include <vector>

#include "api/api.hpp"
#include "inspection/routes/record_api.hpp"

namespace ankao::inspection::dto {

struct ChecklistWords {
  std::string zh, en;
};
BOOST_DESCRIBE_STRUCT(ChecklistWords, (), (zh, en))

struct ChecklistPart {
  std::string no;
  std::string zh, en;
  std::string rule; ///< each, fixed, range, zero, judged, veto, noted
  int points = 0, minus = 0, from = 0, to = 0;
  bool printed = true;
  std::vector<ChecklistWords> things;
  bool open = false, star = false, evidence = false;
  std::string clause;
  std::vector<std::string> gaps;
  bool asks = false; ///< answered by a question on the spot
  std::vector<AskedFact> facts;
};
BOOST_DESCRIBE_STRUCT(ChecklistPart, (), (no, zh, en, rule, points, minus, from, to, printed, things, open, star, evidence, clause, gaps, asks, facts))

struct ChecklistItem {
  std::string id, number;
  std::string zh, en;
  bool star = false;
  bool mandatory = false; ///< a star at any level
  bool veto = false;
  int points = 0;
  std::string text, evidence;
  std::vector<std::string> clauses, gaps;
  std::vector<ChecklistPart> parts;
};
BOOST_DESCRIBE_STRUCT(ChecklistItem, (), (id, number, zh, en, star, mandatory, veto, points, text, evidence, clauses, gaps, parts))

struct ChecklistSection {
  std::string number;
  std::string zh, en;
  int points = 0;
  bool star = false, extra = false;
  std::string only;
  std::vector<std::string> gaps;
  std::vector<ChecklistItem> items;
};
BOOST_DESCRIBE_STRUCT(ChecklistSection, (), (number, zh, en, points, star, extra, only, gaps, items))

struct ChecklistView {
  std::string id;
  int version = 1;
  Date from;
  std::optional<Date> to;
  std::string source, zh, en, form, inspects;
  std::vector<std::string> columns;
  int points = 0;
  int pass_mark = 0; ///< 0: no points, findings and a conclusion
  std::string pass_zh, pass_en, pass_clause;
  std::vector<ChecklistSection> sections;
  std::string review_zh, review_en; ///< what still waits for a legal review
};
BOOST_DESCRIBE_STRUCT(ChecklistView, (), (id, version, from, to, source, zh, en, form, inspects, columns, points, pass_mark, pass_zh, pass_en, pass_clause, sections, review_zh, review_en))

struct ChecklistVersionRow {
  int version = 1;
  Date from;
  std::string state; ///< shipped, draft, reviewed, refused
  std::string entered_name, reviewed_name, reason;
  std::optional<Instant> entered_at, reviewed_at;
  bool own = false; ///< entered by the caller
};
BOOST_DESCRIBE_STRUCT(ChecklistVersionRow, (), (version, from, state, entered_name, reviewed_name, reason, entered_at, reviewed_at, own))

struct ChecklistRow {
  std::string id, zh, en, inspects;
  int version = 1; ///< that holds today
  Date from;
  int points = 0;
  int items = 0;
  std::vector<ChecklistVersionRow> versions; ///< to those who enter or review; newest first
};
BOOST_DESCRIBE_STRUCT(ChecklistRow, (), (id, zh, en, inspects, version, from, points, items, versions))

struct ChecklistList {
  std::vector<ChecklistRow> items;
};
BOOST_DESCRIBE_STRUCT(ChecklistList, (), (items))

struct ChecklistOf {
  std::string id;
  int version = 0; ///< 0: the one that holds today
};
BOOST_DESCRIBE_STRUCT(ChecklistOf, (), (id, version))

struct ChecklistText {
  std::string content; ///< as law/checklists writes it, in JSON
};
BOOST_DESCRIBE_STRUCT(ChecklistText, (), (content))

struct ChecklistEntry {
  std::string id;
  std::string content;
};
BOOST_DESCRIBE_STRUCT(ChecklistEntry, (), (id, content))

struct ChecklistReview {
  std::string id;
  int version;
  bool accept;
  std::optional<std::string> reason;
};
BOOST_DESCRIBE_STRUCT(ChecklistReview, (), (id, version, accept, reason))

} // namespace ankao::inspection::dto
