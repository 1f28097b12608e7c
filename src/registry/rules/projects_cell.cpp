// SPDX-License-Identifier: Apache-2.0
#include "registry/rules/projects_cell.hpp"

#include <algorithm>
#include <map>
#include <set>

#include "registry/rules/text.hpp"

namespace ankao::registry {
namespace {

constexpr std::u32string_view k_titles[] = {U"特种作业",   U"危险化学品特种作业", U"主要负责人和安全生产管理人员",
                                            U"主要负责人", U"安全生产管理人员",   U"和"};

void add_all(Lexicon& lexicon, Term::Kind kind, std::size_t index, const std::string& name, const std::vector<Alias>& aliases) {
  lexicon.add({decode(name), kind, index, ""});
  for (const Alias& alias : aliases) lexicon.add({clean(alias.text).text, kind, index, alias.rule});
}

/// 磺化工艺作业 is printed 磺化工工艺作业.
void add_doubled_work(Lexicon& lexicon, std::size_t index, const std::string& name) {
  std::u32string text = decode(name);
  const auto at = text.find(U"化工艺");
  if (at == std::u32string::npos) return;
  text.insert(at + 1, U"工");
  lexicon.add({text, Term::Kind::Project, index, "X-20"});
}

bool holds_separator(const std::u32string& text) { return std::any_of(text.begin(), text.end(), is_list_separator); }
bool holds_bracket(const std::u32string& text) { return std::any_of(text.begin(), text.end(), is_bracket_open); }

/// What the pieces of one cell amount to.
struct Reading {
  std::set<std::size_t> projects;
  std::set<std::size_t> industries;
  std::vector<std::u32string> unknown;
  std::set<char32_t> separators;
  std::u32string openers;
  int titles = 0;
  bool separator_before_close = false;
  bool title_after_list = false;
};

Reading sum_up(const std::vector<Piece>& pieces) {
  Reading reading;
  const Piece* before = nullptr;
  for (const Piece& piece : pieces) {
    if (piece.kind == Piece::Kind::Unknown) reading.unknown.push_back(piece.text);
    if (piece.kind == Piece::Kind::Separator) reading.separators.insert(piece.text.front());
    if (piece.kind == Piece::Kind::Open) reading.openers += piece.text;
    if (piece.kind == Piece::Kind::Close && before != nullptr && before->kind == Piece::Kind::Separator)
      reading.separator_before_close = true;
    if (piece.kind == Piece::Kind::Term && piece.term->kind == Term::Kind::Project) reading.projects.insert(piece.term->index);
    if (piece.kind == Piece::Kind::Term && piece.term->kind == Term::Kind::Industry) reading.industries.insert(piece.term->index);
    if (piece.kind == Piece::Kind::Term && piece.term->kind == Term::Kind::Title) {
      ++reading.titles;
      reading.title_after_list = reading.title_after_list || !reading.industries.empty();
    }
    before = &piece;
  }
  return reading;
}

const std::string& canonical(const Term& term, const Catalogue& catalogue) {
  return term.kind == Term::Kind::Project ? catalogue.projects[term.index].name : catalogue.industries[term.index].name;
}

/// Aliases, and names that the parser had to protect; once per name.
void note_terms(const std::vector<Piece>& pieces, const Catalogue& catalogue, const Place& place) {
  std::set<std::u32string> seen;
  for (const Piece& piece : pieces) {
    if (piece.kind != Piece::Kind::Term || piece.term->kind == Term::Kind::Title || !seen.insert(piece.text).second) continue;
    const std::string& name = canonical(*piece.term, catalogue);
    const bool project = piece.term->kind == Term::Kind::Project;
    if (!piece.term->rule.empty())
      place.note(piece.term->rule, encode(piece.text), {"按目录名称记为：" + name, "recorded under its name in the catalogue: " + name});
    if (holds_separator(piece.text))
      place.note(project ? "X-17" : "X-37", encode(piece.text),
                 {"名称本身含顿号，整体识别，不拆分", "the name holds the separator; matched whole, not cut"});
    if (holds_bracket(piece.text)) place.note("X-18", encode(piece.text), {"名称内的括号保留", "the brackets inside the name stay"});
  }
}

std::string list_of(const std::set<char32_t>& characters) {
  std::u32string text;
  for (const char32_t c : characters) text += c;
  return encode(text);
}

void note_style_a(const Reading& reading, const Place& place) {
  const auto squares = std::count(reading.openers.begin(), reading.openers.end(), U'【');
  const bool round = reading.openers.find(U'(') != std::u32string::npos;
  if (squares > 1 || round || reading.titles > 1)
    place.note("X-15", encode(reading.openers), {"按统一规则读取括号样式", "brackets of this style read by the one parser"});
  const bool plain = reading.separators.empty() || reading.separators == std::set<char32_t>{U','};
  if (!plain || reading.separator_before_close)
    place.note("X-16", list_of(reading.separators),
               {reading.separator_before_close ? "按项目名称识别，忽略末尾分隔符" : "先识别项目名称，再拆分",
                "project names matched first, then the list cut"});
}

void note_style_b(const Reading& reading, const Place& place) {
  const bool round = reading.openers.find(U'(') != std::u32string::npos;
  if (round || reading.separators.contains(U';') || reading.separator_before_close)
    place.note("X-36", encode(reading.openers) + list_of(reading.separators),
               {"按统一规则读取括号和分号样式", "brackets and semicolons of this style read by the one parser"});
  if (!reading.projects.empty()) note_style_a(reading, place);
  if (!reading.projects.empty() || reading.title_after_list)
    place.note("X-35", "特种作业 × " + std::to_string(reading.projects.size()),
               {"只取高危行业部分，特种作业项目与表 a 核对", "only the high-risk part is taken; the projects are compared with table a"});
}

void refuse_unknown(const Reading& reading, const Place& place) {
  const bool special = place.row.table == Table::SpecialOperations;
  for (const std::u32string& text : reading.unknown)
    place.refuse(special ? "registry.project_unknown" : "registry.industry_unknown", {{"value", encode(text)}});
  if (!reading.unknown.empty()) return;
  if (reading.projects.empty() && reading.industries.empty()) place.refuse("registry.cell_empty");
  if (special && !reading.industries.empty()) place.refuse("registry.wrong_list", {{"table", "a"}});
  if (!special && !reading.projects.empty() && reading.industries.empty()) place.refuse("registry.wrong_list", {{"table", "b"}});
}

} // namespace

Lexicon projects_lexicon(const Catalogue& catalogue) {
  Lexicon lexicon;
  for (std::size_t i = 0; i < catalogue.projects.size(); ++i) {
    add_all(lexicon, Term::Kind::Project, i, catalogue.projects[i].name, catalogue.projects[i].aliases);
    add_doubled_work(lexicon, i, catalogue.projects[i].name);
  }
  for (std::size_t i = 0; i < catalogue.industries.size(); ++i)
    add_all(lexicon, Term::Kind::Industry, i, catalogue.industries[i].name, catalogue.industries[i].aliases);
  for (const std::u32string_view title : k_titles) lexicon.add({std::u32string(title), Term::Kind::Title, 0, ""});
  return lexicon;
}

ProjectsCell read_projects(const std::string& printed, const Lexicon& lexicon, const Catalogue& catalogue, const Place& place) {
  const Cleaned cleaned = clean(printed);
  if (cleaned.closed_up) place.note("X-09", printed, {"去掉汉字间的换行空格", "line-break blanks between Chinese characters taken out"});
  const auto pieces = lexicon.cut(cleaned.text);
  const Reading reading = sum_up(pieces);
  note_terms(pieces, catalogue, place);
  if (place.row.table == Table::SpecialOperations) {
    note_style_a(reading, place);
  } else {
    note_style_b(reading, place);
  }
  refuse_unknown(reading, place);
  ProjectsCell cell;
  for (const std::size_t index : reading.projects) cell.projects.push_back(catalogue.projects[index].id);
  for (const std::size_t index : reading.industries) cell.industries.push_back(catalogue.industries[index].id);
  return cell;
}

} // namespace ankao::registry
