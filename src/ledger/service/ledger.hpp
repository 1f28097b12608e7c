// SPDX-License-Identifier: Apache-2.0
// The one place every change goes through: the event is written in the transaction of the change, or neither is. With the event go
// its leaf and the subtrees of the Merkle log that it completes.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "db/db.hpp"
#include "ledger/words/event.hpp"

namespace ankao::ledger {

/// Writes the event; returns its number, from 1, without gaps in commit order.
std::int64_t append(db::Transaction& transaction, const Event& event);
/// Many at once, the fast way of each database; returns the number of the first.
std::int64_t append_many(db::Transaction& transaction, const std::vector<Event>& events);

struct Written {
  std::int64_t number = 0;
  Event event;
};
/// The time line of a subject, oldest first.
std::vector<Written> time_line(db::Transaction& transaction, const std::string& subject);

/// Gives the events of a database that is older than the Merkle log their leaves; returns how many. Done when the program starts, and
/// by the first append otherwise.
std::int64_t prepare(db::Transaction& transaction);

/// Schema steps 100-199.
std::vector<db::Migration> migrations();

} // namespace ankao::ledger
