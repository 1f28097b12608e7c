// SPDX-License-Identifier: Apache-2.0
#include "http/words/fields.hpp"

#include <algorithm>
#include <charconv>

namespace ankao::http {
namespace {

int hex_value(char c) {
  if (c >= '0' && c <= '9') return c - '0';
  if (c >= 'a' && c <= 'f') return c - 'a' + 10;
  if (c >= 'A' && c <= 'F') return c - 'A' + 10;
  return -1;
}

enum class Plus { Literal, Space };

std::optional<std::string> percent_decoded(std::string_view text, Plus plus) {
  std::string out;
  out.reserve(text.size());
  for (std::size_t i = 0; i < text.size(); ++i) {
    if (text[i] != '%') {
      out += plus == Plus::Space && text[i] == '+' ? ' ' : text[i];
      continue;
    }
    const int high = i + 2 < text.size() ? hex_value(text[i + 1]) : -1;
    const int low = i + 2 < text.size() ? hex_value(text[i + 2]) : -1;
    if (high < 0 || low < 0) return std::nullopt;
    out += static_cast<char>(high * 16 + low);
    i += 2;
  }
  return out;
}

bool is_continuation(std::string_view text, std::size_t at, unsigned low, unsigned high) {
  return at < text.size() && static_cast<unsigned char>(text[at]) >= low && static_cast<unsigned char>(text[at]) <= high;
}

std::size_t utf8_step(std::string_view t, std::size_t i) {
  const auto first = static_cast<unsigned char>(t[i]);
  if (first < 0x80) return 1;
  if (first < 0xC2 || first > 0xF4) return 0;
  if (first < 0xE0) return is_continuation(t, i + 1, 0x80, 0xBF) ? 2 : 0;
  const unsigned low = first == 0xE0 ? 0xA0 : first == 0xF0 ? 0x90 : 0x80;
  const unsigned high = first == 0xED ? 0x9F : first == 0xF4 ? 0x8F : 0xBF;
  if (!is_continuation(t, i + 1, low, high) || !is_continuation(t, i + 2, 0x80, 0xBF)) return 0;
  if (first < 0xF0) return 3;
  return is_continuation(t, i + 3, 0x80, 0xBF) ? 4 : 0;
}

bool is_utf8(std::string_view text) {
  for (std::size_t i = 0; i < text.size();) {
    const std::size_t step = utf8_step(text, i);
    if (step == 0) return false;
    i += step;
  }
  return true;
}

bool has_lost_step(std::string_view path) {
  for (std::size_t at = 0; at < path.size();) {
    const std::size_t end = std::min(path.find('/', at + 1), path.size());
    const std::string_view step = path.substr(at + 1, end - at - 1);
    if (step == "." || step == ".." || (step.empty() && end != path.size())) return true;
    at = end;
  }
  return false;
}

bool is_path(std::string_view path) {
  const bool plain =
      std::none_of(path.begin(), path.end(), [](char c) { return static_cast<unsigned char>(c) < 0x20 || c == 0x7F || c == '\\'; });
  return plain && is_utf8(path) && !has_lost_step(path);
}

bool has_encoded_slash(std::string_view raw) {
  for (std::size_t at = raw.find("%2"); at != std::string_view::npos; at = raw.find("%2", at + 1))
    if (at + 2 < raw.size() && (raw[at + 2] == 'F' || raw[at + 2] == 'f')) return true;
  return false;
}

std::string_view trimmed(std::string_view text) {
  while (!text.empty() && (text.front() == ' ' || text.front() == '\t')) text.remove_prefix(1);
  while (!text.empty() && (text.back() == ' ' || text.back() == '\t')) text.remove_suffix(1);
  return text;
}

/// Takes the part before `mark`, trimmed.
std::string_view take_item(std::string_view& text, char mark) {
  const std::size_t end = std::min(text.find(mark), text.size());
  const std::string_view item = trimmed(text.substr(0, end));
  text.remove_prefix(std::min(end + 1, text.size()));
  return item;
}

/// Thousandths of the q parameter of "gzip;q=0.5"; 1000 without one; 0 when it is unreadable.
int weight(std::string_view parameters) {
  while (!parameters.empty()) {
    const std::string_view one = take_item(parameters, ';');
    if (one.substr(0, 2) != "q=" && one.substr(0, 2) != "Q=") continue;
    double value = 0;
    const auto [end, error] = std::from_chars(one.data() + 2, one.data() + one.size(), value);
    const bool good = error == std::errc() && end == one.data() + one.size() && value >= 0 && value <= 1;
    return good ? static_cast<int>(value * 1000) : 0;
  }
  return 1000;
}

bool same_letters(std::string_view a, std::string_view b) {
  const auto low = [](char c) { return c >= 'A' && c <= 'Z' ? static_cast<char>(c - 'A' + 'a') : c; };
  return a.size() == b.size() && std::equal(a.begin(), a.end(), b.begin(), [&low](char x, char y) { return low(x) == low(y); });
}

std::optional<std::uint64_t> digits(std::string_view text) {
  std::uint64_t value = 0;
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), value);
  if (text.empty() || error != std::errc() || end != text.data() + text.size()) return std::nullopt;
  return value;
}

