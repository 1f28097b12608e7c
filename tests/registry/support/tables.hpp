// SPDX-License-Identifier: Apache-2.0
// Small tables and the vectors copied from clauses.md.
#pragma once

#include <string>
#include <vector>

#include "registry/rules/findings.hpp"
#include "registry/words/registry.hpp"

namespace ankao::registry {

using Lines = std::vector<std::vector<std::string>>;

/// A file of tests/registry/vectors, cut at tabs.
Lines vectors(const std::string& name);
std::string source_file(const std::string& path);
std::vector<std::string> split(const std::string& text, const std::string& separator);

/// A row of table a in which every cell is plain; a test changes the one it is about.
struct PlainRow {
  std::string number = "1";
  std::string name = "广州市第一技师学院";
  std::string district = "白云区";
  std::string address = "广州市白云区同泰路1号";
  std::string projects = "特种作业【低压电工作业】";
  std::string contact = "李明";
  std::string telephone = "020-36261012";
};
/// Tab-separated with headings.
std::string table_text(const std::vector<PlainRow>& rows);

/// Builds table a of these rows; a test that expects it fails when it is refused.
Registry build_a(const std::vector<PlainRow>& rows);
/// Problem ids with their places, of importing the bytes; empty when accepted.
std::vector<std::string> faults(const std::string& bytes);

/// "X-09 X-11": the rules met in row a<number>, in order.
std::string rules_at(const Registry& registry, int number);

} // namespace ankao::registry
