// SPDX-License-Identifier: Apache-2.0
// The lists of events and of checkpoints.
#pragma once

#include "lists/words/list.hpp"

namespace ankao::ledger {

const lists::List& event_list();
const lists::List& checkpoint_list();

} // namespace ankao::ledger
