// SPDX-License-Identifier: Apache-2.0
// Money as people write it and as it is kept, without a fraction anywhere.
#pragma once

#include <cstdint>
#include <string>

#include "base/result.hpp"

namespace ankao::enforcement {

/// "5000.5" as 500050 fen; 0 for nothing said. Problem enforcement.amount_form.
Result<std::int64_t> fen_of(const std::string& yuan);
/// 500050 as "5000.50", 500000 as "5000".
std::string yuan_of(std::int64_t fen);

} // namespace ankao::enforcement
