// SPDX-License-Identifier: Apache-2.0
#include "reporting/rules/summary.hpp"

#include <algorithm>
#include <cstdlib>
#include <set>

namespace ankao::reporting {
namespace {

using Names = std::map<std::string, std::string>;

const std::set<std::string>& words_known() {
  static const std::set<std::string> all{"office", "district", "year", "day", "table_month", "supplement", "severity_said"};
  return all;
}
const std::set<std::string>& names_of_each(const std::string& each) {
  static const std::map<std::string, std::set<std::string>> all{{"", {}}, {"cases", {"n", "title", "text", "kind"}}, {"causes", {"n", "title", "clause", "found", "share", "closed", "overdue", "places"}}};
  static const std::set<std::string> none;
  const auto found = all.find(each);
  return found == all.end() ? none : found->second;
}

std::string tenths(std::int64_t value) {
  const std::int64_t size = value < 0 ? -value : value;
  return (value < 0 ? "-" : "") + std::to_string(size / 10) + (size % 10 == 0 ? "" : "." + std::to_string(size % 10));
}

std::string yuan(std::int64_t fen) {
  std::string out = std::to_string(fen / 100);
  if (fen % 100 != 0) out += "." + std::string(fen % 100 < 10 ? "0" : "") + std::to_string(fen % 100);
  return out;
}

std::string joined(const std::vector<std::string>& words, const char* between) {
  std::string out;
  for (const std::string& one : words) out += (out.empty() ? "" : between) + one;
  return out;
}

/// Calls `take` with each `{name}` of the pattern; what it gives stands in its place.
template <class Take>
std::string filled(const std::string& pattern, const Take& take) {
  std::string out;
  for (std::size_t i = 0; i < pattern.size();) {
    const auto end = pattern[i] == '{' ? pattern.find('}', i) : std::string::npos;
    if (end == std::string::npos) {
      out += pattern[i++];
      continue;
    }
    out += take(pattern.substr(i + 1, end - i - 1));
    i = end + 1;
  }
  return out;
}

std::string fill(const std::string& pattern, const Names& names) {
  return filled(pattern, [&](const std::string& name) {
    const auto found = names.find(name);
    return found == names.end() ? std::string() : found->second;
  });
}

/// G-68: what came after the table, figure by figure.
std::string supplement(const SummaryLaw& law, const SummaryFacts& facts) {
  std::vector<std::string> parts;
  for (const SummaryFigureLaw& one : law.figures) {
    const SummaryFigure* figure = facts.figure(one.id);
    if (figure == nullptr || figure->later == 0) continue;
    parts.push_back(one.words.zh + (figure->later > 0 ? "增加" : "减少") + figure_text(one, std::abs(figure->later)) + one.unit);
  }
  return joined(parts, "、");
}

Names names_of(const SummaryLaw& law, const SummaryFacts& facts, const Letterhead& head) {
  Names out{{"office", head.office}, {"district", head.district}, {"year", std::to_string(head.year)}, {"day", written_day(date_of(facts.at))}, {"supplement", supplement(law, facts)}, {"severity_said", severity_said(law, facts)}};
  const auto month = parse_month(facts.table_month);
  if (month) out["table_month"] = std::to_string(month->year) + "年" + std::to_string(month->month) + "月";
  for (const SummaryFigureLaw& one : law.figures) {
    const SummaryFigure* figure = facts.figure(one.id);
    out[one.id] = figure_text(one, figure == nullptr ? 0 : figure->value);
  }
  return out;
}

bool stands(const std::string& name, const Names& names) {
  const auto found = names.find(name);
  return found != names.end() && !found->second.empty() && found->second != "0";
}

std::vector<Names> each_of(const std::string& each, const SummaryFacts& facts) {
  std::vector<Names> out;
  if (each == "cases")
    for (const ClearedCaseLine& one : facts.cases) out.push_back({{"title", one.title}, {"text", one.text}, {"kind", one.kind}});
  if (each == "causes") {
    std::int64_t all = 0;
    for (const CauseRow& one : facts.causes) all += one.found;
    for (const CauseRow& one : facts.causes)
      out.push_back({{"title", one.title}, {"clause", one.clause}, {"found", std::to_string(one.found)}, {"share", tenths(all == 0 ? 0 : (one.found * 2000 + all) / (2 * all))}, {"closed", std::to_string(one.closed)}, {"overdue", std::to_string(one.overdue)}, {"places", joined(one.places, "、")}});
  }
  int n = 0;
  for (Names& one : out) one["n"] = chinese_number(++n);
  return out;
}

} // namespace

std::string figure_text(const SummaryFigureLaw& law, std::int64_t value) {
  if (law.unit == "元") return yuan(value);
  if (law.unit == "%" || law.unit == "分") return tenths(value);
  return std::to_string(value);
}

std::string written_day(Date day) { return std::to_string(day.year()) + "年" + std::to_string(day.month()) + "月" + std::to_string(day.day()) + "日"; }

std::string chinese_number(int number) {
  static const char* digits[] = {"", "一", "二", "三", "四", "五", "六", "七", "八", "九"};
  if (number < 1 || number > 99) return std::to_string(number);
  const int tens = number / 10;
  return std::string(tens > 1 ? digits[tens] : "") + (tens > 0 ? "十" : "") + digits[number % 10];
}

std::string severity_sentence(const SummaryLaw& law, const Severity& severity, bool city) {
  const auto [soft, hard] = std::minmax_element(severity.rows.begin(), severity.rows.end(), [](const SeverityRow& a, const SeverityRow& b) { return a.severity < b.severity; });
  const SeverityRow& own = severity.rows.front();
  return fill(law.severity.said.of(city), {{"overlap", std::to_string(severity.overlap)},
                                           {"more", own.severity > 0 ? "多扣" : own.severity < 0 ? "少扣" : "相差"},
                                           {"points", tenths(std::abs(own.severity))},
                                           {"raw", tenths(own.raw)},
                                           {"corrected", tenths(own.corrected)},
                                           {"hard", hard->name},
                                           {"hard_points", tenths(hard->severity)},
                                           {"soft", soft->name},
                                           {"soft_points", tenths(-soft->severity)}});
}

std::string severity_said(const SummaryLaw& law, const SummaryFacts& facts) { return facts.measures.severity ? facts.measures.severity->said : law.severity.too_few.zh; }

std::string draft_of(const SummaryLaw& law, const ChapterLaw& chapter, const SummaryFacts& facts, const Letterhead& head) {
  const Names names = names_of(law, facts, head);
  std::string out;
  const auto add = [&](const std::string& text) { out += (out.empty() ? "" : "\n") + text; };
  for (const ParagraphLaw& one : chapter.draft) {
    if (!one.of.empty() && (one.of == "city") != head.city) continue;
    if (!one.when.empty() && !stands(one.when, names)) continue;
    if (!one.unless.empty() && stands(one.unless, names)) continue;
    if (one.each.empty()) {
      add(fill(one.text, names));
      continue;
    }
    auto all = each_of(one.each, facts);
    if (one.most > 0 && all.size() > static_cast<std::size_t>(one.most)) all.resize(static_cast<std::size_t>(one.most));
    for (Names& line : all) {
      line.insert(names.begin(), names.end());
      add(fill(one.text, line));
    }
  }
  return out;
}

std::vector<std::string> unknown_names(const SummaryLaw& law, const ParagraphLaw& paragraph) {
  std::vector<std::string> out;
  const auto known = [&](const std::string& name) { return law.figure(name) != nullptr || words_known().contains(name); };
  for (const std::string& one : {paragraph.when, paragraph.unless})
    if (!one.empty() && !known(one)) out.push_back(one);
  if (!paragraph.each.empty() && names_of_each(paragraph.each).empty()) out.push_back(paragraph.each);
  filled(paragraph.text, [&](const std::string& name) {
    if (!known(name) && !names_of_each(paragraph.each).contains(name)) out.push_back(name);
    return std::string();
  });
  return out;
}

std::string with_head(const std::string& pattern, const Letterhead& head) { return fill(pattern, {{"year", std::to_string(head.year)}, {"office", head.office}, {"district", head.district}}); }

std::vector<const ChapterLaw*> missing_chapters(const SummaryLaw& law, const Summary& summary) {
  std::vector<const ChapterLaw*> out;
  for (const ChapterLaw& one : law.chapters)
    if (one.needed && summary.text(one.id).find_first_not_of(" \t\r\n") == std::string::npos) out.push_back(&one);
  return out;
}

std::vector<FigureChange> changes_between(const SummaryFacts& before, const SummaryFacts& now) {
  std::vector<FigureChange> out;
  for (const SummaryFigure& one : now.figures) {
    const SummaryFigure* old = before.figure(one.id);
    const SummaryFigure was = old == nullptr ? SummaryFigure{one.id, 0, 0, ""} : *old;
    if (was.value != one.value || was.later != one.later) out.push_back({one.id, was.value, one.value, was.later, one.later});
  }
  return out;
}

std::vector<std::string> lines_of(const std::string& text) {
  std::vector<std::string> out;
  for (std::size_t start = 0; start < text.size();) {
    const auto end = std::min(text.find('\n', start), text.size());
    out.push_back(text.substr(start, end - start));
    start = end + 1;
  }
  return out;
}

std::vector<TextLine> compare_texts(const std::string& before, const std::string& after) {
  const auto a = lines_of(before), b = lines_of(after);
  // Longest common lines, from the end.
  std::vector<std::vector<int>> common(a.size() + 1, std::vector<int>(b.size() + 1, 0));
  for (std::size_t i = a.size(); i-- > 0;)
    for (std::size_t j = b.size(); j-- > 0;) common[i][j] = a[i] == b[j] ? common[i + 1][j + 1] + 1 : std::max(common[i + 1][j], common[i][j + 1]);
  std::vector<TextLine> out;
  std::size_t i = 0, j = 0;
  while (i < a.size() || j < b.size()) {
    if (i < a.size() && j < b.size() && a[i] == b[j]) {
      out.push_back({' ', a[i]});
      ++i, ++j;
    } else if (i < a.size() && (j == b.size() || common[i + 1][j] >= common[i][j + 1])) {
      out.push_back({'-', a[i++]});
    } else {
      out.push_back({'+', b[j++]});
    }
  }
  return out;
}

} // namespace ankao::reporting
