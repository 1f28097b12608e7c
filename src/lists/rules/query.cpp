// SPDX-License-Identifier: Apache-2.0
#include "lists/rules/query.hpp"

#include <algorithm>

#include "tables/encoding.hpp"

namespace ankao::lists {
namespace {

std::string known(const List& list, bool sortable_only) {
  std::string out;
  for (const Column& column : list.columns)
    if (!sortable_only || !column.sort.empty()) out += (out.empty() ? "" : ", ") + column.key;
  return out;
}

std::string shown(const std::string& text) {
  constexpr std::size_t longest = 60;
  return text.size() <= longest || tables::first_bad_utf8(text) ? text.substr(0, longest) : text.substr(0, longest) + "…";
}

std::size_t characters(const std::string& text) {
  return static_cast<std::size_t>(std::count_if(text.begin(), text.end(), [](char c) { return (static_cast<unsigned char>(c) & 0xC0U) != 0x80U; }));
}

/// SQL may name several columns: "month, id" turned round is "month DESC, id DESC".
std::string turned(const std::string& sql) {
  std::string out;
  int depth = 0;
  for (const char c : sql) {
    depth += c == '(' ? 1 : c == ')' ? -1 : 0;
    if (c == ',' && depth == 0) out += " DESC";
    out += c;
  }
  return out + " DESC";
}

} // namespace

Result<std::string> order_of(const List& list, const std::string& sort) {
  const std::string& wanted = sort.empty() ? list.sort : sort;
  if (wanted.empty()) return list.tie;
  const bool down = wanted.starts_with('-');
  const Column* column = column_of(list, std::string_view(wanted).substr(down ? 1 : 0));
  if (column == nullptr || column->sort.empty())
    return problem("lists.sort_unknown", {{"value", shown(wanted)}, {"known", known(list, true)}}, "sort");
  return (down ? turned(column->sort) : column->sort) + ", " + list.tie;
}

Result<Window> window_of(const List& list, int page, int size, const std::string& sort) {
  if (page < 1 || page > k_last_page || size < 1 || size > k_largest_page)
    return problem("lists.page",
                   {{"page", std::to_string(page)}, {"size", std::to_string(size)}, {"last", std::to_string(k_last_page)}, {"limit", std::to_string(k_largest_page)}},
                   page < 1 || page > k_last_page ? "page" : "size");
  const auto order = order_of(list, sort);
  if (!order.ok()) return order.problem();
  return Window{size, std::int64_t{page - 1} * size, *order};
}

Result<std::vector<const Column*>> columns_of(const List& list, const std::string& keys) {
  std::vector<const Column*> out;
  if (keys.empty()) {
    for (const Column& column : list.columns)
      if (!column.hidden) out.push_back(&column);
    return out;
  }
  for (std::size_t from = 0; from <= keys.size();) {
    const std::size_t end = std::min(keys.find(',', from), keys.size());
    const std::string key = keys.substr(from, end - from);
    const Column* column = column_of(list, key);
    if (column == nullptr) return problem("lists.column_unknown", {{"value", shown(key)}, {"known", known(list, false)}}, "columns");
    if (std::find(out.begin(), out.end(), column) != out.end()) return problem("lists.column_twice", {{"value", key}}, "columns");
    out.push_back(column);
    from = end + 1;
  }
  return out;
}

Result<void> check_text(const std::string& name, const std::string& text) {
  if (tables::first_bad_utf8(text)) return problem("request.not_utf8", {}, name);
  if (characters(text) <= k_longest_text) return {};
  return problem("lists.text_too_long", {{"limit", std::to_string(k_longest_text)}, {"length", std::to_string(characters(text))}}, name);
}

Result<void> check_export(const List& list, std::int64_t total) {
  if (total <= list.export_limit) return {};
  return problem("lists.too_many", {{"total", std::to_string(total)}, {"limit", std::to_string(list.export_limit)}});
}

} // namespace ankao::lists
