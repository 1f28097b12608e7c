// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "db/db.hpp"
#include "reporting/words/measures.hpp"

namespace ankao::reporting {

/// Of a campaign; of one district when it is not empty. The honesty gap is taken from places with a signed self-inspection and a signed
/// inspection; severity stays open while nothing corrects for overlapping teams.
Measures measures_of(db::Transaction& transaction, const std::string& campaign, const std::string& district);

/// The sums of the rows, which it puts in order: the widest gap first.
HonestyGap honesty_of(std::vector<HonestyRow> rows);

} // namespace ankao::reporting
