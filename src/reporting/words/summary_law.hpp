// SPDX-License-Identifier: Apache-2.0
// What a summary report consists of (law/summary.yaml): chapters with their drafts, and the figures they may name.
#pragma once

#include <string>
#include <vector>

#include "reporting/words/law.hpp"

namespace ankao::reporting {

/// A paragraph of a draft; `{name}` stands for a figure or a word of the report.
struct ParagraphLaw {
  std::string text;
  std::string when, unless; ///< a figure that is not 0, a word that is not empty
  std::string each;         ///< "cases", "causes": once for every one
  int most = 0;
  std::string of; ///< "district", "city"; "" both
};

struct ChapterLaw {
  std::string id;
  Words words;
  std::string clause;
  bool by_person = false; ///< nothing is drafted from records
  bool needed = true;     ///< not proposed for signature while it is empty
  Words guidance;
  std::vector<ParagraphLaw> draft;
  std::vector<std::string> tables; ///< shown below the text
};

struct SummaryFigureLaw {
  std::string id;
  Words words;
  std::string unit;
  std::string row;  ///< of the monthly table: its cumulative figure as it was last sent (G-68)
  std::string list; ///< the page that shows what is behind it
  std::string clause;
};

/// One wording for a district's letter and one for the city's.
struct BothLaw {
  std::string district, city;
  const std::string& of(bool is_city) const { return is_city ? city : district; }
};

struct MailboxLaw {
  std::string clause, address, other, receiver; ///< G-01: as printed
  Words note;
};

struct SeverityLaw {
  std::string clause;
  Words too_few;
  BothLaw said; ///< a sentence on severity, with {overlap} and figures of the teams
};

struct SummaryLaw {
  std::string clause, due_clause, due_phase;
  MailboxLaw mailbox;
  BothLaw addressee, title, opening, closing;
  SeverityLaw severity;
  std::vector<SummaryFigureLaw> figures;
  std::vector<ChapterLaw> chapters;
  const ChapterLaw* chapter(const std::string& id) const;
  const SummaryFigureLaw* figure(const std::string& id) const;
};

} // namespace ankao::reporting
