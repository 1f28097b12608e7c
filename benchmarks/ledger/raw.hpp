// SPDX-License-Identifier: Apache-2.0
// Bare SM3: the limit everything about the log is held against.
#pragma once

#include <functional>
#include <string>
#include <string_view>
#include <vector>

namespace ankao::bench {

struct Sm3Maker {
  std::string name;
  /// Hashes `bytes` `times` times, each a message of its own.
  std::function<void(std::string_view bytes, int times)> run;
};

/// This program's own, Botan's, OpenSSL's.
std::vector<Sm3Maker> makers();

/// Blocks of 64 bytes a second, padding counted, over long messages or over messages of 65 bytes (inner nodes).
double blocks_a_second(const Sm3Maker& maker, std::size_t message, double seconds = 1);

} // namespace ankao::bench
