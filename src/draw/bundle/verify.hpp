// SPDX-License-Identifier: Apache-2.0
// Is a bundle what it claims to be? Everything that can be known from the bundle alone, each fault with its place.
#pragma once

#include <vector>

#include "base/result.hpp"
#include "draw/bundle/bundle.hpp"
#include "draw/check/check.hpp"
#include "draw/engine/engine.hpp"

namespace ankao::draw {

/// The most work a bundle may ask for when it is repeated.
inline constexpr std::int64_t k_most_bundle_work = 1'000'000'000'000;

struct VerifyOptions {
  bool redraw = true;                            ///< draws again with the frozen engine and work limit and compares every byte
  std::function<void(const Progress&)> progress; ///< of the repeated draw; may be empty
  std::function<void(const CheckReport&)> checked; ///< what the independent checker found; may be empty
  std::function<void(const Plan&)> redrawn;        ///< the plan of the repeated draw; may be empty
};

/// The parts of a verification, in the order of the ceremony.
enum class Look { Digests, Ceremony, Records, Rules, Redraw };
inline constexpr Look k_looks[] = {Look::Digests, Look::Ceremony, Look::Records, Look::Rules, Look::Redraw};

/// The findings of one part alone.
std::vector<Problem> look_at(const Bundle& bundle, Look look, const VerifyOptions& options = {});

/// The findings (ids draw.bundle.*; Problem::at is the JSON pointer), in the order of the ceremony; none: the record holds.
std::vector<Problem> verify_bundle(const Bundle& bundle, const VerifyOptions& options = {});

} // namespace ankao::draw
