// SPDX-License-Identifier: Apache-2.0
// The value of a Lagrangian relaxation at given prices: a lower bound whatever the prices are.
#pragma once

#include "draw/bounds/certificate.hpp"
#include "draw/bounds/exact.hpp"
#include "draw/bounds/scope.hpp"

namespace ankao::draw::proving {

/// In units of 1/prices.scale. `subject`: the only one looked at (Aim::Shortage); -1: all.
Exact dual_value(const Scope& scope, const Prices& prices, Aim aim, int subject = -1);

} // namespace ankao::draw::proving
