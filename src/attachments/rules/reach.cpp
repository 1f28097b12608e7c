// SPDX-License-Identifier: Apache-2.0
#include "attachments/rules/reach.hpp"

#include <charconv>

namespace ankao::attachments {
namespace {

constexpr std::int64_t k_unit = 1'000'000;
constexpr std::size_t k_decimals = 6;
constexpr std::size_t k_shown = 2;
constexpr std::int64_t k_most_latitude = 90 * k_unit;
constexpr std::int64_t k_most_metres = 1'000'000;

std::string written(std::int64_t value) {
  const std::int64_t size = value < 0 ? -value : value;
  const std::string rest = std::to_string(size % k_unit);
  return (value < 0 ? "-" : "") + std::to_string(size / k_unit) + "." + std::string(k_decimals - rest.size(), '0') + rest;
}

std::string masked(std::int64_t value) {
  std::string out = written(value);
  out.replace(out.size() - (k_decimals - k_shown), std::string::npos, "****");
  return out;
}

} // namespace

bool reaches(const std::string& kind, const std::string& id, const Subject& subject) {
  if (kind == "city") return true;
  if (id.empty()) return false;
  if (kind == "district") return subject.district == id || subject.second_district == id;
  if (kind == "institution") return subject.institution == id;
  return kind == "site" && subject.site == id;
}

std::string masked_position(std::int64_t latitude, std::int64_t longitude) { return masked(latitude) + ", " + masked(longitude); }
std::string written_position(std::int64_t latitude, std::int64_t longitude) { return written(latitude) + ", " + written(longitude); }

std::optional<std::pair<std::int64_t, std::int64_t>> read_position(const std::string& kept) {
  std::pair<std::int64_t, std::int64_t> out;
  const char* end = kept.data() + kept.size();
  const auto first = std::from_chars(kept.data(), end, out.first);
  if (first.ec != std::errc() || first.ptr == end || *first.ptr != ',') return std::nullopt;
  const auto second = std::from_chars(first.ptr + 1, end, out.second);
  return second.ec == std::errc() && second.ptr == end ? std::optional(out) : std::nullopt;
}

std::optional<DevicePlace> read_device_place(const std::string& kept) {
  const auto last = kept.rfind(',');
  if (last == std::string::npos) return std::nullopt;
  const auto place = read_position(kept.substr(0, last));
  std::int64_t metres = 0;
  const char* end = kept.data() + kept.size();
  const auto read = std::from_chars(kept.data() + last + 1, end, metres);
  if (!place || read.ec != std::errc() || read.ptr != end) return std::nullopt;
  const DevicePlace out{place->first, place->second, metres};
  return possible(out) ? std::optional(out) : std::nullopt;
}

std::string kept_text(const DevicePlace& place) { return std::to_string(place.latitude) + "," + std::to_string(place.longitude) + "," + std::to_string(place.metres); }

bool possible(const DevicePlace& place) {
  const auto within = [](std::int64_t value, std::int64_t most) { return value >= -most && value <= most; };
  return within(place.latitude, k_most_latitude) && within(place.longitude, 2 * k_most_latitude) && place.metres >= 0 && place.metres <= k_most_metres;
}

} // namespace ankao::attachments
