// SPDX-License-Identifier: Apache-2.0
// What a decision does to the register, in its own transaction.
#pragma once

#include "enforcement/service/decisions.hpp"

namespace ankao::enforcement {

/// "SP-00012" for a suspension, "struck" for a removal or revocation, "" where the register is not touched. Problems register.*.
Result<std::string> apply(db::Transaction& transaction, const Act& act, const Decision& decision);
Result<void> undo(db::Transaction& transaction, const Act& act, const Decision& decision, const std::string& reason);

} // namespace ankao::enforcement
