// SPDX-License-Identifier: Apache-2.0
// What a summary report was drafted from, and the whole of a signed one, as canonical JSON: the same bytes for the same report.
#pragma once

#include <string>

#include "reporting/words/summary.hpp"

namespace ankao::reporting {

std::string write_facts(const SummaryFacts& facts);
/// Written by write_facts; anything else is a broken invariant.
SummaryFacts read_facts(const std::string& text);

/// Campaign, district, edition, number, who drafted and who signs, chapters and facts: what the digest of an edition is of.
std::string write_edition(const Summary& summary, const std::string& drafter, const std::string& signer, Instant at);
/// The report as it was signed: texts and facts, number and signatures.
Summary read_edition(const std::string& content);

} // namespace ankao::reporting
