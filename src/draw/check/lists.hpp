// SPDX-License-Identifier: Apache-2.0
// The parts of a plan that follow from its sessions: order, unplaced list, exceptions list, levels. Are they what they must be?
#pragma once

#include <vector>

#include "draw/check/chains.hpp"
#include "draw/check/check.hpp"
#include "draw/check/sittings.hpp"

namespace ankao::draw::checking {

std::vector<Breach> wrong_order(const Instance& instance, const Plan& plan);
std::vector<Breach> wrong_unplaced(const Sittings& sittings, const Plan& plan);
/// What exceeds R7 and is not listed so is a breach of R7; what is listed and does not exceed it is "exceptions".
std::vector<Breach> wrong_exceptions(const Sittings& sittings, const History& history, const Plan& plan);
std::vector<Breach> wrong_levels(const Levels& actual, const Levels& claimed);

} // namespace ankao::draw::checking
