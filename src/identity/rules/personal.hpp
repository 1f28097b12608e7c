// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "base/date.hpp"
#include "base/result.hpp"
#include "identity/words/personal.hpp"

namespace ankao::identity {

/// The city sees everybody, a district who belongs to it, an institution or site its own accounts, a person themself.
bool may_see(const Viewer& viewer, const Home& home);

/// The change as it is kept: numbers checked, spelt one way. Problems number.*, at "/national_id", "/telephone", "/email".
Result<PersonalChange> checked(const PersonalChange& change, Date today);

PersonalData masked(const PersonalData& clear);

/// Why somebody wants to see a number: 4 to 200 characters, and no number in it that could be the one asked for: the reason goes to the
/// ledger, which is kept for ever. Problems identity.reason_missing, reason_long, reason_personal.
Result<void> check_reveal_reason(const std::string& reason);

} // namespace ankao::identity
