// SPDX-License-Identifier: Apache-2.0
// Who can owe something on a day, from the register: the city, its districts, institutions and sites.
#pragma once

#include <string>
#include <vector>

#include "db/db.hpp"
#include "deadlines/words/term.hpp"

namespace ankao::server {

std::vector<deadlines::Owner> owners(db::Transaction& transaction, const std::string& kind, Date day);

} // namespace ankao::server
