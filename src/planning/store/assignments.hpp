// SPDX-License-Identifier: Apache-2.0
// Assignments of examiners and their interests in the database.
#pragma once

#include <set>
#include <string>
#include <vector>

#include "db/db.hpp"
#include "planning/words/assignment.hpp"

namespace ankao::planning {

void insert_assignment(db::Transaction& transaction, const Assignment& assignment);
void end_assignment(db::Transaction& transaction, const Assignment& assignment);
std::optional<Assignment> find_assignment(db::Transaction& transaction, const std::string& id);
/// Those that stand, by id.
std::vector<Assignment> live_assignments(db::Transaction& transaction, Month month);
/// Ids of the sessions of a month that an examiner is assigned to.
std::set<std::string> sessions_assigned(db::Transaction& transaction, const std::string& account, Month month);

void insert_interest(db::Transaction& transaction, const Interest& interest);
void end_interest(db::Transaction& transaction, const Interest& interest);
std::optional<Interest> find_interest(db::Transaction& transaction, const std::string& id);
/// Those that stand, of one account or (empty) of all, by name and institution.
std::vector<Interest> live_interests(db::Transaction& transaction, const std::string& account = "");

} // namespace ankao::planning
