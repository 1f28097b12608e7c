// SPDX-License-Identifier: Apache-2.0
// The lists of what follows publication.
#pragma once

#include "lists/words/list.hpp"

namespace ankao::planning {

const lists::List& feedback_list();
const lists::List& failure_list();
const lists::List& ending_list();
const lists::List& objection_list();
const lists::List& move_list();

} // namespace ankao::planning
