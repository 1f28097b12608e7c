// SPDX-License-Identifier: Apache-2.0
// Whole files in and out. Writing is all or nothing: a temporary file beside the target, flushed, then renamed over it.
#pragma once

#include <functional>
#include <string>
#include <string_view>

#include "base/result.hpp"

namespace ankao {

/// Problem file.unreadable. "-" reads standard input.
Result<std::string> read_file(const std::string& path);
/// Problem file.unwritable; the old file then stands unchanged. "-" writes standard output.
Result<void> write_file(const std::string& path, std::string_view bytes);

using Piece = std::function<void(std::string_view bytes)>;
/// The same piece by piece, for what need not fit in memory: `make` is called once and hands over the pieces.
Result<void> write_file(const std::string& path, const std::function<void(const Piece&)>& make);

} // namespace ankao
