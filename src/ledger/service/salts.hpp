// SPDX-License-Identifier: Apache-2.0
// The one chance the ledger needs: a salt for each event, so that a name cannot be guessed from its commitment.
#pragma once

#include <string>

namespace ankao::ledger {

/// k_salt_bytes from the operating system; nothing that is recomputed ever depends on them, they are stored with the event.
std::string fresh_salt();

} // namespace ankao::ledger
