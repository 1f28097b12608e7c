// SPDX-License-Identifier: Apache-2.0
// The lists of the special inspection.
#pragma once

#include "lists/words/list.hpp"

namespace ankao::inspection {

const lists::List& target_list();
const lists::List& visit_list();
const lists::List& defect_list();
const lists::List& self_report_list();

} // namespace ankao::inspection
