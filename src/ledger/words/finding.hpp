// SPDX-License-Identifier: Apache-2.0
// What a check of the log found.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "base/date.hpp"

namespace ankao::ledger {

struct Finding {
  /// edited: the content is not what was logged; deleted: the row is gone; reordered: the content of another event stands here;
  /// added: a row that was never logged; node: a stored hash does not fit those below it; truncated: the end is missing; checkpoint: the
  /// signed root is not that of these rows, or a checkpoint that the witness has seen is gone; signature: a checkpoint is not signed with the key; replaced: the witness beside the database
  /// has seen another log; older: it has seen a longer one; shard: the record of an expired shard is not the logged one.
  enum class Kind { Edited, Deleted, Reordered, Added, Node, Truncated, Checkpoint, Signature, Replaced, Older, Shard };
  Kind kind = Kind::Edited;
  std::int64_t first = 0; ///< events, from 1, both included
  std::int64_t last = 0;
  bool operator==(const Finding&) const = default;
};

std::string word_of(Finding::Kind kind);

struct CheckReport {
  std::int64_t id = 0;
  Instant at;
  std::string account;
  std::int64_t size = 0;
  std::vector<Finding> findings;
};

} // namespace ankao::ledger
