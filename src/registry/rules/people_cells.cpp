// SPDX-License-Identifier: Apache-2.0
#include "registry/rules/people_cells.hpp"

#include <algorithm>

#include "registry/rules/text.hpp"

namespace ankao::registry {
namespace {

constexpr std::u32string_view k_between = U"、，,；;/|";
constexpr std::size_t k_longest_name = 4;
constexpr std::u32string_view k_compound_surnames[] = {U"欧阳", U"司徒", U"上官", U"司马", U"诸葛", U"皇甫", U"东方",
                                                       U"公孙", U"慕容", U"令狐", U"尉迟", U"长孙", U"端木", U"夏侯"};

std::vector<std::u32string> split(const std::u32string& text, std::u32string_view separators) {
  std::vector<std::u32string> parts(1);
  for (const char32_t c : text) {
    if (is_one_of(c, separators)) {
      parts.emplace_back();
    } else {
      parts.back() += c;
    }
  }
  return parts;
}

std::vector<std::u32string> split_at_blanks(const std::u32string& text) {
  std::vector<std::u32string> parts;
  bool blank = true;
  for (const char32_t c : text) {
    if (is_blank(c)) {
      blank = true;
      continue;
    }
    if (blank) parts.emplace_back();
    blank = false;
    parts.back() += c;
  }
  return parts;
}

bool all_han(const std::u32string& text) { return std::all_of(text.begin(), text.end(), is_han); }

bool is_compound_surname(const std::u32string& text) {
  return std::find(std::begin(k_compound_surnames), std::end(k_compound_surnames), text) != std::end(k_compound_surnames);
}

/// "欧国 洪" is one name broken over two lines, "王小明 李四" are two: a blank parts only what can be two whole names.
std::vector<std::u32string> join_broken_names(const std::vector<std::u32string>& parts) {
  std::vector<std::u32string> names;
  for (const std::u32string& part : parts) {
    const bool whole = part.size() >= 2 && all_han(part) && !names.empty() && names.back().size() >= 2 && all_han(names.back()) &&
                       !is_compound_surname(names.back());
    if (names.empty() || whole) {
      names.push_back(part);
    } else {
      const bool latin = !all_han(names.back()) && !all_han(part);
      names.back() += (latin ? U" " : U"") + part;
    }
  }
  return names;
}

bool looks_wrong(const std::u32string& name, const Catalogue& catalogue) {
  const std::string text = encode(name);
  if (std::find(catalogue.suspect_contacts.begin(), catalogue.suspect_contacts.end(), text) != catalogue.suspect_contacts.end())
    return true;
  const auto strange = [](char32_t c) { return !is_han(c) && c != U'·'; };
  const bool foreign =
      std::all_of(name.begin(), name.end(), [](char32_t c) { return ((c | 0x20) >= U'a' && (c | 0x20) <= U'z') || c == U' '; });
  if (foreign) return false;
  return name.size() < 2 || (name.size() > k_longest_name && name.find(U'·') == std::u32string::npos) ||
         std::any_of(name.begin(), name.end(), strange);
}

bool is_mobile(const std::string& digits) { return digits.size() == 11 && digits[0] == '1' && digits[1] >= '3'; }

/// Area code and number with or without an extension, a mobile, a service number (400, 800, 95…, 12…), or a number without area code.
bool is_valid_telephone(const std::string& text) {
  std::string number = text;
  std::string extension;
  const auto last = number.rfind('-');
  if (last != std::string::npos && number.find('-') != last && !number.starts_with("400-") && !number.starts_with("800-")) {
    extension = number.substr(last + 1);
    number.resize(last);
    if (extension.empty() || extension.size() > 6) return false;
  }
  const std::string digits = digits_of(number);
  if (digits.empty() || number.front() == '-' || number.back() == '-' || number.find("--") != std::string::npos) return false;
  if (is_mobile(digits)) return true;
  if (digits[0] == '0') return digits.size() >= 10 && digits.size() <= 12;
  if (digits.starts_with("400") || digits.starts_with("800")) return digits.size() == 10;
  if (digits.starts_with("95") && digits.size() >= 5 && digits.size() <= 8) return true;
  if (digits.starts_with("12") && digits.size() == 5) return true;
  return (digits.size() == 7 || digits.size() == 8) && digits[0] >= '2';
}

std::u32string normal_signs(std::u32string text) {
  for (char32_t& c : text)
    if (is_one_of(c, U"—–―‐‑−－")) c = U'-';
  return text;
}

bool only_telephone_characters(const std::u32string& text) {
  return std::all_of(text.begin(), text.end(), [](char32_t c) { return is_digit(c) || is_one_of(c, U"-+()"); });
}

/// Blanks part two numbers ("020-84804349 020-84814206") or stand inside one ("020 8480 4349"): parts are joined until a number is valid.
std::vector<std::string> numbers_in(const std::u32string& part) {
  std::vector<std::string> numbers;
  std::string open;
  for (const std::u32string& word : split_at_blanks(part)) {
    const std::string text = encode(word);
    if (open.empty() && is_valid_telephone(text)) {
      numbers.push_back(text);
      continue;
    }
    open += (open.empty() || open.back() == '-' || text.front() == '-') ? text : open.size() <= 4 && open[0] == '0' ? "-" + text : text;
    if (!is_valid_telephone(open)) continue;
    numbers.push_back(open);
    open.clear();
  }
  if (!open.empty()) numbers.push_back(open);
  return numbers;
}

std::u32string half_width_digits(const std::string& printed) {
  std::u32string out;
  for (const char32_t c : decode(printed)) out += is_blank(c) ? U' ' : clean(encode(std::u32string(1, c))).text.front();
  return normal_signs(out);
}

} // namespace

std::string digits_of(const std::string& telephone) {
  std::string digits;
  for (const char c : telephone)
    if (c >= '0' && c <= '9') digits += c;
  if (telephone.starts_with("+86")) digits.erase(0, 2);
  return digits;
}

std::vector<std::string> read_contacts(const std::string& printed, const Catalogue& catalogue, const Place& place) {
  std::vector<std::string> contacts;
  bool joined = false;
  const auto parts = split(decode(printed), k_between);
  if (parts.size() > k_most_entries) {
    place.refuse_more_than(k_most_entries, parts.size());
    return contacts;
  }
  for (const std::u32string& part : parts) {
    const auto words = split_at_blanks(part);
    const auto names = join_broken_names(words);
    joined = joined || (names.size() < words.size() && std::all_of(words.begin(), words.end(), all_han));
    for (const std::u32string& name : names) {
      if (looks_wrong(name, catalogue))
        place.ask("X-34", encode(name), {"疑似识别或填写错误，请核对", "looks like a misreading or a slip, please check"});
      if (std::find(contacts.begin(), contacts.end(), encode(name)) == contacts.end()) contacts.push_back(encode(name));
    }
  }
  if (joined) place.note("X-09", printed, {"去掉姓名中的换行空格", "line-break blank inside a name taken out"});
  if (contacts.size() > 1)
    place.note("X-25", printed,
               {"拆为 " + std::to_string(contacts.size()) + " 位联系人", "cut into " + std::to_string(contacts.size()) + " contacts"});
  return contacts;
}

std::vector<std::string> read_telephones(const std::string& printed, const Place& place) {
  std::vector<std::string> telephones;
  std::size_t printed_numbers = 0;
  const auto parts = split(half_width_digits(printed), k_between);
  if (parts.size() > k_most_entries) {
    place.refuse_more_than(k_most_entries, parts.size());
    return telephones;
  }
  for (const std::u32string& part : parts)
    for (const std::string& number : numbers_in(part)) {
      ++printed_numbers;
      if (!only_telephone_characters(decode(number)) || !is_valid_telephone(number)) {
        place.refuse("registry.telephone_invalid", {{"value", number}});
        continue;
      }
      const auto same = std::find_if(telephones.begin(), telephones.end(),
                                     [&](const std::string& other) { return digits_of(other) == digits_of(number); });
      if (same != telephones.end()) {
        place.note("X-27", number, {"同一号码重复，只记一次", "the same number twice, recorded once"});
        continue;
      }
      if (is_mobile(digits_of(number)))
        place.note("X-29", number, {"手机号码照记，公开页面可遮蔽", "a mobile number, recorded; public pages may mask it"});
      telephones.push_back(number);
    }
  if (printed_numbers > 1)
    place.note("X-26", printed,
               {"拆为 " + std::to_string(printed_numbers) + " 个号码，不与联系人按序配对",
                "cut into " + std::to_string(printed_numbers) + " numbers, not paired with contacts by position"});
  return telephones;
}

} // namespace ankao::registry
