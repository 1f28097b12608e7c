// SPDX-License-Identifier: Apache-2.0
// Filters that people keep under a name, for themselves or shared with a role.
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "db/db.hpp"
#include "ledger/words/event.hpp"
#include "lists/words/list.hpp"

namespace ankao::lists {

inline constexpr std::size_t k_longest_name = 20;
inline constexpr std::int64_t k_most_filters = 20; ///< of one account and list

struct SavedFilter {
  std::string name;
  std::map<std::string, std::string> values; ///< of the address: filters, sort, columns
  std::string account;
  std::string by;   ///< the person's name when it was saved
  std::string role; ///< shared with; "" nobody
};

/// Who may share, and with which roles.
struct Sharing {
  bool allowed = false;
  std::set<std::string> roles;
};

/// Keeps it, over one of the same name. Event filter.save. Problems lists.filter_name, lists.filter_query, lists.filter_many,
/// lists.filter_share, lists.filter_role, lists.sort_unknown, lists.column_unknown ...
Result<SavedFilter> save_filter(db::Database& database, const ledger::Actor& actor, const List& list, SavedFilter filter, const Sharing& sharing, Instant now);
/// An own one. Event filter.delete. Problem lists.filter_unknown.
Result<void> delete_filter(db::Database& database, const ledger::Actor& actor, const List& list, const std::string& name, Instant now);

/// Schema steps 1000-1099.
std::vector<db::Migration> migrations();

} // namespace ankao::lists
