// SPDX-License-Identifier: Apache-2.0
// law/inspection.yaml.
#pragma once

#include <string_view>

#include "base/result.hpp"
#include "inspection/words/campaign.hpp"

namespace ankao::inspection {

/// The problems of read_checklist for spelling; every district inspects once and is inspected once, none itself.
Result<InspectionLaw> read_law(std::string_view yaml);
/// A broken file is a broken invariant.
const InspectionLaw& shipped_law();

} // namespace ankao::inspection
