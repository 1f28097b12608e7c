// SPDX-License-Identifier: Apache-2.0
// The one way a version enters the register: with its ledger event, in the transaction of the change.
#pragma once

#include <optional>
#include <string>

#include "registry/service/act.hpp"
#include "registry/store/register.hpp"

namespace ankao::registry {

struct Step {
  std::string name; ///< noun.verb; permission, event and time line use the same word
  Standing standing = Standing::Published;
  Date effective;
  std::string reason;
  std::string clause;
};

/// Adds the version after `head` and writes its event. `step.effective` is not before the head's (check_effective).
Version take_step(db::Transaction& transaction, const Act& act, const InstitutionRecord& record, const Step& step,
                  const std::optional<Version>& head);
Version take_step(db::Transaction& transaction, const Act& act, const SiteRecord& record, const Step& step,
                  const std::optional<Version>& head);

/// `wanted` or, when absent, today or the head's own day if that is later. Refused (register.effective_date) before the head's day,
/// or more than k_days_ahead after today.
Result<Date> effective_day(const std::optional<Date>& wanted, Date today, const std::optional<Version>& head);
inline constexpr int k_days_ahead = 366;

/// The head an edit was made on: problem register.entry_unknown, register.version_stale, register.entry_not_published.
Result<Version> edited_head(db::Transaction& transaction, EntryKind kind, const std::string& id, int version);

} // namespace ankao::registry
