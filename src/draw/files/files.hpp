// SPDX-License-Identifier: Apache-2.0
// The draw's files: strict readers and canonical writers. UTF-8 JSON, integers only, every fault named by its JSON pointer.
#pragma once

#include <string>
#include <string_view>

#include "base/result.hpp"
#include "base/sm3.hpp"
#include "draw/words/instance.hpp"
#include "draw/words/plan.hpp"

namespace ankao::draw {

/// An instance with the digest that plans and records cite: the SM3 of its canonical JSON (keys sorted by code point, no spaces,
/// UTF-8 unescaped), whatever the spacing or key order of the file it came from.
struct ReadInstance {
  Instance instance;
  std::string canonical;
  Digest digest;
};

/// Reads "ankao-draw-instance/2". Refuses (ids draw.file.*; Problem::at is the JSON pointer of the fault) what is not exactly that:
/// not UTF-8, not JSON, cut short, nested deeper than k_max_depth, a missing, unknown or doubled member, a fraction, a number out
/// of range, a doubled id, a date outside the month, a reference to nothing, an incomplete distance table.
Result<ReadInstance> read_instance(std::string_view bytes);

/// Reads "ankao-draw-plan/2" with the same strictness about form; whether it is lawful is the checker's business.
Result<Plan> read_plan(std::string_view bytes);

/// Canonical JSON, without a final newline.
std::string write_instance(const Instance& instance);
std::string write_plan(const Plan& plan);

} // namespace ankao::draw
