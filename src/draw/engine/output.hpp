// SPDX-License-Identifier: Apache-2.0
// From indices back to the plan that people and files see.
#pragma once

#include <string>

#include "draw/rules/judge.hpp"
#include "draw/words/plan.hpp"

namespace ankao::draw {

/// Complete plan: sessions in order, levels, exceptions, and why each candidate without a seat has none. The seating is lawful.
Plan to_plan(const Model& model, const Seating& seating, const Digest& instance_digest, const Seed& seed, std::string engine);

} // namespace ankao::draw
