// SPDX-License-Identifier: Apache-2.0
// A drawn plan as a seating, for questions about it.
#pragma once

#include "draw/rules/model.hpp"
#include "draw/rules/seating.hpp"
#include "draw/words/plan.hpp"

namespace ankao::draw {

/// What the plan says, by index; sessions and seats whose ids the instance does not know are left out.
Seating seating_of(const Model& model, const Plan& plan);

/// Index of the id, or -1.
template <class Things>
int index_of(const Things& things, const std::string& id) {
  for (std::size_t i = 0; i < things.size(); ++i)
    if (things[i].id == id) return static_cast<int>(i);
  return -1;
}

} // namespace ankao::draw
