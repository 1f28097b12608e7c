// SPDX-License-Identifier: Apache-2.0
// law/checklists/*.yaml: strict reading (every fault names its line, what stands there and what may stand there) and writing.
#pragma once

#include <string>
#include <string_view>
#include <vector>

#include "base/result.hpp"
#include "inspection/words/checklist.hpp"

namespace ankao::inspection {

/// Problems inspection.checklist_syntax, _key_unknown, _key_missing, _value, _doubled at "<name>:<line>", and those of check().
Result<Checklist> read_checklist(std::string_view yaml, const std::string& name = "checklist");

/// JSON, which the reader takes as well: what a version that the city entered is kept as. The same bytes for the same checklist.
std::string write_checklist(const Checklist& checklist);

/// The forms as issued, by id; a broken file is a broken invariant. Safe to call from several threads.
const std::vector<Checklist>& shipped_checklists();
const Checklist* shipped_checklist(const std::string& id);

/// Names that a part's `fact` may carry.
const std::vector<std::string>& known_facts();

} // namespace ankao::inspection
