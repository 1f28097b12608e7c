// SPDX-License-Identifier: Apache-2.0
// Scoring: answers in, findings and a result out. Every score is a list of findings that add up to it, and the same answers under the
// same version of a checklist give the same score on every machine.
#pragma once

#include "base/result.hpp"
#include "inspection/words/answers.hpp"

namespace ankao::inspection {

/// Version of these rules; stored with every score.
inline constexpr int k_scoring = 1;

/// Whether an answer can be taken. Problems inspection.item_unknown, column_unknown, part_unknown, part_doubled, mark_impossible, thing_unknown,
/// things_missing, minus_missing, minus_range, reason_missing, minus_not_asked, serious_not_mandatory.
Result<void> check(const Checklist& checklist, const Answer& answer);

/// Answers that check() refuses are broken invariants; of two answers to one item and column the last counts.
Score score(const Checklist& checklist, const std::vector<Answer>& answers, const Applied& applied = {});

/// Why it came out so: the verdict first, then each finding that counts.
std::vector<WhyLine> why(const Checklist& checklist, const Score& score);

} // namespace ankao::inspection
