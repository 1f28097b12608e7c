// SPDX-License-Identifier: Apache-2.0
// The city's changes of parameters in the database.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "db/db.hpp"
#include "planning/words/parameter.hpp"

namespace ankao::planning {

struct ChangeFilter {
  std::string parameter, state, order = "id";
  std::int64_t limit = 100'000, offset = 0;
};
struct ChangeList {
  std::int64_t total = 0;
  std::vector<ParameterChange> items;
};

void insert_change(db::Transaction& transaction, const ParameterChange& change);
/// False when somebody decided already.
bool decide_change(db::Transaction& transaction, const ParameterChange& change);
std::optional<ParameterChange> find_change(db::Transaction& transaction, const std::string& id);
ChangeList list_changes(db::Transaction& transaction, const ChangeFilter& filter);

} // namespace ankao::planning
