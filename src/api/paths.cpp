// SPDX-License-Identifier: Apache-2.0
#include "api/paths.hpp"

namespace ankao::api {
namespace {

/// Cuts the first step off "/a/b": "a".
std::string_view take_step(std::string_view& path) {
  if (!path.empty() && path[0] == '/') path.remove_prefix(1);
  const std::size_t end = path.find('/');
  const std::string_view step = path.substr(0, end);
  path.remove_prefix(end == std::string_view::npos ? path.size() : end);
  return step;
}

bool is_parameter(std::string_view step) { return step.size() > 2 && step.front() == '{' && step.back() == '}'; }

} // namespace

std::vector<std::string> path_parameters(std::string_view path_template) {
  std::vector<std::string> out;
  while (!path_template.empty()) {
    const std::string_view step = take_step(path_template);
    if (is_parameter(step)) out.emplace_back(step.substr(1, step.size() - 2));
  }
  return out;
}

std::optional<PathValues> match_path(std::string_view path_template, std::string_view path) {
  PathValues values;
  while (!path_template.empty() && !path.empty()) {
    const std::string_view expected = take_step(path_template);
    const std::string_view step = take_step(path);
    if (step.empty() && !expected.empty()) return std::nullopt;
    if (is_parameter(expected))
      values.emplace(expected.substr(1, expected.size() - 2), step);
    else if (expected != step)
      return std::nullopt;
  }
  if (!path_template.empty() || !path.empty()) return std::nullopt;
  return values;
}

} // namespace ankao::api
