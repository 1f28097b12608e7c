// SPDX-License-Identifier: Apache-2.0
// The files of law/ and data/ as they were when the program was built.
#pragma once

#include <optional>
#include <string_view>
#include <vector>

namespace ankao::embedded {

/// The bytes of e.g. "law/roles.yaml"; nothing when no such file was carried.
std::optional<std::string_view> find(std::string_view path);
/// Paths that start with `prefix`, in no particular order.
std::vector<std::string_view> list(std::string_view prefix);

} // namespace ankao::embedded
