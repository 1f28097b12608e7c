// SPDX-License-Identifier: Apache-2.0
// Lists of what surrounds a month plan.
#pragma once

#include "lists/words/list.hpp"

namespace ankao::planning {

const lists::List& parameter_change_list();
const lists::List& quota_list();
const lists::List& arrangement_list();

} // namespace ankao::planning
