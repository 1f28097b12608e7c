// SPDX-License-Identifier: Apache-2.0
#include "registry/rules/address_cell.hpp"

#include <algorithm>

#include "registry/rules/text.hpp"

namespace ankao::registry {
namespace {

constexpr std::u32string_view k_number_marks = U"、.)";
constexpr std::u32string_view k_between_addresses = U"、，,；;。/";
constexpr std::u32string_view k_dashes = U"—–―‐‑‒−~～〜";

/// "①" is "1、".
std::u32string spell_out_circles(const std::u32string& text) {
  std::u32string out;
  for (const char32_t c : text) {
    const bool circled = c >= U'①' && c <= U'⑨';
    out += circled ? c - U'①' + U'1' : c;
    if (circled) out += U'、';
  }
  return out;
}

/// Where the text of address `number` starts, if its numbering ("2、", "(2)") stands at `at`; 0 otherwise.
std::size_t after_number(const std::u32string& text, std::size_t at, int number) {
  std::size_t i = at;
  const bool bracket = i < text.size() && text[i] == U'(';
  if (bracket) ++i;
  if (i >= text.size() || text[i] != U'0' + static_cast<char32_t>(number)) return 0;
  ++i;
  if (i >= text.size() || !is_one_of(text[i], k_number_marks) || (bracket && text[i] != U')')) return 0;
  ++i;
  if (bracket && i < text.size() && text[i] == U'、') ++i;
  return i < text.size() && is_han(text[i]) ? i : 0;
}

std::u32string trimmed(std::u32string text) {
  while (!text.empty() && is_one_of(text.back(), k_between_addresses)) text.pop_back();
  while (!text.empty() && is_one_of(text.front(), k_between_addresses)) text.erase(0, 1);
  return text;
}

/// "1、… 2、…". One piece when the cell is not numbered from 1; "1.2.3楼" inside an address is no numbering.
std::vector<std::u32string> split_numbered(const std::u32string& text) {
  std::vector<std::u32string> pieces;
  std::size_t begin = after_number(text, 0, 1);
  if (begin == 0) return {text};
  for (std::size_t at = begin; at < text.size(); ++at) {
    const bool inside_number = is_digit(text[at - 1]) || text[at - 1] == U'-';
    const std::size_t next = inside_number || pieces.size() >= 8 ? 0 : after_number(text, at, static_cast<int>(pieces.size()) + 2);
    if (next == 0) continue;
    pieces.push_back(trimmed(text.substr(begin, at - begin)));
    begin = next;
    at = next;
  }
  pieces.push_back(trimmed(text.substr(begin)));
  return pieces;
}

class AddressReader {
public:
  AddressReader(const std::vector<std::string>& row_districts, const Catalogue& catalogue, const Place& place)
      : row_districts_(row_districts)
      , catalogue_(catalogue)
      , place_(place)
      , city_(decode(catalogue.city_name)) {
    for (const District& district : catalogue.districts) {
      names_.push_back({decode(district.name), &district});
      for (const Alias& alias : district.aliases) names_.push_back({decode(alias.text), &district});
    }
  }

  /// Two addresses without numbers: the second begins with the city's name.
  std::vector<std::u32string> split_at_city(const std::u32string& text) const {
    std::vector<std::u32string> pieces;
    std::size_t begin = 0;
    for (auto at = text.find(city_, 1); at != std::u32string::npos; at = text.find(city_, at + 1)) {
      const bool separated = is_one_of(text[at - 1], k_between_addresses);
      if (!separated && district_at(text, at + city_.size()) == nullptr) continue;
      if (!begins_anew(text, at)) continue;
      pieces.push_back(trimmed(text.substr(begin, at - begin)));
      begin = at;
    }
    pieces.push_back(trimmed(text.substr(begin)));
    std::erase(pieces, std::u32string());
    return pieces;
  }

  PrintedAddress read(const std::u32string& piece) {
    PrintedAddress address;
    address.printed = encode(piece);
    const std::u32string text = normal_dashes(piece);
    note_kept_signs(piece);
    address.text = encode(complete(text, address.district));
    if (address.text != encode(text)) place_.ask("X-10", address.printed, {"补全为：" + address.text, "completed to: " + address.text});
    note_other_district(address);
    return address;
  }

private:
  struct Name {
    std::u32string text;
    const District* district;
  };

  const Name* district_at(const std::u32string& text, std::size_t at) const {
    for (const Name& name : names_)
      if (starts_with(text, at, name.text)) return &name;
    return nullptr;
  }

  /// "广东省广州市…" is one address: nothing but a province stands before the city.
  static bool begins_anew(const std::u32string& text, std::size_t at) { return at > 3 || text[at - 1] != U'省'; }

  std::u32string normal_dashes(const std::u32string& text) const {
    std::u32string out;
    for (const char32_t c : text) {
      const char32_t sign = is_one_of(c, k_dashes) ? U'-' : c;
      if (sign == U'-' && !out.empty() && (out.back() == U'-' || out.back() == U' ')) out.pop_back();
      out += sign;
    }
    if (out != text) place_.note("X-07", encode(text), {"统一连接号：" + encode(out), "dashes made alike: " + encode(out)});
    return out;
  }

