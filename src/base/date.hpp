// SPDX-License-Identifier: Apache-2.0
// Calendar dates without a clock or a time zone. The platform's days are Chinese days (UTC+8, no summer time).
#pragma once

#include <chrono>
#include <compare>
#include <cstdint>
#include <optional>
#include <string>
#include <string_view>

namespace ankao {

/// A day, counted from 1970-01-01. Valid from 1900-01-01 to 2199-12-31.
struct Date {
  std::int32_t days = 0;

  auto operator<=>(const Date&) const = default;
  Date operator+(int n) const { return {days + n}; }
  Date operator-(int n) const { return {days - n}; }
  int operator-(Date other) const { return days - other.days; }

  std::chrono::year_month_day ymd() const { return std::chrono::year_month_day{std::chrono::sys_days{std::chrono::days{days}}}; }
  int year() const { return int{ymd().year()}; }
  unsigned month() const { return unsigned{ymd().month()}; }
  unsigned day() const { return unsigned{ymd().day()}; }
  /// 1 = Monday ... 7 = Sunday (ISO 8601).
  unsigned weekday() const { return std::chrono::weekday{std::chrono::sys_days{std::chrono::days{days}}}.iso_encoding(); }
};

/// "2024-03-05" exactly; nothing for any other text or a day that does not exist.
std::optional<Date> parse_date(std::string_view text);
std::string to_string(Date date);
Date make_date(int year, unsigned month, unsigned day);

/// A calendar month.
struct Month {
  int year = 1970;
  unsigned month = 1;
  auto operator<=>(const Month&) const = default;
  Date first() const { return make_date(year, month, 1); }
  Date last() const { return next().first() - 1; }
  Month next() const { return month == 12 ? Month{year + 1, 1} : Month{year, month + 1}; }
  Month previous() const { return month == 1 ? Month{year - 1, 12} : Month{year, month - 1}; }
  bool contains(Date date) const { return date.year() == year && date.month() == month; }
};

/// "2024-03" exactly.
std::optional<Month> parse_month(std::string_view text);
std::string to_string(Month month);
inline Month month_of(Date date) { return {date.year(), date.month()}; }

/// A moment, in milliseconds since 1970-01-01T00:00:00Z. Text form is RFC 3339 in UTC+8: "2024-03-05T09:30:00.000+08:00".
struct Instant {
  std::int64_t ms = 0;
  auto operator<=>(const Instant&) const = default;
};
std::string to_string(Instant instant);
/// The Chinese calendar day of a moment.
Date date_of(Instant instant);
/// 00:00 in China of a day.
Instant start_of(Date date);

} // namespace ankao
