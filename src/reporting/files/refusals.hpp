// SPDX-License-Identifier: Apache-2.0
// How the files of reporting are refused.
#pragma once

#include "lawfile/fields.hpp"

namespace ankao::reporting {

constexpr lawfile::Refusals k_refusals{"reporting.law_syntax", "reporting.law_key_unknown", "reporting.law_key_missing", "reporting.law_key_doubled", "reporting.law_value"};

} // namespace ankao::reporting
