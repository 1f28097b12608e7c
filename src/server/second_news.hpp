// SPDX-License-Identifier: Apache-2.0
// A person is told whatever happens to the second factor of the account: who did not do it must learn of it.
#pragma once

#include "db/db.hpp"
#include "identity/words/second.hpp"

namespace ankao::server {

void tell_second(db::Transaction& transaction, const identity::SecondNews& news, Instant now);

} // namespace ankao::server
