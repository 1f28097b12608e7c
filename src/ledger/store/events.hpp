// SPDX-License-Identifier: Apache-2.0
// Rows of ledger_event: the payload of the log.
#pragma once

#include <optional>
#include <vector>

#include "db/db.hpp"
#include "ledger/words/event.hpp"

namespace ankao::ledger {

struct StoredEvent {
  std::int64_t number = 0;
  Event event;
  std::string salt; ///< empty in a database older than the Merkle log, until prepare()
};

StoredEvent read_event(const db::Rows& rows, std::size_t i);
void insert_events(db::Transaction& transaction, const std::vector<StoredEvent>& events);
/// At most `limit` events from `first` on, in order.
std::vector<StoredEvent> events_from(db::Transaction& transaction, std::int64_t first, std::int64_t limit);
std::optional<StoredEvent> find_event(db::Transaction& transaction, std::int64_t number);

} // namespace ankao::ledger
