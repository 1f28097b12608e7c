// SPDX-License-Identifier: Apache-2.0
// law/conditions.yaml.
#pragma once

#include <string_view>

#include "base/result.hpp"
#include "registry/words/conditions.hpp"

namespace ankao::registry {

/// Problems register.conditions_syntax, _key_unknown, _key_missing, _key_doubled, _value: file, line, key, what is allowed.
Result<ConditionsLaw> read_conditions_law(std::string_view yaml);
/// A broken file is a broken invariant.
const ConditionsLaw& shipped_conditions_law();

} // namespace ankao::registry
