// SPDX-License-Identifier: Apache-2.0
// The registry's lists: columns, filters, order.
#pragma once

#include "lists/words/list.hpp"

namespace ankao::registry::routes {

const lists::List& institution_list();
const lists::List& site_list();
const lists::List& report_list();
const lists::List& suspension_list();

/// Choices that other capabilities' lists offer too.
lists::Options district_options();
/// Operation projects and, when asked, theory.
lists::Options subject_options();

} // namespace ankao::registry::routes
