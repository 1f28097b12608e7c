// SPDX-License-Identifier: Apache-2.0
// Argon2id (RFC 9106) through Botan. The cost stands in each hash, so it may rise: an outdated hash is renewed at the next sign-in.
#pragma once

#include <string>

#include "identity/service/random.hpp"
#include "identity/words/settings.hpp"

namespace ankao::identity {

std::string hash_password(const std::string& password, const HashCost& cost, Random& random);
/// Takes the same time whether it fits or not. A hash that cannot be read fits nothing.
bool fits_password(const std::string& password, const std::string& hash);
bool is_outdated(const std::string& hash, const HashCost& cost);

} // namespace ankao::identity
