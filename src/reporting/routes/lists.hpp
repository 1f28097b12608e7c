// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "lists/words/list.hpp"

namespace ankao::reporting {

const lists::List& return_list();
const lists::List& item_list();
const lists::List& summary_list();

} // namespace ankao::reporting
