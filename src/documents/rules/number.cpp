// SPDX-License-Identifier: Apache-2.0
#include "documents/rules/number.hpp"

namespace ankao::documents {
namespace {

std::string put(std::string text, std::string_view name, const std::string& value) {
  const auto at = text.find(name);
  return at == std::string::npos ? text : text.replace(at, name.size(), value);
}

} // namespace

std::string series_of(const Kind& kind, int year, const std::string& institution) {
  return put(put(kind.number, "{year}", std::to_string(year)), "{institution}", institution);
}

std::string number_in(const std::string& series, std::int64_t n) { return put(series, "{n}", std::to_string(n)); }

std::string written(Date day) { return std::to_string(day.year()) + "年" + std::to_string(day.month()) + "月" + std::to_string(day.day()) + "日"; }
std::string written(Month month) { return std::to_string(month.year) + "年" + std::to_string(month.month) + "月"; }

} // namespace ankao::documents
