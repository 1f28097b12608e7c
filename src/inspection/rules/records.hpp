// SPDX-License-Identifier: Apache-2.0
// What questions, witnesses and signatures must say, and what a signed visit still lacks.
#pragma once

#include <string_view>

#include "base/result.hpp"
#include "inspection/words/record.hpp"

namespace ankao::inspection {

/// "12,30 14,33|200,90 201,95": lines parted by |, points by a blank. inspection.ink_form for anything else or too much of it,
/// inspection.ink_empty for a line too short to be a name.
Result<Ink> read_ink(std::string_view text);

/// Only where the form asks (inspection.question_not_asked); texts are there and not too long; the judgement is met, partly or not.
Result<void> check(const Checklist& checklist, const Question& question);
/// A team's signature is one of its members' (inspection.signature_stranger); a refusal has a reason and, by the unit, a witness.
Result<void> check(const Visit& visit, const Signature& signature);

/// Parts that ask and were answered without a question on record, as "1-2/3".
std::vector<std::string> unasked(const Checklist& checklist, const std::vector<Answer>& answers, const std::vector<Question>& questions);

/// Who has neither signed nor refused what stands now: names of members, and "" for the inspected side.
std::vector<std::string> unsigned_by(const Visit& visit, const std::vector<Signature>& signatures, const std::string& content);
/// The last one of each person, in the order in which they signed.
std::vector<Signature> standing_signatures(const std::vector<Signature>& signatures);

/// The clock of a device is off by more than the law lets pass.
bool wrong_clock(const VisitLaw& law, const Stamp& stamp);

} // namespace ankao::inspection
