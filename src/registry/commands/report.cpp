// SPDX-License-Identifier: Apache-2.0
#include "registry/commands/report.hpp"

#include <map>

#include "registry/rules/build.hpp"

namespace ankao::registry {
namespace {

using problems::Language;

/// Chinese characters take two columns of a terminal.
std::size_t width_of(const std::string& text) {
  std::size_t width = 0;
  for (const char c : text) {
    const auto byte = static_cast<unsigned char>(c);
    if ((byte & 0xC0U) != 0x80U) width += byte >= 0xE3 ? 2 : 1;
  }
  return width;
}

std::string padded(std::string text, std::size_t width) {
  const std::size_t now = width_of(text);
  return now < width ? text + std::string(width - now, ' ') : text;
}

std::string right(int number, std::size_t width) {
  const std::string text = std::to_string(number);
  return text.size() < width ? std::string(width - text.size(), ' ') + text : text;
}

std::string names_of(const std::vector<std::string>& codes, const Catalogue& catalogue, Language language) {
  std::string names;
  for (const std::string& code : codes) {
    const District* district = catalogue.district(code);
    if (district == nullptr) continue;
    names += (names.empty()                   ? ""
              : language == Language::Chinese ? "、"
                                              : ", ") +
             (language == Language::Chinese ? district->name : district->english);
  }
  return names;
}

std::string district_table(const Facts& facts, const Catalogue& catalogue, Language language) {
  const bool chinese = language == Language::Chinese;
  std::string out =
      padded(chinese ? "区域" : "district", 36) + (chinese ? "  机构  考试点  仅理论  无考试点\n" : "  inst.  sites  theory  without\n");
  DistrictLine total;
  const auto line = [&](const std::string& name, const DistrictLine& one) {
    out += padded(name, 36) + right(one.institutions, 6) + right(one.sites, 8) + right(one.theory_only_sites, 8) +
           right(one.institutions_without_site, 10) + "\n";
  };
  for (const DistrictLine& one : facts.by_district) {
    line(names_of(one.districts, catalogue, language), one);
    total.institutions += one.institutions;
    total.sites += one.sites;
    total.theory_only_sites += one.theory_only_sites;
    total.institutions_without_site += one.institutions_without_site;
  }
  line(chinese ? "合计" : "total", total);
  return out;
}

std::string missing_text(const Registry& registry) {
  std::string out;
  for (const RowId row : registry.missing_rows) out += (out.empty() ? "" : " ") + to_string(row);
  return out;
}

std::string one_line(std::string text) {
  for (char& c : text)
    if (c == '\n' || c == '\r' || c == '\t') c = ' ';
  return text;
}

std::string anomaly_line(const Anomaly& one, Language language) {
  const std::string row = one.row.number == 0 ? std::string(1, letter_of(one.row.table)) : to_string(one.row);
  const std::string place = one.column.empty() ? "" : one.column + " ";
  return "  " + padded(row, 5) + one.rule + "  " + place + "「" + one_line(one.found) + "」 " +
         (language == Language::Chinese ? one.done : one.done_english) + "\n";
}

} // namespace

std::string facts_text(const Registry& registry, const Catalogue& catalogue, Language language) {
  const Facts facts = count(registry, catalogue);
  const auto n = [](int number) { return std::to_string(number); };
  std::string out;
  if (language == Language::Chinese) {
    out = "表 a " + n(facts.rows_a) + " 行，表 b " + n(facts.rows_b) + " 行，缺 " + n(facts.missing_rows) + " 行\n机构 " +
          n(facts.institutions) + " 家（" + n(facts.in_both_tables) + " 家在两表中都有），其中 " + n(facts.institutions_with_sites) +
          " 家有考试点\n考试点 " + n(facts.sites) + " 个（" + n(facts.theory_only_sites) + " 个仅理论），操作项目 " + n(facts.projects) +
          " 个，" + catalogue.city_name + " " + std::to_string(catalogue.districts.size()) + " 个区\n";
  } else {
    out = "table a " + n(facts.rows_a) + " rows, table b " + n(facts.rows_b) + " rows, " + n(facts.missing_rows) + " missing\n" +
          n(facts.institutions) + " institutions (" + n(facts.in_both_tables) + " in both tables), " + n(facts.institutions_with_sites) +
          " with exam sites\n" + n(facts.sites) + " exam sites (" + n(facts.theory_only_sites) + " theory only), " + n(facts.projects) +
          " operation projects, " + std::to_string(catalogue.districts.size()) + " districts\n";
  }
  if (!registry.missing_rows.empty()) out += (language == Language::Chinese ? "缺行：" : "missing rows: ") + missing_text(registry) + "\n";
  if (facts.rows_a > 0) out += "\n" + district_table(facts, catalogue, language);
  return out;
}

std::string anomalies_text(const Registry& registry, Language language) {
  const bool chinese = language == Language::Chinese;
  std::string dealt_with;
  std::string waiting;
  int waiting_count = 0;
  std::map<std::string, int> by_rule;
  for (const Anomaly& one : registry.anomalies) {
    ++by_rule[one.rule];
    if (one.needs_confirmation) ++waiting_count;
    (one.needs_confirmation ? waiting : dealt_with) += anomaly_line(one, language);
  }
  const std::string total = std::to_string(registry.anomalies.size());
  std::string out = chinese ? "异常 " + total + " 处，按规则处理：\n" : total + " anomalies, dealt with by rule:\n";
  out += dealt_with;
  if (waiting_count > 0)
    out += (chinese ? "待人工确认 " : "waiting for a person: ") + std::to_string(waiting_count) + (chinese ? " 处：\n" : "\n") + waiting;
  out += chinese ? "各规则次数：" : "by rule:";
  for (const auto& [rule, times] : by_rule) out += " " + rule + "×" + std::to_string(times);
  return out + "\n";
}

} // namespace ankao::registry
