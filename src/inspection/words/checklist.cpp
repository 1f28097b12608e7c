// SPDX-License-Identifier: Apache-2.0
#include "inspection/words/checklist.hpp"

#include <algorithm>
#include <array>
#include <utility>

namespace ankao::inspection {
namespace {

constexpr std::array<std::pair<Inspects, const char*>, 5> k_inspects{{{Inspects::Institution, "institution"},
                                                                      {Inspects::ExamOrganisation, "exam_organisation"},
                                                                      {Inspects::ProductionUnit, "production_unit"},
                                                                      {Inspects::PracticalSite, "practical_site"},
                                                                      {Inspects::TheorySite, "theory_site"}}};
constexpr std::array<std::pair<Column, const char*>, 4> k_columns{
    {{Column::Finding, "finding"}, {Column::Score, "score"}, {Column::Written, "written"}, {Column::OnSite, "on_site"}}};
constexpr std::array<std::pair<RuleKind, const char*>, 7> k_rules{{{RuleKind::Each, "each"},
                                                                   {RuleKind::Fixed, "fixed"},
                                                                   {RuleKind::Range, "range"},
                                                                   {RuleKind::Zero, "zero"},
                                                                   {RuleKind::Judged, "judged"},
                                                                   {RuleKind::Veto, "veto"},
                                                                   {RuleKind::Noted, "noted"}}};

template <class T, std::size_t N>
const char* name(const std::array<std::pair<T, const char*>, N>& all, T value) {
  for (const auto& [one, word] : all)
    if (one == value) return word;
  return "";
}
template <class T, std::size_t N>
std::optional<T> value(const std::array<std::pair<T, const char*>, N>& all, const std::string& word) {
  for (const auto& [one, text] : all)
    if (word == text) return one;
  return std::nullopt;
}

} // namespace

const Part* Item::part(const std::string& no) const {
  const auto found = std::find_if(parts.begin(), parts.end(), [&](const Part& one) { return one.no == no; });
  return found == parts.end() ? nullptr : &*found;
}

int Checklist::points() const {
  int sum = 0;
  for (const Section& section : sections) sum += section.points;
  return sum;
}

const Item* Checklist::item(const std::string& wanted) const {
  for (const Section& section : sections)
    for (const Item& one : section.items)
      if (one.id == wanted) return &one;
  return nullptr;
}

const Section* Checklist::section_of(const std::string& wanted) const {
  for (const Section& section : sections)
    for (const Item& one : section.items)
      if (one.id == wanted) return &section;
  return nullptr;
}

bool mandatory(const Section& section, const Item& item) {
  return section.star || item.star || std::any_of(item.parts.begin(), item.parts.end(), [](const Part& one) { return one.star; });
}

bool veto(const Item& item) {
  return std::any_of(item.parts.begin(), item.parts.end(), [](const Part& one) { return one.rule.kind == RuleKind::Veto; });
}

const char* name_of(Inspects one) { return name(k_inspects, one); }
const char* name_of(Column one) { return name(k_columns, one); }
const char* name_of(RuleKind one) { return name(k_rules, one); }
std::optional<Inspects> inspects_of(const std::string& word) { return value(k_inspects, word); }
std::optional<Column> column_of(const std::string& word) { return value(k_columns, word); }
std::optional<RuleKind> rule_kind_of(const std::string& word) { return value(k_rules, word); }

std::string points_text(int tenths) {
  const std::string sign = tenths < 0 ? "-" : "";
  const int size = tenths < 0 ? -tenths : tenths;
  return sign + std::to_string(size / 10) + (size % 10 == 0 ? "" : "." + std::to_string(size % 10));
}

} // namespace ankao::inspection
