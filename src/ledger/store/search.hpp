// SPDX-License-Identifier: Apache-2.0
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "base/date.hpp"
#include "ledger/store/events.hpp"
#include "ledger/words/checkpoint.hpp"

namespace ankao::ledger {

/// What the list of events is narrowed by; empty members do not narrow.
struct EventFilter {
  std::string text;    ///< part of subject, account or reason
  std::string action;  ///< beginning: "plan." or "plan.publish"
  std::string subject; ///< exactly
  std::string account;
  std::optional<Date> from;
  std::optional<Date> to; ///< that day included
};
struct EventPage {
  std::int64_t total = 0;
  std::vector<StoredEvent> events; ///< newest first
};
/// `order` is SQL from the list's description.
EventPage search_events(db::Transaction& transaction, const EventFilter& filter, const std::string& order, std::int64_t offset, std::int64_t limit);

struct CheckpointPage {
  std::int64_t total = 0;
  std::vector<Checkpoint> checkpoints;
};
/// Sealed from that day to that day, both included.
CheckpointPage search_checkpoints(db::Transaction& transaction, const std::optional<Date>& from, const std::optional<Date>& to, const std::string& order, std::int64_t offset, std::int64_t limit);

} // namespace ankao::ledger
