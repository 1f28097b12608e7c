// SPDX-License-Identifier: Apache-2.0
// What the platform does about deadlines by itself, every few minutes: starts those of a month, a year or a day, reminds, records
// findings, escalates. Right after any pause; nothing is done twice.
#pragma once

#include <functional>

#include "db/db.hpp"
#include "deadlines/service/terms.hpp"

namespace ankao::deadlines {

/// Sends in the transaction of the deed; notices implements it.
using SendNote = std::function<void(db::Transaction&, const Note&, Instant now)>;

struct Swept {
  int opened = 0;
  int reminded = 0;
  int missed = 0;
  int escalated = 0;
  int looked = 0; ///< terms
  bool operator==(const Swept&) const = default;
};

/// Without `send` no reminder is sent or marked as sent. In transactions of at most `batch` terms, so that others may write between them.
Swept sweep(db::Database& database, const Owners& owners, const SendNote& send, Instant now, int batch = 500);

} // namespace ankao::deadlines
