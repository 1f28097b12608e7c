// SPDX-License-Identifier: Apache-2.0
// The witness stands beside the database, not in it: one line a checkpoint that this machine has seen. Whoever puts an older copy of the
// database in place, or one with another history, does not change it.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "ledger/words/checkpoint.hpp"

namespace ankao::ledger {

struct Seen {
  std::int64_t size = 0;
  Digest root{};
};

class Witness {
public:
  /// "" remembers nothing.
  explicit Witness(const std::string& folder);
  /// Appends and flushes to the disk; std::runtime_error when it cannot.
  void note(const Checkpoint& checkpoint) const;
  /// All lines, oldest first; a line that cannot be read is skipped and counted.
  std::vector<Seen> seen(int* unreadable = nullptr) const;
  std::optional<Seen> last() const;

private:
  std::string path_;
};

} // namespace ankao::ledger
