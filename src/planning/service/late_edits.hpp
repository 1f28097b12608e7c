// SPDX-License-Identifier: Apache-2.0
// Lint before the draw: who changed what since the bookings closed, and for whom that changes anything.
#pragma once

#include <string>
#include <vector>

#include "draw/study/differences.hpp"
#include "planning/rules/field_edits.hpp"
#include "planning/service/world.hpp"
#include "planning/words/plan.hpp"

namespace ankao::planning {

struct WhoEdited {
  Instant at;
  std::string person, role, action, reason;
};

/// All edits of one record together.
struct RecordEdits {
  std::string kind; ///< "institution", "site", "suspension", "booking"
  std::string id, name;
  std::vector<WhoEdited> steps; ///< oldest first
  std::vector<FieldEdit> fields;
  draw::EditEffect effect; ///< of this record's edits alone, all others as they are now
};

struct LateEdits {
  Instant since, until;
  std::vector<RecordEdits> edits; ///< those with an effect first, then by their last step, newest first
  std::int64_t left_out = 0;      ///< beyond the most that is looked at
};

/// `since` nothing: when the desk opened the month. Edits after the freeze do not count. planning.month_unknown while it is not opened.
Result<LateEdits> late_edits(db::Transaction& transaction, const World& world, Month month, std::optional<Instant> since, Instant now);

inline constexpr std::size_t k_edits_examined = 60;

} // namespace ankao::planning
