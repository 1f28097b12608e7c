// SPDX-License-Identifier: Apache-2.0
#include "registry/support/tables.hpp"

#include <gtest/gtest.h>

#include <fstream>
#include <iterator>
#include <stdexcept>

#include "problems/catalogue.hpp"
#include "registry/files/city_data.hpp"
#include "registry/files/import.hpp"

namespace ankao::registry {

std::string source_file(const std::string& path) {
  std::ifstream file(std::string(ANKAO_SOURCE_DIR) + "/" + path, std::ios::binary);
  if (!file) throw std::runtime_error("no file " + path);
  return {std::istreambuf_iterator<char>(file), std::istreambuf_iterator<char>()};
}

std::vector<std::string> split(const std::string& text, const std::string& separator) {
  std::vector<std::string> parts;
  std::size_t begin = 0;
  for (auto at = text.find(separator); at != std::string::npos; at = text.find(separator, begin)) {
    parts.push_back(text.substr(begin, at - begin));
    begin = at + separator.size();
  }
  parts.push_back(text.substr(begin));
  return parts;
}

Lines vectors(const std::string& name) {
  Lines lines;
  for (const std::string& line : split(source_file("tests/registry/vectors/" + name), "\n"))
    if (!line.empty()) lines.push_back(split(line, "\t"));
  return lines;
}

std::string table_text(const std::vector<PlainRow>& rows) {
  std::string text = "序号\t机构名称\t区域\t地址\t培训项目\t联系人\t咨询电话\n";
  const auto cell = [](const std::string& value) { return value.find('\n') == std::string::npos ? value : "\"" + value + "\""; };
  for (const PlainRow& row : rows)
    text += row.number + "\t" + row.name + "\t" + row.district + "\t" + cell(row.address) + "\t" + row.projects + "\t" + row.contact +
            "\t" + row.telephone + "\n";
  return text;
}

Registry build_a(const std::vector<PlainRow>& rows) {
  auto registry = import_bytes(table_text(rows), shipped_catalogue(), Table::SpecialOperations);
  if (registry) return std::move(*registry);
  ADD_FAILURE() << problems::Catalogue::shipped().lines(registry.problem(), problems::Language::English);
  return {};
}

std::vector<std::string> faults(const std::string& bytes) {
  const auto registry = import_bytes(bytes, shipped_catalogue(), Table::SpecialOperations);
  if (registry) return {};
  const Problem& refused = registry.problem();
  EXPECT_FALSE(problems::Catalogue::shipped().lines(refused, problems::Language::Chinese).empty());
  if (refused.parts.empty()) return {refused.id};
  std::vector<std::string> out;
  for (const Problem& part : refused.parts) out.push_back(part.at + " " + part.id);
  return out;
}

std::string rules_at(const Registry& registry, int number) {
  std::string rules;
  for (const Anomaly& one : registry.anomalies)
    if (one.row == RowId{Table::SpecialOperations, number}) rules += (rules.empty() ? "" : " ") + one.rule;
  return rules;
}

} // namespace ankao::registry
