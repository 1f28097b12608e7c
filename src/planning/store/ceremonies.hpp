// SPDX-License-Identifier: Apache-2.0
// Ceremonies and who takes part in them.
#pragma once

#include <optional>
#include <vector>

#include "db/db.hpp"
#include "planning/words/ceremony.hpp"

namespace ankao::planning {

void insert_ceremony(db::Transaction& transaction, const Ceremony& ceremony, const std::vector<CeremonyParty>& parties);
std::optional<Ceremony> find_ceremony(db::Transaction& transaction, Month month, int version);
/// Newest month and version first.
std::vector<Ceremony> ceremonies(db::Transaction& transaction, int limit);
/// By id, as bytes.
std::vector<CeremonyParty> ceremony_parties(db::Transaction& transaction, Month month, int version);
std::optional<CeremonyParty> find_party(db::Transaction& transaction, Month month, int version, const std::string& id);

/// False when one stands already: the first counts.
bool put_commitment(db::Transaction& transaction, Month month, int version, const CeremonyParty& party);
bool put_nonce(db::Transaction& transaction, Month month, int version, const CeremonyParty& party);
/// What one person announced; another announcement takes its place until a second person has confirmed it.
void put_value(db::Transaction& transaction, const Ceremony& ceremony);

} // namespace ankao::planning
