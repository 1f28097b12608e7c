// SPDX-License-Identifier: Apache-2.0
// What other capabilities read of decisions inside a transaction of their own.
#pragma once

#include <vector>

#include "db/db.hpp"
#include "enforcement/words/decision.hpp"

namespace ankao::enforcement {

/// Signed from the first moment and before the second and not annulled, oldest first; of one district when it is not empty.
std::vector<Decision> decisions_between(db::Transaction& transaction, const std::string& district, Instant from, Instant before);

/// The same, as little of each as figures need.
struct CountedDecision {
  std::string id, subject, name, district;
  Instant at; ///< signed
  Kind kind = Kind::Correct;
  std::int64_t amount = 0, persons = 0;
};
std::vector<CountedDecision> decisions_counted(db::Transaction& transaction, const std::string& district, Instant from, Instant before);

} // namespace ankao::enforcement
