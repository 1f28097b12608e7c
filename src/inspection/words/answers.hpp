// SPDX-License-Identifier: Apache-2.0
// What an inspector answers, and what follows from it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "inspection/words/checklist.hpp"

namespace ankao::inspection {

/// Partly is for parts whose deduction is judged; Not: the fault stands.
enum class Mark { Open, Met, Partly, Not, Inapplicable };

/// A figure that the inspector found on the spot.
struct Count {
  std::string name;
  int value = 0;
  bool operator==(const Count&) const = default;
};

struct PartAnswer {
  std::string part; ///< number within the item
  Mark mark = Mark::Open;
  std::vector<std::string> missing; ///< Each and Noted: the things that are missing, by their Chinese words or as written in
  std::optional<int> minus;         ///< Range and Judged: what the inspector takes
  std::string reason;
  std::vector<Count> counts = {};
  const Count* count(const std::string& name) const;
  bool operator==(const PartAnswer&) const = default;
};

/// One item in one column.
struct Answer {
  std::string item;
  Column column = Column::Score;
  std::vector<PartAnswer> parts;
  bool serious = false; ///< a mandatory item is seriously deficient 严重欠缺 (G-20)
  std::string serious_reason;
  std::string note;
  bool operator==(const Answer&) const = default;
};

/// Whom the checklist is applied to: what decides which items bind.
struct Applied {
  bool special_operation = true;
};

enum class FindingKind { Deduction, Veto, Noted };

/// One fault. The findings that count add up to what the item lost.
struct Finding {
  std::string item, part;
  Column column = Column::Score;
  FindingKind kind = FindingKind::Deduction;
  std::string missing; ///< the thing, where things are named
  int asked = 0;       ///< what the rule takes
  int taken = 0;       ///< what was left to take: caps of the part, floor of the item (G-22)
  std::string reason;
  std::string clause;
  bool counts = true; ///< false: the other column was lower
  bool operator==(const Finding&) const = default;
};

/// A column of an item.
struct ColumnScore {
  Column column = Column::Score;
  int score = 0;
  bool operator==(const ColumnScore&) const = default;
};

struct ItemResult {
  std::string item;
  int points = 0;
  int score = 0;                    ///< the lower of the columns
  std::vector<ColumnScore> columns; ///< those that were answered
  std::vector<Finding> findings;
  bool open = false; ///< not wholly answered in any column
  bool failed = false; ///< has a finding
  bool vetoed = false;
  bool mandatory = false;
  bool serious = false;
  bool serious_suggested = false; ///< mandatory and worth nothing, or a mandatory part not met (G-20)
  bool operator==(const ItemResult&) const = default;
};

struct SectionResult {
  std::string number;
  int points = 0;
  int score = 0;
  bool operator==(const SectionResult&) const = default;
};

/// Open: items unanswered. Passed and Failed need points; Findings and Clean are the results of a form without points (G-66).
enum class Verdict { Open, Passed, Failed, Clean, Findings };
enum class FailedBy { Nothing, Total, Mandatory, Veto };

struct Score {
  std::string checklist;
  int version = 0;
  int scoring = 0; ///< of the rules in rules/score.cpp
  std::vector<ItemResult> items;
  std::vector<SectionResult> sections;
  int points = 0;
  int total = 0;
  Verdict verdict = Verdict::Open;
  FailedBy failed_by = FailedBy::Nothing;
  std::vector<std::string> open, vetoes, serious;
  const ItemResult* item(const std::string& id) const;
  bool operator==(const Score&) const = default;
};

/// A line of the why panel: words are found by `rule`, facts fill their places.
struct WhyLine {
  std::string clause;
  std::string rule; ///< "total", "veto", "serious", "open", "findings"; "deduction", "veto_item", "noted", "floor", "lower_column"
  std::vector<std::pair<std::string, std::string>> facts;
  std::vector<std::string> changes; ///< what would have changed it, words by the same way: "gain:3.5", "remove:4-1"
  bool operator==(const WhyLine&) const = default;
};

const char* name_of(Mark value);
const char* name_of(FindingKind value);
const char* name_of(Verdict value);
const char* name_of(FailedBy value);
std::optional<Mark> mark_of(const std::string& name);

} // namespace ankao::inspection
