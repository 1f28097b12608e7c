// SPDX-License-Identifier: Apache-2.0
// Is a bundle what it claims to be? Everything that can be known from the bundle alone, each fault with its place.
#pragma once

#include <vector>

#include "base/result.hpp"
#include "draw/bundle/bundle.hpp"
#include "draw/engine/engine.hpp"

namespace ankao::draw {

/// The most work a bundle may ask for when it is repeated.
inline constexpr std::int64_t k_most_bundle_work = 1'000'000'000'000;

struct VerifyOptions {
  bool redraw = true;                            ///< draws again with the frozen engine and work limit and compares every byte
  std::function<void(const Progress&)> progress; ///< of the repeated draw; may be empty
};

/// The findings (ids draw.bundle.*; Problem::at is the JSON pointer), in the order of the ceremony; none: the record holds.
std::vector<Problem> verify_bundle(const Bundle& bundle, const VerifyOptions& options = {});

} // namespace ankao::draw
