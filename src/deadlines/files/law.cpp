// SPDX-License-Identifier: Apache-2.0
#include "deadlines/files/law.hpp"

#include <yaml-cpp/yaml.h>

#include "base/ensure.hpp"
#include "embedded/embedded.hpp"

namespace ankao::deadlines {
namespace {

HolidayLaw read_period(const YAML::Node& node) {
  HolidayLaw law{node["from_year"].as<int>(), node["statutory_days"].as<int>(), {}};
  for (const auto& text : node["fixed_days"]) {
    const auto date = parse_date(std::to_string(law.from_year) + "-" + text.as<std::string>());
    ensure(date.has_value(), "law/holidays.yaml: fixed_days are month-day");
    law.fixed_days.push_back({date->month(), date->day()});
  }
  return law;
}

std::vector<HolidayLaw> load() {
  std::vector<HolidayLaw> periods;
  for (const auto& node : YAML::Load(std::string(*embedded::find("law/holidays.yaml")))["periods"]) {
    periods.push_back(read_period(node));
    ensure(periods.size() == 1 || periods[periods.size() - 2].from_year < periods.back().from_year, "law/holidays.yaml: periods ascend");
  }
  ensure(!periods.empty(), "law/holidays.yaml: there are periods");
  return periods;
}

} // namespace

const std::vector<HolidayLaw>& shipped_holiday_law() {
  static const std::vector<HolidayLaw> law = load();
  return law;
}

} // namespace ankao::deadlines
