// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "base/result.hpp"
#include "ledger/routes/api.hpp"
#include "ledger/service/proofs.hpp"
#include "ledger/store/events.hpp"
#include "ledger/words/checkpoint.hpp"

namespace ankao::ledger {

std::string hex_of(std::string_view bytes);
dto::LedgerCheckpoint view_of(const Checkpoint& checkpoint);
dto::LedgerEvent view_of(const StoredEvent& stored);
dto::LedgerProof view_of(const Proof& proof, const std::optional<Checkpoint>& checkpoint);
std::vector<std::string> hex_of(const Hashes& hashes);

} // namespace ankao::ledger
