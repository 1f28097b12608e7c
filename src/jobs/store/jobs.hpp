// SPDX-License-Identifier: Apache-2.0
// The SQL of jobs. Write transactions follow each other on both databases, so reading and then taking a job needs no lock of its own.
#pragma once

#include <optional>
#include <string>
#include <vector>

#include "db/db.hpp"
#include "jobs/service/jobs.hpp"

namespace ankao::jobs::store {

std::int64_t insert(db::Transaction& transaction, const NewJob& job);
std::optional<Job> find(db::Transaction& transaction, std::int64_t number);
std::optional<Job> unfinished(db::Transaction& transaction, const std::string& kind, const std::string& key);
/// The job of these kinds that is due longest: waiting and due, or running with its lease run out.
std::optional<Job> due(db::Transaction& transaction, const std::vector<std::string>& kinds, Instant now);
std::vector<Job> list(db::Transaction& transaction, const Filter& filter);
std::int64_t count(db::Transaction& transaction, const Filter& filter);

/// State, due time, attempts, fence, lease, worker, reason, times.
void update(db::Transaction& transaction, const Job& job);
/// Nothing happens unless the job still runs under this fence; whether it does.
bool renew(db::Transaction& transaction, std::int64_t number, std::int64_t fence, Instant lease_until);
/// Finished jobs that ended before; the newest number always stays, so that numbers are never used twice.
std::int64_t delete_ended_before(db::Transaction& transaction, Instant ended);

std::vector<Turn> turns(db::Transaction& transaction);
void put_turn(db::Transaction& transaction, const Turn& turn);

} // namespace ankao::jobs::store
