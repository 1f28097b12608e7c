// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.hpp"
#include "paper/layout.hpp"

namespace ankao::paper {

/// Puts the values in. Problem paper.value_missing when a name has no value; {page} and {pages} of the foot stay for the writers,
/// {n} in a repeated row counts from 1.
Result<Sheet> fill(const Form& form, const Values& values, long long made_at);

} // namespace ankao::paper
