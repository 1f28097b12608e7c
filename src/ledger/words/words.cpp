// SPDX-License-Identifier: Apache-2.0
#include <array>

#include "ledger/words/finding.hpp"

namespace ankao::ledger {

std::string word_of(Finding::Kind kind) {
  static constexpr std::array<const char*, 11> words{"edited", "deleted", "reordered", "added", "node", "truncated", "checkpoint", "signature", "replaced", "older", "shard"};
  return words[static_cast<std::size_t>(kind)];
}

} // namespace ankao::ledger
