// SPDX-License-Identifier: Apache-2.0
// The proofs that need no prices: visits that cannot be spared (E), and seats that no set of sessions fills (V).
#pragma once

#include <set>

#include "draw/bounds/certificate.hpp"
#include "draw/bounds/exact.hpp"
#include "draw/bounds/scope.hpp"

namespace ankao::draw::proving {

/// Visits above R7's limit that the institution's batches of the subject need at least.
std::int64_t exceptions_needed(const Scope& scope, int institution, int subject);

/// Vacant seats of the subject's own rooms, or nothing when the table is not a proof.
std::optional<std::int64_t> vacancy_proven(const Scope& scope, const CoinTable& table);

} // namespace ankao::draw::proving
