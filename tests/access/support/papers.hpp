// SPDX-License-Identifier: Apache-2.0
// Papers of a campaign that belong to a district, an institution and a site each, the own and the strange one.
#pragma once

#include <string>

#include "db/db.hpp"
#include "inspection/words/papers.hpp"

namespace ankao::tests {

/// Ids of an own and a strange paper of a place (`kind`: district, institution, site, own for the examination organisation); made once.
std::string paper_of(db::Database& database, inspection::PaperKind paper, const std::string& kind, const std::string& id, const std::string& state);

} // namespace ankao::tests
