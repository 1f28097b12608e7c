// SPDX-License-Identifier: Apache-2.0
#include "registry/rules/name_cell.hpp"

#include <algorithm>

#include "registry/rules/text.hpp"

namespace ankao::registry {
namespace {

constexpr int k_most_sites = 20;

struct FoundMark {
  std::size_t begin = 0;
  std::size_t end = 0; ///< after the closing bracket
  std::u32string text; ///< between "+" and the bracket
};

std::optional<FoundMark> find_mark(const std::u32string& text) {
  const auto begin = text.find(U"(+");
  if (begin == std::u32string::npos) return std::nullopt;
  const auto close = text.find(U')', begin);
  const auto end = close == std::u32string::npos ? text.size() : close;
  return FoundMark{begin, close == std::u32string::npos ? end : end + 1, text.substr(begin + 2, end - begin - 2)};
}

bool take(std::u32string& text, std::u32string_view prefix) {
  if (!starts_with(text, 0, prefix)) return false;
  text.erase(0, prefix.size());
  return true;
}

int take_count(std::u32string& text) {
  int count = 0;
  while (!text.empty() && is_digit(text.front()) && count <= k_most_sites) {
    count = count * 10 + static_cast<int>(text.front() - U'0');
    text.erase(0, 1);
  }
  static constexpr std::u32string_view k_numerals = U"一二三四五六七八九十";
  if (count == 0 && take(text, U"两")) count = 2;
  if (count == 0 && !text.empty() && is_one_of(text.front(), k_numerals)) {
    count = static_cast<int>(k_numerals.find(text.front())) + 1;
    text.erase(0, 1);
  }
  take(text, U"个");
  return count;
}

/// "考试点", "2考试点", "仅理论考试点", "2个理论考点".
std::optional<SiteMark> parse_mark(std::u32string text) {
  SiteMark mark;
  const int before = take_count(text);
  if (take(text, U"仅理论") || take(text, U"理论")) mark.kind = MarkKind::TheoryOnly;
  const int after = take_count(text);
  if (!take(text, U"考试点") && !take(text, U"考点")) return std::nullopt;
  if (!text.empty() || (before > 0 && after > 0)) return std::nullopt;
  mark.count = std::max({before, after, 1});
  if (mark.count > k_most_sites) return std::nullopt;
  return mark;
}

Done describe(const SiteMark& mark) {
  const std::string count = std::to_string(mark.count);
  const bool theory = mark.kind == MarkKind::TheoryOnly;
  return {"从名称中取出标记：" + count + " 个" + (theory ? "仅理论" : "") + "考试点",
          "mark taken out of the name: " + count + (theory ? " theory-only" : "") + " exam site(s)"};
}

} // namespace

NameCell read_name(const std::string& printed, const Place& place) {
  const Cleaned cleaned = clean(printed);
  std::u32string text = cleaned.text;
  if (cleaned.closed_up) place.note("X-09", printed, {"去掉汉字间的换行空格", "line-break blanks between Chinese characters taken out"});
  NameCell cell;
  if (const auto found = find_mark(text)) {
    cell.mark = parse_mark(found->text);
    if (!cell.mark) place.refuse("registry.mark_unknown", {{"value", encode(found->text)}});
    if (cell.mark) place.note("X-11", printed, describe(*cell.mark));
    text.erase(found->begin, found->end - found->begin);
  } else if (text.find(U'(') != std::u32string::npos) {
    place.note("X-38", printed, {"括号属于名称，保留", "the brackets belong to the name and stay"});
  }
  if (text.empty()) place.refuse("registry.cell_empty");
  cell.name = encode(text);
  return cell;
}

} // namespace ankao::registry
