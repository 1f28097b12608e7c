// SPDX-License-Identifier: Apache-2.0
#include "base/date.hpp"

#include <cstdio>

namespace ankao {
namespace {

constexpr std::int64_t k_ms_per_day = 86'400'000;
constexpr std::int64_t k_china_offset_ms = 8 * 3'600'000;

std::optional<int> digits(std::string_view text) {
  int value = 0;
  for (const char c : text) {
    if (c < '0' || c > '9') return std::nullopt;
    value = value * 10 + (c - '0');
  }
  return value;
}

std::int64_t floor_div(std::int64_t a, std::int64_t b) { return a / b - (a % b < 0 ? 1 : 0); }

} // namespace

Date make_date(int year, unsigned month, unsigned day) {
  const std::chrono::year_month_day ymd{std::chrono::year{year}, std::chrono::month{month}, std::chrono::day{day}};
  return Date{static_cast<std::int32_t>(std::chrono::sys_days{ymd}.time_since_epoch().count())};
}

std::optional<Date> parse_date(std::string_view text) {
  if (text.size() != 10 || text[4] != '-' || text[7] != '-') return std::nullopt;
  const auto y = digits(text.substr(0, 4));
  const auto m = digits(text.substr(5, 2));
  const auto d = digits(text.substr(8, 2));
  if (!y || !m || !d || *y < 1900 || *y > 2199) return std::nullopt;
  const std::chrono::year_month_day ymd{std::chrono::year{*y}, std::chrono::month{static_cast<unsigned>(*m)},
                                        std::chrono::day{static_cast<unsigned>(*d)}};
  if (!ymd.ok()) return std::nullopt;
  return make_date(*y, static_cast<unsigned>(*m), static_cast<unsigned>(*d));
}

std::string to_string(Date date) {
  const auto ymd = date.ymd();
  char text[24];
  std::snprintf(text, sizeof text, "%04d-%02u-%02u", int{ymd.year()}, unsigned{ymd.month()}, unsigned{ymd.day()});
  return text;
}

std::optional<Month> parse_month(std::string_view text) {
  if (text.size() != 7) return std::nullopt;
  const auto date = parse_date(std::string(text) + "-01");
  if (!date) return std::nullopt;
  return month_of(*date);
}

std::string to_string(Month month) { return to_string(month.first()).substr(0, 7); }

std::string to_string(Instant instant) {
  const std::int64_t local = instant.ms + k_china_offset_ms;
  const std::int64_t day = floor_div(local, k_ms_per_day);
  const auto in_day = static_cast<long>(local - day * k_ms_per_day);
  char text[40];
  std::snprintf(text, sizeof text, "T%02ld:%02ld:%02ld.%03ld+08:00", in_day / 3'600'000, in_day / 60'000 % 60, in_day / 1000 % 60,
                in_day % 1000);
  return to_string(Date{static_cast<std::int32_t>(day)}) + text;
}

Date date_of(Instant instant) { return Date{static_cast<std::int32_t>(floor_div(instant.ms + k_china_offset_ms, k_ms_per_day))}; }

Instant start_of(Date date) { return Instant{date.days * k_ms_per_day - k_china_offset_ms}; }

} // namespace ankao
