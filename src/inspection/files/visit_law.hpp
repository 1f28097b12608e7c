// SPDX-License-Identifier: Apache-2.0
// law/visits.yaml.
#pragma once

#include <string_view>

#include "base/result.hpp"
#include "inspection/words/record.hpp"

namespace ankao::inspection {

/// The problems of read_checklist for spelling; a fact stands once.
Result<VisitLaw> read_visit_law(std::string_view yaml);
/// A broken file is a broken invariant.
const VisitLaw& shipped_visit_law();

} // namespace ankao::inspection
