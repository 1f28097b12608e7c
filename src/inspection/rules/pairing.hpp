// SPDX-License-Identifier: Apache-2.0
// Which district inspects which, drawn so that anybody can draw it again (A4, G-58). A ticket is SM3 of seed, place and districts.
// The districts choose in the order of their tickets "order"; each takes, of those that are left and with which the rest still come out,
// the one whose ticket "pair" is least. Not itself, not last year's.
#pragma once

#include <string>
#include <vector>

#include "base/result.hpp"
#include "inspection/words/draws.hpp"

namespace ankao::inspection {

/// The text whose SM3 is published before the public value is known.
std::string pairing_rule_text(const std::string& campaign, const PairingRecord& record);
/// SM3 of the rule's digest and the public value, in hexadecimal.
std::string pairing_seed(const std::string& rule_sm3, const std::string& value);
std::string order_ticket(const std::string& seed, const std::string& district);
std::string pair_ticket(const std::string& seed, const std::string& by, const std::string& of);

/// Every district inspects once and is inspected once. inspection.pairing_impossible: so few districts that the bars leave nothing.
Result<std::vector<Pair>> draw_pairs(const std::vector<std::string>& districts, const std::vector<Pair>& barred, const std::string& seed);

} // namespace ankao::inspection
