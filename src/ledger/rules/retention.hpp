// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string_view>

#include "ledger/words/retention.hpp"

namespace ankao::ledger {

/// The term of an event with this subject; `terms` hold one without kinds.
const Term& term_of(const std::vector<Term>& terms, std::string_view subject);
/// The first day on which the payload of a month may go: every event of the month is then `years` old. None: never.
std::optional<Date> expires_on(const Term& term, Month month);
bool covers(const Hold& hold, Month month, std::string_view term);

} // namespace ankao::ledger
