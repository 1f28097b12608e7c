// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "lists/words/list.hpp"

namespace ankao::enforcement {

const lists::List& decision_list();

} // namespace ankao::enforcement
