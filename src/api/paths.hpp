// SPDX-License-Identifier: Apache-2.0
// Path templates: "/api/plans/{month}/batches/{id}".
#pragma once

#include <map>
#include <optional>
#include <string>
#include <string_view>
#include <vector>

namespace ankao::api {

/// "/api/plans/{month}" -> {"month"}.
std::vector<std::string> path_parameters(std::string_view path_template);

using PathValues = std::map<std::string, std::string, std::less<>>;
/// The values of the parameters when the path fits; a parameter takes exactly one non-empty step.
std::optional<PathValues> match_path(std::string_view path_template, std::string_view path);

} // namespace ankao::api
