// SPDX-License-Identifier: Apache-2.0
// The witness stands beside the database, not in it: one line a checkpoint that this machine has seen. Whoever puts an older copy of the
// database in place, or one with another history, does not change it.
#pragma once

#include <fstream>
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
  /// What the last readable line says.
  std::optional<Seen> last() const;
  const std::string& path() const { return path_; }

private:
  std::string path_;
};

/// The lines of a witness by size, one after another. The file may be as long as the log is old: only lines that stand out of order (two
/// programs noted at once, or somebody wrote into it) are kept in memory. Lines that cannot be read are passed.
class WitnessLines {
public:
  explicit WitnessLines(const Witness& witness);
  /// The next line, if its size is `size`; sizes are asked for in rising order and none is passed over.
  std::optional<Seen> take(std::int64_t size);
  /// The size of the next line; nothing at the end.
  std::optional<std::int64_t> next_size();

private:
  std::optional<Seen> read_in_order();
  std::ifstream in_;
  std::int64_t reached_ = 0;
  std::optional<Seen> ahead_;
  std::vector<Seen> odd_; ///< largest first
};

} // namespace ankao::ledger
