// SPDX-License-Identifier: Apache-2.0
// The figures by which two draws of a month are compared: levels, distances, waiting, loads of the sites.
#pragma once

#include "draw/rules/model.hpp"
#include "draw/words/measures.hpp"

namespace ankao::draw {

Measures measures_of(const Model& model, const Plan& plan);

/// Sums of several draws; the loads are joined by site.
Measures added(Measures sum, const Measures& more);

} // namespace ankao::draw
