// SPDX-License-Identifier: Apache-2.0
#include <algorithm>

#include "registry/words/catalogue.hpp"
#include "registry/words/registry.hpp"

namespace ankao::registry {
namespace {

template <class T, class Key>
const T* find_by(const std::vector<T>& all, std::string_view wanted, Key key) {
  const auto found = std::find_if(all.begin(), all.end(), [&](const T& one) { return one.*key == wanted; });
  return found == all.end() ? nullptr : &*found;
}

} // namespace

const District* Catalogue::district(std::string_view code) const { return find_by(districts, code, &District::code); }
const Project* Catalogue::project(std::string_view id) const { return find_by(projects, id, &Project::id); }
const Industry* Catalogue::industry(std::string_view id) const { return find_by(industries, id, &Industry::id); }

bool Catalogue::exempt(std::string_view project) const {
  return std::any_of(exemptions.begin(), exemptions.end(), [&](const Exemption& exemption) {
    return std::find(exemption.projects.begin(), exemption.projects.end(), project) != exemption.projects.end();
  });
}

char letter_of(Table table) { return table == Table::SpecialOperations ? 'a' : 'b'; }

std::string to_string(RowId id) { return letter_of(id.table) + std::to_string(id.number); }

const char* heading_of(Column column) {
  static constexpr std::array<const char*, k_columns> headings{"序号", "机构名称", "区域", "地址", "培训项目", "联系人", "咨询电话"};
  return headings[static_cast<std::size_t>(column)];
}

const char* name_of(MarkKind kind) { return kind == MarkKind::TheoryOnly ? "theory" : "practical_and_theory"; }

const Institution* Registry::institution(const std::string& id) const { return find_by(institutions, id, &Institution::id); }

} // namespace ankao::registry
