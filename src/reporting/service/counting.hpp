// SPDX-License-Identifier: Apache-2.0
// The one place where records become what is counted. A further kind of record (self-inspection reports, production units, typical cases)
// is added here and nowhere else.
#pragma once

#include <map>
#include <set>
#include <string>
#include <vector>

#include "db/db.hpp"
#include "reporting/words/figures.hpp"

namespace ankao::reporting {

/// Sources that the platform has records of; the figures of others are left open, never shown as nothing.
const std::set<Source>& recorded_sources();

/// By district, "" what belongs to none; read once for all periods, which follow each other.
std::map<std::string, Basis> basis_of(db::Transaction& transaction, const std::string& campaign, const std::string& district, const std::vector<Period>& periods);
/// Of the whole city: what is tallied one after another, decisions by day.
Basis joined(const std::map<std::string, Basis>& districts);

/// Records of one source from the first day to the last, by day; of one district when it is not empty. Units have no names yet.
std::vector<Item> items(db::Transaction& transaction, const std::string& campaign, const std::string& district, Source source, Date from, Date to);
/// Adds the names that are missing: for the rows of a page.
void name_units(db::Transaction& transaction, const std::string& campaign, std::vector<Item>& items);

} // namespace ankao::reporting