RangeAnswer last_bytes(std::uint64_t count, std::uint64_t size) {
  if (count == 0 || size == 0) return {RangeFinding::Unsatisfiable, {}};
  return {RangeFinding::Part, {count >= size ? 0 : size - count, size - 1}};
}

} // namespace

std::optional<Target> parse_target(std::string_view target) {
  if (target.empty() || target.front() != '/') return std::nullopt;
  const std::size_t mark = target.find('?');
  const std::string_view raw_path = target.substr(0, mark);
  if (has_encoded_slash(raw_path)) return std::nullopt;
  auto path = percent_decoded(raw_path, Plus::Literal);
  if (!path || !is_path(*path)) return std::nullopt;
  auto query = parse_query(mark == std::string_view::npos ? std::string_view() : target.substr(mark + 1));
  if (!query) return std::nullopt;
  return Target{std::move(*path), std::move(*query)};
}

std::optional<Query> parse_query(std::string_view text) {
  Query out;
  while (!text.empty()) {
    const std::size_t end = std::min(text.find('&'), text.size());
    const std::string_view pair = text.substr(0, end);
    text.remove_prefix(std::min(end + 1, text.size()));
    if (pair.empty()) continue;
    const std::size_t equals = std::min(pair.find('='), pair.size());
    auto name = percent_decoded(pair.substr(0, equals), Plus::Space);
    auto value = percent_decoded(pair.substr(std::min(equals + 1, pair.size())), Plus::Space);
    const auto usable = [](const std::optional<std::string>& part) {
      return part && is_utf8(*part) && part->find('\0') == std::string::npos;
    };
    if (!usable(name) || !usable(value)) return std::nullopt;
    out.emplace_back(std::move(*name), std::move(*value));
  }
  return out;
}

std::optional<std::string> cookie_value(std::string_view header, std::string_view name) {
  while (!header.empty()) {
    const std::string_view pair = take_item(header, ';');
    const std::size_t equals = pair.find('=');
    if (equals == std::string_view::npos || trimmed(pair.substr(0, equals)) != name) continue;
    std::string_view value = trimmed(pair.substr(equals + 1));
    if (value.size() >= 2 && value.front() == '"' && value.back() == '"') value = value.substr(1, value.size() - 2);
    return std::string(value);
  }
  return std::nullopt;
}

RangeAnswer parse_range(std::string_view header, std::uint64_t size) {
  header = trimmed(header);
  if (header.size() < 6 || !same_letters(header.substr(0, 6), "bytes=")) return {};
  const std::string_view spec = trimmed(header.substr(6));
  const std::size_t dash = spec.find('-');
  if (dash == std::string_view::npos || spec.find(',') != std::string_view::npos) return {};
  const auto first = digits(spec.substr(0, dash));
  const auto last = digits(spec.substr(dash + 1));
  if (dash == 0) return last ? last_bytes(*last, size) : RangeAnswer{};
  if (!first || (dash + 1 < spec.size() && !last) || (last && *last < *first)) return {};
  if (*first >= size) return {RangeFinding::Unsatisfiable, {}};
  return {RangeFinding::Part, {*first, last ? std::min(*last, size - 1) : size - 1}};
}

problems::Language accepted_language(std::string_view header) {
  int best = 0;
  auto language = problems::Language::Chinese;
  while (!header.empty()) {
    std::string_view item = take_item(header, ',');
    const std::string_view tag = take_item(item, ';');
    const bool english = same_letters(tag.substr(0, 2), "en") && (tag.size() == 2 || tag[2] == '-');
    const bool chinese = same_letters(tag.substr(0, 2), "zh") && (tag.size() == 2 || tag[2] == '-');
    const int weighs = weight(item);
    if ((!english && !chinese) || weighs <= best) continue;
    best = weighs;
    language = english ? problems::Language::English : problems::Language::Chinese;
  }
  return language;
}

Encoding accepted_encoding(std::string_view header) {
  bool gzip = false;
  bool brotli = false;
  while (!header.empty()) {
    std::string_view item = take_item(header, ',');
    const std::string_view coding = take_item(item, ';');
    if (weight(item) == 0) continue;
    gzip = gzip || same_letters(coding, "gzip");
    brotli = brotli || same_letters(coding, "br");
  }
  return brotli ? Encoding::Brotli : gzip ? Encoding::Gzip : Encoding::Identity;
}

std::string_view name_of(Encoding encoding) {
  switch (encoding) {
  case Encoding::Identity:
    return "identity";
  case Encoding::Gzip:
    return "gzip";
  case Encoding::Brotli:
    return "br";
  }
  return "identity";
}

bool matches_etag(std::string_view header, std::string_view etag) {
  while (!header.empty()) {
    std::string_view item = take_item(header, ',');
    if (item == "*") return true;
    if (item.substr(0, 2) == "W/") item.remove_prefix(2);
    if (item == etag) return true;
  }
  return false;
}

} // namespace ankao::http
