// SPDX-License-Identifier: Apache-2.0
#include "deadlines/files/holidays.hpp"

#include <yaml-cpp/yaml.h>

#include "embedded/embedded.hpp"

namespace ankao::deadlines {
namespace {

constexpr unsigned k_saturday = 6;

Problem invalid(const std::string& reason) { return problem("deadlines.file_invalid", {{"reason", reason}}); }

Result<std::map<Date, std::string>> read_days(const YAML::Node& nodes, int year) {
  std::map<Date, std::string> days;
  for (const auto& node : nodes) {
    const auto text = node["date"].as<std::string>();
    const auto date = parse_date(text);
    if (!date || date->year() != year) return invalid(text);
    if (!days.emplace(*date, node["name"].as<std::string>()).second) return invalid(text + " ×2");
  }
  return days;
}

Result<CalendarYear> read_nodes(const YAML::Node& file) {
  CalendarYear out;
  out.year = file["year"].as<int>();
  out.source = file["source"].as<std::string>();
  auto rest = read_days(file["rest"], out.year);
  if (!rest) return rest.problem();
  auto worked = read_days(file["worked"], out.year);
  if (!worked) return worked.problem();
  for (const auto& [date, name] : *worked)
    if (date.weekday() < k_saturday || rest->contains(date)) return invalid(to_string(date));
  out.rest = std::move(*rest);
  out.worked = std::move(*worked);
  return out;
}

WorkingDays load() {
  std::vector<CalendarYear> years;
  for (const std::string_view path : embedded::list("data/holidays/")) {
    auto year = read_year(*embedded::find(path));
    ensure(year.ok(), "the shipped calendar is well formed: " + std::string(path));
    years.push_back(std::move(*year));
  }
  return WorkingDays(std::move(years));
}

} // namespace

Result<CalendarYear> read_year(std::string_view yaml) {
  try {
    return read_nodes(YAML::Load(std::string(yaml)));
  } catch (const YAML::Exception& error) {
    return invalid(error.what());
  }
}

const WorkingDays& shipped_calendar() {
  static const WorkingDays calendar = load();
  return calendar;
}

} // namespace ankao::deadlines
