// SPDX-License-Identifier: Apache-2.0
// The list of events.
#pragma once

#include "lists/words/list.hpp"

namespace ankao::ledger {

const lists::List& event_list();

} // namespace ankao::ledger
