// SPDX-License-Identifier: Apache-2.0
// Broken invariants stop the request, loudly, in release builds too.
#pragma once

#include <stdexcept>
#include <string>
#include <string_view>

namespace ankao {

/// Thrown by ensure(); caught only where a request, a job or a command ends.
class BrokenInvariant : public std::logic_error {
public:
  using std::logic_error::logic_error;
};

[[noreturn]] inline void fail_invariant(std::string_view what, const char* file, int line) {
  throw BrokenInvariant(std::string("broken invariant: ") + std::string(what) + " (" + file + ":" + std::to_string(line) + ")");
}

/// States what must hold whatever the input was; `what` is a sentence for the developer who reads the log.
inline void ensure(bool holds, std::string_view what, const char* file = __builtin_FILE(), int line = __builtin_LINE()) {
  if (!holds) fail_invariant(what, file, line);
}

} // namespace ankao
