// SPDX-License-Identifier: Apache-2.0
// What people changed in the register since a moment, entry by entry, with the record before and after.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/date.hpp"
#include "db/db.hpp"
#include "registry/words/record.hpp"

namespace ankao::registry {

struct EditStep {
  Instant at;
  std::string person, role, action, reason;
  std::int64_t event = 0;
};

/// One institution or site. `before` is nothing where the entry is new, or did not hold yet.
template <class Record>
struct EntryEdit {
  std::string id;
  std::optional<Record> before, after;
  Standing standing_before = Standing::Reported, standing_after = Standing::Reported;
  std::vector<EditStep> steps; ///< oldest first
};

struct SuspensionEdit {
  Suspension suspension;
  EditStep step;
};

struct Edits {
  std::vector<EntryEdit<InstitutionRecord>> institutions; ///< by id
  std::vector<EntryEdit<SiteRecord>> sites;               ///< by id
  std::vector<SuspensionEdit> suspensions;                ///< by id
};

/// Recorded after `since` and not after `until`, and holding on `day`.
Edits edits_between(db::Transaction& transaction, Instant since, Instant until, Date day);

} // namespace ankao::registry
