// SPDX-License-Identifier: Apache-2.0
// Planning's lists: bookings, sessions of a plan, batches of a plan.
#pragma once

#include "lists/words/list.hpp"

namespace ankao::planning {

const lists::List& booking_list();
const lists::List& session_list();
const lists::List& batch_list();

} // namespace ankao::planning
