// SPDX-License-Identifier: Apache-2.0
// The name cell: the institution's name and the exam-site mark inside it.
#pragma once

#include <optional>
#include <string>

#include "registry/rules/findings.hpp"

namespace ankao::registry {

struct NameCell {
  std::string name;
  std::optional<SiteMark> mark;
};

/// Refuses (registry.cell_empty, registry.mark_unknown) an empty name and a bracket that starts with "+" but says nothing known.
NameCell read_name(const std::string& printed, const Place& place);

} // namespace ankao::registry
