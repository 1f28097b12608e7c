// SPDX-License-Identifier: Apache-2.0
// Identity's lists: accounts, attempts to sign in, live sessions.
#pragma once

#include "lists/words/list.hpp"

namespace ankao::identity {

const lists::List& account_list();
const lists::List& attempt_list();
const lists::List& online_list();

} // namespace ankao::identity
