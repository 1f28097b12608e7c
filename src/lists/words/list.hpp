// SPDX-License-Identifier: Apache-2.0
// What a list is, said once: its columns, filters and order. The page's query, the screen and the exported file all follow from it.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

#include "problems/catalogue.hpp"

namespace ankao::lists {

using problems::Language;

struct Words {
  std::string zh, en;
  const std::string& in(Language language) const { return language == Language::English ? en : zh; }
};

/// A code and what people read for it.
struct Option {
  std::string value, label;
};
using Options = std::function<std::vector<Option>(Language)>;
/// Options whose words are known when the program is written: {{"open", {"办理中", "open"}}, ...}.
Options options(std::vector<std::pair<std::string, Words>> words);

enum class Kind { Text, Number, Day, Moment, Code, YesNo };

struct Column {
  std::string key; ///< the member of the row
  Words heading;
  Kind kind = Kind::Text;
  int width = 16;        ///< in characters
  std::string sort = {}; ///< SQL that orders by it; empty: the list is not sorted by this column
  Options codes = {};    ///< Code: the words of each code, or of each element of a list of codes
  bool hidden = false;   ///< shown when chosen
  bool personal = false; ///< about a person: an export with it is written into the log of changes
  /// A column made of several members; `row` is an object of the list's row type.
  std::function<std::string(const void* row, Language)> made = {};
};

/// made_of<Row>([](const Row& row, Language language) { return std::string(...); })
template <class Row, class Say>
std::function<std::string(const void*, Language)> made_of(Say say) {
  return [say = std::move(say)](const void* row, Language language) { return say(*static_cast<const Row*>(row), language); };
}

enum class FilterKind { Text, Choice, Day, Month, YesNo };

struct Filter {
  std::string name; ///< the value of the query, or of the path
  Words label;
  FilterKind kind = FilterKind::Text;
  Options options = {}; ///< Choice
  Words hint = {};
  bool folded = false; ///< in the part of the form that opens on demand
  bool given = false;  ///< set by the page's address, not by the form
};

inline constexpr int k_largest_page = 200;
inline constexpr int k_last_page = 1'000'000;
inline constexpr std::int64_t k_export_limit = 100'000;
inline constexpr std::size_t k_longest_text = 200; ///< characters of a search word

struct List {
  std::string id;
  Words name;
  std::vector<Column> columns;
  std::vector<Filter> filters;
  std::string tie;       ///< SQL that tells rows apart: ends every order, so that pages do not overlap
  std::string sort = {}; ///< how it is sorted when nothing is asked: a column's key, "-" before it turns round; empty: by `tie`
  std::int64_t export_limit = k_export_limit;
};

const Column* column_of(const List& list, std::string_view key);

} // namespace ankao::lists