  /// "18-20号" joins house numbers; "322-83号" is one number.
  static bool is_ascending_range(const std::u32string& text, std::size_t dash) {
    std::size_t begin = dash;
    while (begin > 0 && is_digit(text[begin - 1])) --begin;
    std::size_t end = dash + 1;
    while (end < text.size() && is_digit(text[end])) ++end;
    const auto left = text.substr(begin, dash - begin);
    const auto right = text.substr(dash + 1, end - dash - 1);
    if (left.empty() || right.empty()) return false;
    return left.size() != right.size() ? left.size() < right.size() : left < right;
  }

  void note_kept_signs(const std::u32string& text) const {
    const auto keep = [&](const char* chinese, const char* english) { place_.note("X-07", encode(text), {chinese, english}); };
    if (text.find(U'、') != std::u32string::npos)
      keep("地址内的顿号保留，不拆分", "the separator inside the address stays, the address is not cut");
    for (std::size_t i = 1; i + 1 < text.size(); ++i) {
      const bool between_digits = is_digit(text[i - 1]) && is_digit(text[i + 1]);
      if (between_digits && text[i] == U'.') return keep("地址内的点号保留", "the dots inside the address stay");
      if (text[i] == U'-' && is_ascending_range(text, i))
        return keep("地址内的门牌范围保留", "the range of numbers inside the address stays");
    }
  }

  /// Gives the address its city and district; `code` tells which.
  std::u32string complete(const std::u32string& text, std::string& code) const {
    const auto city_at = text.find(city_);
    const bool has_city = city_at != std::u32string::npos && (city_at == 0 || !begins_anew(text, city_at));
    if (has_city) return text.substr(0, city_at) + city_ + complete_district(text.substr(city_at + city_.size()), code);
    const std::u32string short_city = city_.substr(0, city_.size() - 1);
    const bool lost_suffix = starts_with(text, 0, short_city) && district_at(text, short_city.size()) != nullptr;
    return city_ + complete_district(lost_suffix ? text.substr(short_city.size()) : text, code);
  }

  std::u32string complete_district(const std::u32string& text, std::string& code) const {
    if (const Name* name = district_at(text, 0)) {
      code = name->district->code;
      return decode(name->district->name) + text.substr(name->text.size());
    }
    for (const std::string& row_code : row_districts_) {
      const std::u32string full = decode(catalogue_.district(row_code)->name);
      const std::u32string shortened = full.substr(0, full.size() - 1);
      if (!starts_with(text, 0, shortened) || !names_a_street(text.substr(shortened.size(), 5))) continue;
      code = row_code;
      return full + text.substr(shortened.size());
    }
    if (row_districts_.size() != 1) return text;
    code = row_districts_.front();
    return decode(catalogue_.district(code)->name) + text;
  }

  /// "从化江埔街…" names the district and a street office in it, "白云大道…" a road.
  static bool names_a_street(const std::u32string& text) {
    const auto at = text.find_first_of(U"街镇乡");
    return at != std::u32string::npos && at >= 2 && text.find_first_of(U"路道") > at;
  }

  void note_other_district(const PrintedAddress& address) const {
    if (address.district.empty()) {
      place_.ask("X-10", address.printed, {"无法确定所在区，请补充", "the district is unknown, please add it"});
      return;
    }
    if (std::find(row_districts_.begin(), row_districts_.end(), address.district) != row_districts_.end()) return;
    const District& district = *catalogue_.district(address.district);
    place_.note("X-04", address.printed,
                {"地址位于" + district.name + "，与区域栏不同，按地址单独记录",
                 "the address lies in " + district.english + ", not in the district of the row; each address has its own"});
  }

  const std::vector<std::string>& row_districts_;
  const Catalogue& catalogue_;
  const Place& place_;
  std::u32string city_;
  std::vector<Name> names_;
};

void note_cleaning(const Cleaned& cleaned, const std::string& printed, const Place& place) {
  if (cleaned.closed_up) place.note("X-09", printed, {"去掉汉字间的换行空格", "line-break blanks between Chinese characters taken out"});
  for (const std::u32string& doubled : cleaned.doubled)
    place.ask("X-10", encode(doubled),
              {"换行处可能重复印字，保留原文", "perhaps a character printed twice at a line break; left as printed"});
}

} // namespace

std::vector<PrintedAddress> read_addresses(const std::string& printed, const std::vector<std::string>& districts,
                                           const Catalogue& catalogue, const Place& place) {
  const Cleaned cleaned = clean(printed);
  note_cleaning(cleaned, printed, place);
  AddressReader reader(districts, catalogue, place);
  auto pieces = split_numbered(spell_out_circles(cleaned.text));
  const std::string count = std::to_string(pieces.size());
  if (pieces.size() > 1)
    place.note("X-05", printed, {"按编号拆为 " + count + " 个地址", "cut at the numbers into " + count + " addresses"});
  if (pieces.size() == 1) {
    pieces = reader.split_at_city(pieces.front());
    if (pieces.size() > 1)
      place.note("X-06", printed,
                 {"按城市名拆为 " + std::to_string(pieces.size()) + " 个地址",
                  "cut before the city's name into " + std::to_string(pieces.size()) + " addresses"});
  }
  place.refuse_more_than(k_most_entries, pieces.size());
  pieces.resize(std::min(pieces.size(), k_most_entries));
  std::vector<PrintedAddress> addresses;
  for (const std::u32string& piece : pieces)
    if (!piece.empty()) addresses.push_back(reader.read(piece));
  if (addresses.empty()) place.refuse("registry.cell_empty");
  return addresses;
}

} // namespace ankao::registry
