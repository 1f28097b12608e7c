// SPDX-License-Identifier: Apache-2.0
// Telling people, and what they and the administrator do with it.
#pragma once

#include <vector>

#include "base/result.hpp"
#include "db/db.hpp"
#include "jobs/service/kinds.hpp"
#include "ledger/words/event.hpp"
#include "notices/words/notice.hpp"
#include "outbound/settings.hpp"
#include "vault/vault.hpp"

namespace ankao::notices {

/// Schema steps 1100-1199.
std::vector<db::Migration> migrations();

/// In the caller's write transaction: inbox, and a delivery for each channel the person chose. Returns how many people were told.
int send(db::Transaction& transaction, const NewNotice& notice, Instant now);

/// The kind of job that delivers. All outlive `kinds`.
void add_jobs(jobs::Kinds& kinds, db::Database& database, const vault::Vault& vault, const outbound::Settings& settings);

/// Only one's own: notices.unknown. Reading again changes nothing.
Result<Notice> read(db::Database& database, const ledger::Actor& actor, std::int64_t number, Instant now);
/// notices.delivery_unknown, notices.delivery_not_failed.
Result<Delivery> retry_delivery(db::Database& database, const ledger::Actor& actor, std::int64_t number, Instant now);

} // namespace ankao::notices
