// SPDX-License-Identifier: Apache-2.0
// Which version of a checklist holds: the form as issued, or a later one that the city entered and a second person reviewed.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/result.hpp"
#include "db/db.hpp"
#include "inspection/words/checklist.hpp"
#include "ledger/words/event.hpp"

namespace ankao::inspection {

struct EnteredVersion {
  Checklist checklist;
  std::string state; ///< "draft", "reviewed", "refused"
  std::string entered_by, entered_name, reviewed_name, reason;
  Instant entered_at;
  std::optional<Instant> reviewed_at;
};

/// The version that holds on a day: the newest reviewed one that has begun. Nothing for an unknown id.
std::optional<Checklist> checklist_on(db::Transaction& transaction, const std::string& id, Date day);
/// A version by number, drafts too; the answers of a visit are always read under its own.
std::optional<Checklist> checklist_version(db::Transaction& transaction, const std::string& id, int version);
std::vector<EnteredVersion> entered_versions(db::Transaction& transaction, const std::string& id);

/// A new version as a draft; its number follows from what stands, and `content` may leave it as it is. Problems of read_checklist and
/// inspection.version_other_form, version_past (it may not begin before tomorrow: what was inspected stays under what held).
Result<EnteredVersion> enter_version(db::Database& database, const ledger::Actor& actor, Instant now, const std::string& id, const std::string& content);
/// Another person lets it hold or refuses it with a reason. inspection.version_unknown, version_decided, version_own, version_reason.
Result<EnteredVersion> review_version(db::Database& database, const ledger::Actor& actor, Instant now, const std::string& id, int version, bool accept, const std::string& reason);

} // namespace ankao::inspection
