// SPDX-License-Identifier: Apache-2.0
// What a query of a list may ask for, and what it means. Refusals say which value and what would do.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "lists/words/list.hpp"

namespace ankao::lists {

/// How many rows of an export are read at a time.
inline constexpr int k_rows_at_once = 5'000;

/// The rows to read: `order` is SQL for ORDER BY.
struct Window {
  int limit = 50;
  std::int64_t offset = 0;
  std::string order;
};

/// Page from 1 to k_last_page, size from 1 to k_largest_page. Problems lists.page, lists.sort_unknown.
Result<Window> window_of(const List& list, int page, int size, const std::string& sort);
/// The order alone; "" is the list's own.
Result<std::string> order_of(const List& list, const std::string& sort);

/// "name,district": the columns in that order; "": those that are not hidden. Problems lists.column_unknown, lists.column_twice.
Result<std::vector<const Column*>> columns_of(const List& list, const std::string& keys);

/// A search word: UTF-8 of at most k_longest_text characters. Problems lists.text_too_long, request.not_utf8.
Result<void> check_text(const std::string& name, const std::string& text);

/// Problem lists.too_many.
Result<void> check_export(const List& list, std::int64_t total);

} // namespace ankao::lists
