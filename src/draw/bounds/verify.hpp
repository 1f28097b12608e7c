// SPDX-License-Identifier: Apache-2.0
// The verifier of bounds. Written from draw.md and docs/draw-bounds.md: it shares with the producer only the shape of a
// certificate, and takes what an instance means from the independent checker. Simple and slow; all of it in checked integers.
#pragma once

#include <string>
#include <vector>

#include "draw/bounds/certificate.hpp"
#include "draw/words/instance.hpp"
#include "draw/words/plan.hpp"

namespace ankao::draw {

/// What is wrong with the claims, one English sentence each; empty: every bound is proven. The plan must have passed check().
std::vector<std::string> verify_bounds(const Instance& instance, const Plan& plan, const Bounds& bounds);

} // namespace ankao::draw
