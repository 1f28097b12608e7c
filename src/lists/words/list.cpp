// SPDX-License-Identifier: Apache-2.0
#include "lists/words/list.hpp"

#include <algorithm>

namespace ankao::lists {

Options options(std::vector<std::pair<std::string, Words>> words) {
  return [words = std::move(words)](Language language) {
    std::vector<Option> out;
    for (const auto& [value, said] : words) out.push_back({value, said.in(language)});
    return out;
  };
}

const Column* column_of(const List& list, std::string_view key) {
  const auto found = std::find_if(list.columns.begin(), list.columns.end(), [key](const Column& column) { return column.key == key; });
  return found == list.columns.end() ? nullptr : &*found;
}

} // namespace ankao::lists
