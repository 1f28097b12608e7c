// SPDX-License-Identifier: Apache-2.0
// What `check` and `explain` found, as canonical JSON with stable keys, for programs to read.
#pragma once

#include <functional>
#include <string>
#include <utility>

#include "draw/check/check.hpp"
#include "draw/explain/explain.hpp"

namespace ankao::draw {

/// The words of a fault and of its remedy, in the language of whoever reads.
using Said = std::function<std::pair<std::string, std::string>(const Problem& fault)>;

/// {"breaches":[{"at","clause","details","id","ids","remedy","rule","what"}],"lawful","levels":{"E","J","Q","U","V","X"},"tickets":[...]}
std::string write_check_report(const CheckReport& report, const Said& said);

/// The fields of Explanation under their own names; tickets as 16 hexadecimal digits, because JSON readers round large numbers.
std::string write_explanation(const Explanation& explanation);

} // namespace ankao::draw
