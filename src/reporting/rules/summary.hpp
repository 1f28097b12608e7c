// SPDX-License-Identifier: Apache-2.0
// From what records say to the prose of a letter; what is missing, what changed.
#pragma once

#include <map>
#include <string>
#include <vector>

#include "reporting/words/summary.hpp"
#include "reporting/words/summary_law.hpp"

namespace ankao::reporting {

/// What a draft is written for.
struct Letterhead {
  std::string office, district; ///< 白云区应急管理局, 白云区
  int year = 0;
  bool city = false;
};

/// "5000.50" of fen, "98.5" of tenths, "7" of everything else.
std::string figure_text(const SummaryFigureLaw& law, std::int64_t value);
/// "2024年1月31日"
std::string written_day(Date day);
/// 一, 十, 十一, 二十
std::string chinese_number(int number);

/// What the compared teams say in one sentence: of a district its own team, of the city the most and the least severe. Needs a row.
std::string severity_sentence(const SummaryLaw& law, const Severity& severity, bool city);
/// Whether severity could be taken, in one sentence.
std::string severity_said(const SummaryLaw& law, const SummaryFacts& facts);
/// One paragraph a line; nothing for a chapter that a person writes.
std::string draft_of(const SummaryLaw& law, const ChapterLaw& chapter, const SummaryFacts& facts, const Letterhead& head);
/// Names that a draft uses and nothing gives, for the reader of the law.
std::vector<std::string> unknown_names(const SummaryLaw& law, const ParagraphLaw& paragraph);
/// "{year}" and the like of a title.
std::string with_head(const std::string& pattern, const Letterhead& head);

/// Chapters that are needed and empty, in order.
std::vector<const ChapterLaw*> missing_chapters(const SummaryLaw& law, const Summary& summary);

struct FigureChange {
  std::string id;
  std::int64_t before = 0, now = 0, later_before = 0, later_now = 0;
};
std::vector<FigureChange> changes_between(const SummaryFacts& before, const SummaryFacts& now);

/// Two texts line by line: ' ' stands in both, '-' only in the first, '+' only in the second.
struct TextLine {
  char mark = ' ';
  std::string text;
  bool operator==(const TextLine&) const = default;
};
std::vector<TextLine> compare_texts(const std::string& before, const std::string& after);
std::vector<std::string> lines_of(const std::string& text);

} // namespace ankao::reporting
