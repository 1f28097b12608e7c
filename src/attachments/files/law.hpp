// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <string>

#include "attachments/words/law.hpp"

namespace ankao::attachments {

/// A line that is not understood, a kind that stands nowhere, an ending of two kinds: a broken invariant.
FileLaw read_file_law(const std::string& yaml);
const FileLaw& shipped_file_law();

} // namespace ankao::attachments
