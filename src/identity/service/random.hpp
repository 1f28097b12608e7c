// SPDX-License-Identifier: Apache-2.0
// Chance as a port: the operating system's generator in the program, a counted one in tests.
#pragma once

#include <cstdint>
#include <span>
#include <string>

namespace ankao::identity {

class Random {
public:
  virtual ~Random() = default;
  /// Unpredictable bytes; safe to call from many threads.
  virtual void fill(std::span<std::uint8_t> bytes) = 0;
};

class SystemRandom : public Random {
public:
  void fill(std::span<std::uint8_t> bytes) override;
};

/// Lower-case hexadecimal of `count` random bytes.
std::string random_hex(Random& random, std::size_t count);
/// Four groups of four characters that cannot be misread (no 0 o 1 l i): about 79 bits, to be typed once.
std::string random_password(Random& random);

} // namespace ankao::identity
