// SPDX-License-Identifier: Apache-2.0
// A signed statement: the log had this many events and this root at that time.
#pragma once

#include <cstdint>
#include <string>

#include "base/date.hpp"
#include "base/sm3.hpp"

namespace ankao::ledger {

struct Checkpoint {
  std::string origin; ///< which log, named after its public key
  std::int64_t size = 0;
  Digest root{};
  Instant at;
  std::string signature; ///< SM2, DER, over text()

  /// The signed bytes: four lines (docs/ledger-format.md).
  std::string text() const { return origin + "\n" + std::to_string(size) + "\n" + to_hex(root) + "\n" + to_string(at) + "\n"; }
};

} // namespace ankao::ledger
