// SPDX-License-Identifier: Apache-2.0
#include "registry/files/room_cells.hpp"

#include <algorithm>
#include <array>
#include <charconv>
#include <map>

namespace ankao::registry {
namespace {

using Pairs = std::vector<std::pair<std::string_view, std::string_view>>;

std::string replaced(std::string text, const Pairs& pairs) {
  for (const auto& [from, to] : pairs)
    for (std::size_t at = text.find(from); at != std::string::npos; at = text.find(from, at + to.size())) text.replace(at, from.size(), to);
  return text;
}

std::string stripped(std::string_view text) {
  constexpr std::string_view white = " \t\r\n";
  const auto first = text.find_first_not_of(white);
  if (first == std::string_view::npos) return {};
  return std::string(text.substr(first, text.find_last_not_of(white) - first + 1));
}

std::vector<std::string> cut(std::string_view text, std::string_view separators) {
  std::vector<std::string> parts;
  std::size_t begin = 0;
  while (begin <= text.size()) {
    const std::size_t end = std::min(text.find_first_of(separators, begin), text.size());
    std::string part = stripped(text.substr(begin, end - begin));
    if (!part.empty()) parts.push_back(std::move(part));
    begin = end + 1;
  }
  return parts;
}

std::string lower(std::string_view text) {
  std::string out(text);
  std::transform(out.begin(), out.end(), out.begin(), [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; });
  return out;
}

template <class T>
std::optional<T> word_in(const std::map<std::string, T, std::less<>>& words, std::string_view text) {
  const auto found = words.find(lower(stripped(text)));
  if (found == words.end()) return std::nullopt;
  return found->second;
}

bool digits_only(std::string_view text) {
  return std::all_of(text.begin(), text.end(), [](char c) { return c >= '0' && c <= '9'; });
}

/// "1-5", "3" or "135".
bool add_days(std::vector<int>& days, const std::string& part) {
  if (digits_only(part)) {
    for (const char c : part) days.push_back(c - '0');
    return std::all_of(part.begin(), part.end(), [](char c) { return c >= '1' && c <= '7'; });
  }
  if (part.size() != 3 || part[1] != '-') return false;
  const int from = part.front() - '0';
  const int to = part.back() - '0';
  if (from < 1 || from > 7 || to < from || to > 7) return false;
  for (int day = from; day <= to; ++day) days.push_back(day);
  return true;
}

} // namespace

std::optional<int> whole_number_in(std::string_view text, int low, int high) {
  const std::string number = stripped(text);
  int value = 0;
  const auto [end, error] = std::from_chars(number.data(), number.data() + number.size(), value);
  if (number.empty() || error != std::errc() || end != number.data() + number.size() || value < low || value > high) return std::nullopt;
  return value;
}

std::optional<std::int64_t> degrees_in(std::string_view text) {
  std::string number = stripped(text);
  const bool negative = number.starts_with('-');
  if (negative) number.erase(0, 1);
  const auto point = number.find('.');
  const std::string whole = number.substr(0, point);
  std::string part = point == std::string::npos ? "" : number.substr(point + 1);
  if (whole.empty() || whole.size() > 3 || part.size() > 20 || !digits_only(whole) || !digits_only(part)) return std::nullopt;
  const bool up = part.size() > 6 && part[6] >= '5';
  part.resize(6, '0');
  const std::int64_t value = std::stoll(whole) * 1'000'000 + std::stoll(part) + (up ? 1 : 0);
  return negative ? -value : value;
}

std::optional<bool> yes_no_in(std::string_view text) {
  return word_in<bool>({{"是", true},
                        {"yes", true},
                        {"y", true},
                        {"1", true},
                        {"true", true},
                        {"否", false},
                        {"no", false},
                        {"n", false},
                        {"0", false},
                        {"false", false}},
                       text);
}

std::optional<bool> exclusive_in(std::string_view text) {
  return word_in<bool>({{"专用", true}, {"exclusive", true}, {"混用", false}, {"mixed", false}}, text);
}

std::optional<SiteKind> site_kind_in(std::string_view text) {
  return word_in<SiteKind>({{"仅理论", SiteKind::Theory},
                            {"理论", SiteKind::Theory},
                            {"theory", SiteKind::Theory},
                            {"仅实操", SiteKind::Practical},
                            {"实操", SiteKind::Practical},
                            {"practical", SiteKind::Practical},
                            {"理论和实操", SiteKind::Both},
                            {"both", SiteKind::Both}},
                           text);
}

std::optional<SchoolAuthority> school_in(std::string_view text) {
  return word_in<SchoolAuthority>({{"教育", SchoolAuthority::Education},
                                   {"教育部门", SchoolAuthority::Education},
                                   {"education", SchoolAuthority::Education},
                                   {"人社", SchoolAuthority::HumanResources},
                                   {"人社部门", SchoolAuthority::HumanResources},
                                   {"人力资源社会保障", SchoolAuthority::HumanResources},
                                   {"human_resources", SchoolAuthority::HumanResources},
                                   {"非学校", SchoolAuthority::None},
                                   {"none", SchoolAuthority::None},
                                   {"未知", SchoolAuthority::Unknown},
                                   {"unknown", SchoolAuthority::Unknown}},
                                  text);
}

std::optional<std::string> district_in(std::string_view text, const Catalogue& catalogue) {
  const std::string wanted = stripped(text);
  for (const District& district : catalogue.districts) {
    const bool alias = std::any_of(district.aliases.begin(), district.aliases.end(), [&](const Alias& one) { return one.text == wanted; });
    if (district.code == wanted || district.name == wanted || alias) return district.code;
  }
  return std::nullopt;
}

std::optional<std::string> subject_in(std::string_view text, const Catalogue& catalogue) {
  const std::string wanted = stripped(text);
  if (lower(wanted) == "theory" || wanted == "理论") return "theory";
  const std::string first = wanted.substr(0, wanted.find(' '));
  for (const Project& project : catalogue.projects) {
    const bool alias = std::any_of(project.aliases.begin(), project.aliases.end(), [&](const Alias& one) { return one.text == wanted; });
    if (lower(project.id) == lower(first) || project.name == wanted || alias) return project.id;
  }
  return std::nullopt;
}

std::optional<std::vector<int>> weekdays_in(std::string_view text) {
  const std::string plain =
      replaced(std::string(text), {{"星期", ""}, {"周", ""},  {"一", "1"},  {"二", "2"}, {"三", "3"}, {"四", "4"}, {"五", "5"},
                                   {"六", "6"},  {"日", "7"}, {"天", "7"},  {"至", "-"}, {"到", "-"}, {"—", "-"},  {"–", "-"},
                                   {"～", "-"},  {"~", "-"},  {" - ", "-"}, {"，", ","}, {"、", ","}, {"；", ","}});
  std::vector<int> days;
  for (const std::string& part : cut(plain, ",; \n"))
    if (!add_days(days, part)) return std::nullopt;
  std::sort(days.begin(), days.end());
  if (days.empty() || std::adjacent_find(days.begin(), days.end()) != days.end()) return std::nullopt;
  return days;
}

std::optional<std::vector<std::string>> slots_in(std::string_view text) {
  const std::string plain = replaced(
      lower(text), {{"全天", "am,pm"}, {"上午", "am"}, {"下午", "pm"}, {"晚上", "eve"}, {"evening", "eve"}, {"，", ","}, {"、", ","}, {"；", ","}});
  std::vector<std::string> slots;
  for (const std::string& part : cut(plain, ",; \n")) {
    constexpr std::array known{"am", "pm", "eve"};
    if (std::find(known.begin(), known.end(), part) == known.end() || std::find(slots.begin(), slots.end(), part) != slots.end())
      return std::nullopt;
    slots.push_back(part);
  }
  return slots;
}

std::vector<std::string> list_in(std::string_view text) { return cut(replaced(std::string(text), {{"；", ";"}}), ";\n"); }

} // namespace ankao::registry
