// SPDX-License-Identifier: Apache-2.0
// Marks of a campaign from its records: few columns, from indexes alone where there is one.
#pragma once

#include <map>
#include <string>

#include "db/db.hpp"
#include "inspection/words/marks.hpp"

namespace ankao::inspection::store {

struct MarkFilter {
  std::string campaign, district; ///< district "": of every one
  Instant from, before;           ///< the first moment, and the first after the last
  std::set<Marked> which;
};
Marks marks(db::Transaction& transaction, const MarkFilter& filter);

/// What units of a campaign are called, by subject.
std::map<std::string, std::string> names_of_units(db::Transaction& transaction, const std::string& campaign, const std::set<std::string>& subjects);

} // namespace ankao::inspection::store
