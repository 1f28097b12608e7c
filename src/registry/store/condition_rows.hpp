// SPDX-License-Identifier: Apache-2.0
// How rows of the conditions are read and written, for the two files that do so.
#pragma once

#include "registry/store/conditions.hpp"

namespace ankao::registry::condition_rows {

StaffRow person_at(const db::Rows& rows, std::size_t i);
ConditionStanding standing_at(const db::Rows& rows, std::size_t i);

} // namespace ankao::registry::condition_rows
