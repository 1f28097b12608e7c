// SPDX-License-Identifier: Apache-2.0
// law/enforcement.yaml.
#pragma once

#include <string_view>

#include "base/result.hpp"
#include "enforcement/words/law.hpp"

namespace ankao::enforcement {

/// Strict: an unknown, missing or doubled key or a value out of place is refused with file and line (enforcement.law_*). Every kind
/// stands once; every ground once, with each kind at most once; a range of months stands with suspensions and only there.
Result<EnforcementLaw> read_law(std::string_view yaml);
/// A broken file is a broken invariant.
const EnforcementLaw& shipped_law();

} // namespace ankao::enforcement
