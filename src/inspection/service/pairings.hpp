// SPDX-License-Identifier: Apache-2.0
// Drawing the pairs of a year: the rule first, then a public value entered by two people, then the pairs (M-3.2c, A4).
#pragma once

#include "inspection/service/party.hpp"
#include "inspection/words/draws.hpp"

namespace ankao::inspection {

/// Publishes rule and digest. inspection.pairing_stands, pairing_year (Annex 4 holds), pairing_time (not in the future), text_missing,
/// pairing_impossible.
Result<Paper> announce_pairing(db::Database& database, const Party& party, const std::string& campaign, const std::string& how, Instant available_at);
/// The value as its source announced it, after its time. inspection.pairing_none, pairing_early, paper_state, text_missing.
Result<Paper> enter_pairing_value(db::Database& database, const Party& party, const std::string& campaign, const std::string& value);
/// Another person enters it again; the pairs follow. inspection.pairing_own, pairing_differs.
Result<Paper> confirm_pairing_value(db::Database& database, const Party& party, const std::string& campaign, const std::string& value);

} // namespace ankao::inspection
