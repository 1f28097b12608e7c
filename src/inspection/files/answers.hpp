// SPDX-License-Identifier: Apache-2.0
// Answers, teams and results as JSON, as they are kept.
#pragma once

#include <string>
#include <vector>

#include "inspection/words/visit.hpp"

namespace ankao::inspection {

/// The same bytes for the same value. Reading what was never written here is a broken invariant.
std::string write_answer(const Answer& answer);
Answer read_answer(const std::string& json);
std::string write_team(const std::vector<Member>& team);
std::vector<Member> read_team(const std::string& json);
/// For its digest: what was signed can be computed again and compared.
std::string write_score(const Score& score);

} // namespace ankao::inspection
