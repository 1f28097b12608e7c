// SPDX-License-Identifier: Apache-2.0
// How the files of inspection are refused.
#pragma once

#include "lawfile/fields.hpp"

namespace ankao::inspection {

constexpr lawfile::Refusals k_refusals{"inspection.checklist_syntax", "inspection.checklist_key_unknown", "inspection.checklist_key_missing", "inspection.checklist_key_doubled", "inspection.checklist_value"};

} // namespace ankao::inspection
