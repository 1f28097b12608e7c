// SPDX-License-Identifier: Apache-2.0
// "ankao-draw-bundle/1": the whole record of a draw as canonical JSON.
#pragma once

#include <string>
#include <string_view>

#include "base/result.hpp"
#include "draw/bundle/bundle.hpp"

namespace ankao::draw {

/// As strict about form as the other readers, and besides the bytes must be canonical JSON already: one bundle has one text.
/// Whether the record holds is verify_bundle()'s business. The member `digests` may be missing; `former` ({"instance","lost","plan"}) stands
/// in the record of a redraw only.
Result<Bundle> read_bundle(std::string_view bytes);

/// Canonical JSON, without a final newline, with the digests of its members; `actual` and `stated` of the value are not looked at.
std::string write_bundle(const Bundle& bundle);

/// What is published at the freeze: the canonical JSON of the rule, and its SM3 stands among the bundle's digests.
std::string write_seed_rule(const SeedRule& rule);

/// "2024-03-05T09:30:00.000+08:00" exactly, as to_string(Instant) writes it.
std::optional<Instant> parse_moment(std::string_view text);

} // namespace ankao::draw
