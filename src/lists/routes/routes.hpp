// SPDX-License-Identifier: Apache-2.0
// The description of each list for the screens, and the filters that people keep.
#pragma once

#include <boost/describe.hpp>
#include <map>
#include <string>
#include <vector>

#include "api/endpoints.hpp"
#include "db/db.hpp"
#include "lists/words/list.hpp"

namespace ankao::lists {

/// `all` are the lists that stand, each once; `roles` those that a filter may be shared with. Lists and database outlive the endpoints.
void add_routes(api::Endpoints& endpoints, db::Database& database, std::vector<const List*> all, Options roles);

namespace dto {

enum class ListColumnKind { Text, Number, Day, Moment, Code, YesNo };
BOOST_DESCRIBE_ENUM(ListColumnKind, Text, Number, Day, Moment, Code, YesNo)
enum class ListFilterKind { Text, Choice, Day, Month, YesNo };
BOOST_DESCRIBE_ENUM(ListFilterKind, Text, Choice, Day, Month, YesNo)

struct ListOption {
  std::string value;
  std::string label;
};
BOOST_DESCRIBE_STRUCT(ListOption, (), (value, label))

struct ListColumn {
  std::string key;
  std::string heading;
  ListColumnKind kind = ListColumnKind::Text;
  int width = 0; ///< in characters
  bool sortable = false;
  bool hidden = false;
  bool personal = false;
  bool made = false; ///< of several members: the screen draws it
  std::vector<ListOption> codes;
};
BOOST_DESCRIBE_STRUCT(ListColumn, (), (key, heading, kind, width, sortable, hidden, personal, made, codes))

struct ListFilter {
  std::string name;
  std::string label;
  ListFilterKind kind = ListFilterKind::Text;
  std::string hint;
  bool folded = false;
  std::vector<ListOption> options;
};
BOOST_DESCRIBE_STRUCT(ListFilter, (), (name, label, kind, hint, folded, options))

struct ListAbout {
  std::string id;
  std::string name;
  std::string sort;
  std::int64_t export_limit = 0;
  std::vector<ListColumn> columns;
  std::vector<ListFilter> filters;
};
BOOST_DESCRIBE_STRUCT(ListAbout, (), (id, name, sort, export_limit, columns, filters))

struct ListId {
  std::string list;
};
BOOST_DESCRIBE_STRUCT(ListId, (), (list))

struct SavedFilterForm {
  std::string list;
  std::string name;
  std::map<std::string, std::string> values; ///< filters, sort, columns as they stand in the address
  std::optional<std::string> role;           ///< shared with
};
BOOST_DESCRIBE_STRUCT(SavedFilterForm, (), (list, name, values, role))

struct SavedFilterName {
  std::string list;
  std::string name;
};
BOOST_DESCRIBE_STRUCT(SavedFilterName, (), (list, name))

struct SavedFilterItem {
  std::string name;
  std::map<std::string, std::string> values;
  std::string role;
  std::string by; ///< who shares it
  bool mine = false;
};
BOOST_DESCRIBE_STRUCT(SavedFilterItem, (), (name, values, role, by, mine))

struct SavedFilterList {
  std::vector<SavedFilterItem> items;
  std::vector<ListOption> share; ///< roles that the caller may share a filter with; empty without filter.share
};
BOOST_DESCRIBE_STRUCT(SavedFilterList, (), (items, share))

} // namespace dto
} // namespace ankao::lists
