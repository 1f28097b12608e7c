// SPDX-License-Identifier: Apache-2.0
#pragma once

#include "db/db.hpp"
#include "reporting/words/measures.hpp"

namespace ankao::reporting {

/// Of a campaign; of one district when it is not empty, with its own team. Both are those of the page of measures
/// (inspection/service/measures): scores are of the items that unit and office both looked at; severity stays open while too few places were
/// inspected by two teams.
Measures measures_of(db::Transaction& transaction, const std::string& campaign, const std::string& district);

/// The sums of the rows, which it puts in order: the widest gap first.
HonestyGap honesty_of(std::vector<HonestyRow> rows);

} // namespace ankao::reporting
