// SPDX-License-Identifier: Apache-2.0
// An official checklist 检查表 as data: sections, items, parts and how a fault in a part takes points. Points are tenths of a point
// (10 = one point), because one rule takes half a point.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/date.hpp"

namespace ankao::inspection {

struct Words {
  std::string zh, en;
  bool operator==(const Words&) const = default;
};

/// What is inspected with it.
enum class Inspects { Institution, ExamOrganisation, PracticalSite, TheorySite, ProductionUnit };

/// Where a score is entered. Finding: no points, findings only; Written and OnSite: two columns, the lower counts (G-21).
enum class Column { Finding, Score, Written, OnSite };

/// How a fault takes points.
enum class RuleKind {
  Each,   ///< `minus` for every thing missing
  Fixed,  ///< `minus`
  Range,  ///< `from` to `to`, chosen with a reason (G-23)
  Zero,   ///< the whole item is worth nothing
  Judged, ///< up to `points`, with a reason unless the part is wholly missing
  Veto,   ///< the site fails
  Noted   ///< no points
};

struct PartRule {
  RuleKind kind = RuleKind::Noted;
  int points = 0; ///< most the part may cost; 0: no cap of its own. Judged: always set
  int minus = 0;
  int from = 0, to = 0;
  bool printed = true; ///< false: the form prints neither rule nor split
  std::vector<Words> things;
  bool open = false; ///< the print ends in 等: further things may be written in
  bool operator==(const PartRule&) const = default;
};

/// A figure that belongs to a part, by its name in law/visits.yaml: the part cannot be met when it is below `at_least` (0: it is only recorded, G-27).
struct Fact {
  std::string name;
  int at_least = 0;
  bool operator==(const Fact&) const = default;
};

/// The smallest thing an inspector answers.
struct Part {
  std::string no; ///< "1", within the item
  Words words;
  PartRule rule;
  bool star = false;     ///< 必备项 at the level of the part
  bool evidence = false; ///< stands in the column of evidence
  std::string clause;    ///< its own, when it has one
  std::vector<std::string> gaps;
  Words note;
  std::vector<Fact> facts;
  bool asks = false; ///< answered by a question on the spot (A1-04.7)
  bool operator==(const Part&) const = default;
};

struct Item {
  std::string id;     ///< the clause: "A22-2-2", "P-2.4f"
  std::string number; ///< as printed: "2-2", "14"
  Words title;
  bool star = false;
  int points = 0;       ///< 0: none
  std::string text;     ///< the form's wording
  std::string evidence; ///< the form's wording of what is to be shown
  std::vector<std::string> clauses, gaps;
  Words note;
  std::vector<Part> parts;
  const Part* part(const std::string& no) const;
  bool operator==(const Item&) const = default;
};

struct Section {
  std::string number;
  Words title;
  int points = 0;
  bool star = false;
  bool extra = false; ///< not printed: compliance checks without points (G-26)
  std::string only;   ///< "special_operation": binds only those
  std::vector<std::string> gaps;
  std::vector<Item> items;
  bool operator==(const Section&) const = default;
};

/// When a total passes.
struct PassRule {
  int mark = 0;
  std::string clause, mandatory_clause;
  std::vector<std::string> gaps;
  Words words;
  bool operator==(const PassRule&) const = default;
};

struct Checklist {
  std::string id;
  int version = 1;
  Date from;
  std::optional<Date> to;
  std::string source;
  Words review; ///< what of it nobody with a law degree has looked at yet; "" nothing
  Words title;
  std::string form; ///< data/forms/<form>.yaml
  Inspects inspects = Inspects::Institution;
  std::vector<Column> columns;
  std::optional<PassRule> pass; ///< none: findings and a conclusion (G-66)
  std::vector<Section> sections;

  int points() const; ///< of all sections
  bool scored() const { return pass.has_value(); }
  bool holds_on(Date day) const { return from <= day && (!to || day <= *to); }
  const Item* item(const std::string& id) const;
  const Section* section_of(const std::string& item) const;
  bool operator==(const Checklist&) const = default;
};

/// A star at any of its four levels: section, item, part, evidence.
bool mandatory(const Section& section, const Item& item);
bool veto(const Item& item);

const char* name_of(Inspects value);
const char* name_of(Column value);
const char* name_of(RuleKind value);
std::optional<Inspects> inspects_of(const std::string& name);
std::optional<Column> column_of(const std::string& name);
std::optional<RuleKind> rule_kind_of(const std::string& name);

/// "7.5", "80"; tenths of a point as people write them.
std::string points_text(int tenths);

} // namespace ankao::inspection
