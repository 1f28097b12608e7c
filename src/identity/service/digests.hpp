// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "identity/words/account.hpp"
#include "identity/words/delegation.hpp"

namespace ankao::identity {

/// SM3 of the account's canonical JSON (keys in order, no blanks, without the password), for the ledger.
std::string digest_of(const Account& account);
std::string digest_of(const Delegation& delegation);

} // namespace ankao::identity
