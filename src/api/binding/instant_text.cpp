// SPDX-License-Identifier: Apache-2.0
#include "api/binding/instant_text.hpp"

namespace ankao::api {
namespace {

/// Two digits at `at`, in [0, high].
std::optional<int> two(std::string_view text, std::size_t at, int high) {
  if (at + 2 > text.size()) return std::nullopt;
  const char a = text[at];
  const char b = text[at + 1];
  if (a < '0' || a > '9' || b < '0' || b > '9') return std::nullopt;
  const int value = (a - '0') * 10 + (b - '0');
  return value <= high ? std::optional<int>(value) : std::nullopt;
}

/// ".5" -> 500 ms; moves `text` behind it. Nothing when there is a dot without one to three digits.
std::optional<int> take_fraction(std::string_view& text) {
  if (text.empty() || text[0] != '.') return 0;
  std::size_t used = 1;
  int value = 0;
  int scale = 100;
  for (; used < text.size() && text[used] >= '0' && text[used] <= '9'; ++used, scale /= 10) value += (text[used] - '0') * scale;
  if (used == 1 || used > 4) return std::nullopt;
  text.remove_prefix(used);
  return value;
}

/// "Z" or "+08:00" in minutes.
std::optional<int> offset_minutes(std::string_view text) {
  if (text == "Z") return 0;
  if (text.size() != 6 || (text[0] != '+' && text[0] != '-') || text[3] != ':') return std::nullopt;
  const auto hours = two(text, 1, 23);
  const auto minutes = two(text, 4, 59);
  if (!hours || !minutes) return std::nullopt;
  return (*hours * 60 + *minutes) * (text[0] == '-' ? -1 : 1);
}

} // namespace

std::optional<Instant> parse_instant(std::string_view text) {
  if (text.size() < 20 || text[10] != 'T' || text[13] != ':' || text[16] != ':') return std::nullopt;
  const auto date = parse_date(text.substr(0, 10));
  const auto hour = two(text, 11, 23);
  const auto minute = two(text, 14, 59);
  const auto second = two(text, 17, 59);
  std::string_view rest = text.substr(19);
  const auto fraction = take_fraction(rest);
  if (!date || !hour || !minute || !second || !fraction) return std::nullopt;
  const auto offset = offset_minutes(rest);
  if (!offset) return std::nullopt;
  const std::int64_t minutes = std::int64_t{date->days} * 1440 + *hour * 60 + *minute - *offset;
  return Instant{(minutes * 60 + *second) * 1000 + *fraction};
}

} // namespace ankao::api
