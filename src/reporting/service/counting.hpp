// SPDX-License-Identifier: Apache-2.0
// The one place where records become what is counted. A further kind of record (self-inspection reports, production units, typical cases)
// is added here and nowhere else.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "db/db.hpp"
#include "reporting/words/figures.hpp"

namespace ankao::reporting {

/// Sources that the platform has records of; the figures of others are left open, never shown as nothing.
const std::set<Source>& recorded_sources();

/// Of a campaign, from the first day to the last, by day and then by id; of one district when it is not empty.
std::vector<Item> items(db::Transaction& transaction, const std::string& campaign, const std::string& district, Date from, Date to);

} // namespace ankao::reporting
