// SPDX-License-Identifier: Apache-2.0
// The registry's lists: columns, filters, order.
#pragma once

#include "lists/words/list.hpp"

namespace ankao::registry::routes {

const lists::List& institution_list();
const lists::List& site_list();
const lists::List& report_list();
const lists::List& suspension_list();
const lists::List& condition_list();
const lists::List& staff_list();
const lists::List& organisation_list();

} // namespace ankao::registry::routes
