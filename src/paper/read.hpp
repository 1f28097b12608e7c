// SPDX-License-Identifier: Apache-2.0
// Layout data from YAML, strictly: an unknown key, a value out of range or a table that does not close is refused with its place.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "paper/layout.hpp"

namespace ankao::paper {

/// Problems paper.layout_*, `at` is like "blocks/3/rows/2/1".
Result<Form> read_form(const std::string& id, std::string_view yaml);

/// The forms carried in the program, by id; a broken one is a broken invariant. Safe to call from several threads.
const std::map<std::string, Form>& shipped_forms();

} // namespace ankao::paper
