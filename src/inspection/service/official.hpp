// SPDX-License-Identifier: Apache-2.0
// A visit on the official form: the printed layout of data/forms with what was found in its columns.
#pragma once

#include "inspection/service/visits.hpp"
#include "paper/layout.hpp"

namespace ankao::inspection {

/// The form of the visit's checklist. A wording that a later version changed stands in the place of the printed one.
Result<paper::Sheet> official_form(const Visit& visit, const Standing& standing, Instant now);

} // namespace ankao::inspection
