// SPDX-License-Identifier: Apache-2.0
// The amount of a fine as somebody typed it: any bytes are read or refused, and what was read is written the same.
#include <cstdint>
#include <string>

#include "base/ensure.hpp"
#include "enforcement/rules/amount.hpp"

extern "C" int LLVMFuzzerTestOneInput(const std::uint8_t* data, std::size_t size) {
  using namespace ankao;
  const std::string text(reinterpret_cast<const char*>(data), size);
  const auto read = enforcement::fen_of(text);
  if (!read.ok() || *read == 0) return 0;
  ensure(*read > 0, "an amount is not below nothing");
  ensure(*enforcement::fen_of(enforcement::yuan_of(*read)) == *read, "written and read again it is the same");
  return 0;
}
