// SPDX-License-Identifier: Apache-2.0
#include "registry/rules/row.hpp"

#include <algorithm>

#include "registry/rules/address_cell.hpp"
#include "registry/rules/name_cell.hpp"
#include "registry/rules/people_cells.hpp"
#include "registry/rules/projects_cell.hpp"
#include "registry/rules/text.hpp"

namespace ankao::registry {
namespace {

int read_number(const PrintedRow& printed, Findings& findings) {
  std::u32string text = clean(printed.at(Column::Number)).text;
  if (!text.empty() && is_one_of(text.back(), U".、")) text.pop_back();
  int number = 0;
  for (const char32_t c : text) {
    if (!is_digit(c) || number > k_highest_row_number) {
      number = 0;
      break;
    }
    number = number * 10 + static_cast<int>(c - U'0');
  }
  if (number < 1 || number > k_highest_row_number)
    findings.refuse(problem("registry.number_invalid",
                            {{"value", printed.at(Column::Number)}, {"limit", std::to_string(k_highest_row_number)}},
                            "第 " + std::to_string(printed.line) + " 行 · " + heading_of(Column::Number)));
  return number;
}

Lexicon district_lexicon(const Catalogue& catalogue) {
  Lexicon lexicon;
  for (std::size_t i = 0; i < catalogue.districts.size(); ++i) {
    const std::u32string name = decode(catalogue.districts[i].name);
    lexicon.add({name, Term::Kind::District, i, ""});
    if (name.size() > 2) lexicon.add({name.substr(0, name.size() - 1), Term::Kind::District, i, "short"});
    for (const Alias& alias : catalogue.districts[i].aliases) lexicon.add({decode(alias.text), Term::Kind::District, i, alias.rule});
  }
  return lexicon;
}

std::string known_districts(const Catalogue& catalogue) {
  std::string names;
  for (const District& district : catalogue.districts) names += (names.empty() ? "" : "、") + district.name;
  return names;
}

void note_district(const Piece& piece, const District& district, const Place& place) {
  if (piece.term->rule == "short") place.note("X-10", encode(piece.text), {"补全为：" + district.name, "completed to: " + district.name});
  if (piece.term->rule.starts_with("X-"))
    place.note(piece.term->rule, encode(piece.text),
               {"按别名表记为：" + district.name + "，保留原文", "recorded by the alias table as " + district.name + ", print kept"});
}

std::vector<std::string> read_districts(const std::string& printed, const Catalogue& catalogue, const Place& place) {
  std::vector<std::string> codes;
  std::u32string text = clean(printed).text;
  const std::u32string city = decode(catalogue.city_name);
  if (starts_with(text, 0, city) && text != city) text.erase(0, city.size());
  const Lexicon lexicon = district_lexicon(catalogue);
  for (const Piece& piece : lexicon.cut(text)) {
    if (piece.kind == Piece::Kind::Separator) continue;
    if (piece.kind != Piece::Kind::Term) {
      place.refuse("registry.district_unknown", {{"value", encode(piece.text)}, {"known", known_districts(catalogue)}});
      continue;
    }
    const District& district = catalogue.districts[piece.term->index];
    note_district(piece, district, place);
    if (std::find(codes.begin(), codes.end(), district.code) == codes.end()) codes.push_back(district.code);
  }
  if (text.empty()) place.refuse("registry.cell_empty");
  if (codes.size() > 1) place.note("X-03", printed, {"一栏多个区，分别记录", "several districts in one cell, each recorded"});
  return codes;
}

/// Nothing longer than a real cell and no control character gets further.
bool is_readable(const PrintedRow& printed, RowId id, Findings& findings) {
  bool readable = true;
  for (std::size_t i = 0; i < k_columns; ++i) {
    const auto column = static_cast<Column>(i);
    const Place place{id, printed.line, heading_of(column), findings};
    const std::u32string text = decode(printed.at(column));
    const bool too_long = text.size() > k_longest_cell;
    const bool control = std::any_of(text.begin(), text.end(), is_control);
    if (too_long) place.refuse("registry.cell_too_long", {{"limit", std::to_string(k_longest_cell)}});
    if (control) place.refuse("registry.cell_control");
    readable = readable && !too_long && !control;
  }
  return readable;
}

} // namespace

Row read_row(Table table, const PrintedRow& printed, const Catalogue& catalogue, const Lexicon& lexicon, Findings& findings) {
  Row row;
  row.printed = printed;
  row.id = {table, 0};
  if (!is_readable(printed, row.id, findings)) return row;
  row.id.number = read_number(printed, findings);
  const auto place = [&](Column column) { return Place{row.id, printed.line, heading_of(column), findings}; };
  NameCell name = read_name(printed.at(Column::Name), place(Column::Name));
  row.name = std::move(name.name);
  row.mark = name.mark;
  row.districts = read_districts(printed.at(Column::District), catalogue, place(Column::District));
  row.addresses = read_addresses(printed.at(Column::Address), row.districts, catalogue, place(Column::Address));
  ProjectsCell projects = read_projects(printed.at(Column::Projects), lexicon, catalogue, place(Column::Projects));
  row.projects = std::move(projects.projects);
  row.industries = std::move(projects.industries);
  row.contacts = read_contacts(printed.at(Column::Contact), catalogue, place(Column::Contact));
  row.telephones = read_telephones(printed.at(Column::Telephone), place(Column::Telephone));
  return row;
}

} // namespace ankao::registry
