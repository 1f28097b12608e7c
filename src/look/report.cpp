// SPDX-License-Identifier: Apache-2.0
#include "look/report.hpp"

#include <algorithm>
#include <charconv>

#include "base/date.hpp"

namespace ankao::look {
namespace {

constexpr int k_largest_side = 1'000'000;
constexpr std::int64_t k_pole = 90'000'000;
constexpr std::int64_t k_half_turn = 180'000'000;
constexpr std::string_view k_jpeg = "\xFF\xD8\xFF";

void put(std::string& out, std::string_view name, std::string_view value) {
  if (value.empty()) return;
  out += std::string(name) + " " + std::to_string(value.size()) + "\n";
  out += value;
  out += "\n";
}

template <class Number>
bool read_number(std::string_view text, Number low, Number high, Number& out) {
  const auto [end, error] = std::from_chars(text.data(), text.data() + text.size(), out);
  return error == std::errc() && end == text.data() + text.size() && out >= low && out <= high;
}

bool is_type(std::string_view text) {
  return text.size() <= k_longest_text && text.find('/') != std::string_view::npos &&
         std::all_of(text.begin(), text.end(), [](char c) { return (c >= 'a' && c <= 'z') || (c >= 'A' && c <= 'Z') || (c >= '0' && c <= '9') || std::string_view("/+.-_").find(c) != std::string_view::npos; });
}

bool is_drawn(std::string_view bytes) { return bytes.size() <= k_largest_drawn && bytes.starts_with(k_jpeg); }

bool take_position(std::string_view text, Position& out) {
  const auto comma = text.find(',');
  return comma != std::string_view::npos && read_number(text.substr(0, comma), -k_pole, k_pole, out.latitude) &&
         read_number(text.substr(comma + 1), -k_half_turn, k_half_turn, out.longitude);
}

bool keep(std::string& place, std::string_view value, bool fits) {
  if (!fits || !place.empty()) return false;
  place = value;
  return true;
}

bool take(Found& found, std::string_view name, std::string_view value) {
  if (name == "type") return keep(found.type, value, is_type(value));
  if (name == "width") return read_number(value, 1, k_largest_side, found.width);
  if (name == "height") return read_number(value, 1, k_largest_side, found.height);
  if (name == "taken") return keep(found.taken, value, is_moment(value));
  if (name == "zone") return keep(found.zone, value, is_zone(value));
  if (name == "camera") return keep(found.camera, value, clean_text(value) == value);
  if (name == "software") return keep(found.software, value, clean_text(value) == value);
  if (name == "small") return keep(found.small, value, is_drawn(value));
  if (name == "large") return keep(found.large, value, is_drawn(value));
  if (name == "position") return take_position(value, found.position.emplace());
  if (name != "fault" || (value != "pixels" && value != "broken")) return false;
  found.fault = value == "pixels" ? Fault::TooManyPixels : Fault::Broken;
  return true;
}

/// The length of the UTF-8 character at the beginning, 0 when it is none.
std::size_t character(std::string_view text) {
  const auto first = static_cast<unsigned char>(text[0]);
  const std::size_t length = first < 0x80 ? 1 : first >= 0xC2 && first < 0xE0 ? 2 : first >= 0xE0 && first < 0xF0 ? 3 : first >= 0xF0 && first < 0xF5 ? 4 : 0;
  if (length == 0 || length > text.size()) return 0;
  for (std::size_t i = 1; i < length; ++i)
    if ((static_cast<unsigned char>(text[i]) & 0xC0u) != 0x80u) return 0;
  const auto second = length > 1 ? static_cast<unsigned char>(text[1]) : 0u;
  const bool overlong = (first == 0xE0 && second < 0xA0) || (first == 0xF0 && second < 0x90);
  const bool beyond = (first == 0xED && second >= 0xA0) || (first == 0xF4 && second >= 0x90);
  return overlong || beyond ? 0 : length;
}

} // namespace

std::string clean_text(std::string_view text) {
  std::string out;
  for (std::size_t at = 0; at < text.size();) {
    const std::size_t length = character(text.substr(at));
    const auto first = static_cast<unsigned char>(text[at]);
    const bool control = length == 1 && (first < 0x20 || first == 0x7F);
    const bool raised_control = length == 2 && first == 0xC2 && static_cast<unsigned char>(text[at + 1]) < 0xA0;
    const std::string_view taken = length == 0 || control || raised_control ? std::string_view("?") : text.substr(at, length);
    if (out.size() + taken.size() > k_longest_text) break;
    out += taken;
    at += std::max<std::size_t>(length, 1);
  }
  return out;
}

bool is_moment(std::string_view text) {
  int hours = 0, minutes = 0, seconds = 0;
  return text.size() == 19 && parse_date(text.substr(0, 10)) && text[10] == ' ' && text[13] == ':' && text[16] == ':' &&
         read_number(text.substr(11, 2), 0, 23, hours) && read_number(text.substr(14, 2), 0, 59, minutes) && read_number(text.substr(17, 2), 0, 59, seconds);
}

bool is_zone(std::string_view text) {
  if (text.size() != 6 || (text[0] != '+' && text[0] != '-') || text[3] != ':') return false;
  int hours = 0, minutes = 0;
  return read_number(text.substr(1, 2), 0, 14, hours) && read_number(text.substr(4, 2), 0, 59, minutes);
}

std::string write_report(const Found& found) {
  std::string out;
  put(out, "type", found.type);
  if (found.width > 0) put(out, "width", std::to_string(found.width));
  if (found.height > 0) put(out, "height", std::to_string(found.height));
  put(out, "taken", found.taken);
  put(out, "zone", found.zone);
  put(out, "camera", found.camera);
  put(out, "software", found.software);
  if (found.position) put(out, "position", std::to_string(found.position->latitude) + "," + std::to_string(found.position->longitude));
  put(out, "small", found.small);
  put(out, "large", found.large);
  if (found.fault != Fault::None) put(out, "fault", found.fault == Fault::TooManyPixels ? "pixels" : "broken");
  return out;
}

Result<Found> read_report(std::string_view report) {
  const Problem failed = problem("look.failed");
  Found found;
  while (!report.empty()) {
    const auto space = report.find(' ');
    const auto line = report.find('\n');
    std::size_t size = 0;
    if (line == std::string_view::npos || space >= line || !read_number(report.substr(space + 1, line - space - 1), std::size_t{1}, k_largest_drawn, size)) return failed;
    if (report.size() - line < size + 2 || report[line + 1 + size] != '\n') return failed;
    if (!take(found, report.substr(0, space), report.substr(line + 1, size))) return failed;
    report.remove_prefix(line + size + 2);
  }
  if (found.type.empty()) return failed;
  return found;
}

} // namespace ankao::look
