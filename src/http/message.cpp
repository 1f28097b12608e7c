// SPDX-License-Identifier: Apache-2.0
#include "http/message.hpp"

#include "http/words/fields.hpp"

namespace ankao::http {

std::optional<std::string> Request::query_value(std::string_view name) const {
  for (const auto& [key, value] : query)
    if (key == name) return value;
  return std::nullopt;
}

std::optional<std::string> Request::header(std::string_view lower_case_name) const {
  const auto found = headers.find(lower_case_name);
  return found == headers.end() ? std::nullopt : std::optional<std::string>(found->second);
}

std::optional<std::string> Request::cookie(std::string_view name) const {
  const auto found = headers.find("cookie");
  return found == headers.end() ? std::nullopt : cookie_value(found->second, name);
}

} // namespace ankao::http
