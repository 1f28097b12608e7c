// SPDX-License-Identifier: Apache-2.0
// Identity's lists: accounts, attempts to sign in.
#pragma once

#include "lists/words/list.hpp"

namespace ankao::identity {

const lists::List& account_list();
const lists::List& attempt_list();

} // namespace ankao::identity
