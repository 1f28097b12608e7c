// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>
#include <utility>
#include <vector>

namespace ankao::paper {

/// Parts in this order, all dated alike, so that the same parts give the same bytes.
std::string zip_of(const std::vector<std::pair<std::string, std::string>>& parts, long long dated);

} // namespace ankao::paper
