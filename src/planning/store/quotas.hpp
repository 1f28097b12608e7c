// SPDX-License-Identifier: Apache-2.0
// Quotas, and the sessions of past months they are proposed from.
#pragma once

#include <map>
#include <optional>
#include <string>
#include <vector>

#include "db/db.hpp"
#include "planning/words/forecast.hpp"
#include "planning/words/quota.hpp"

namespace ankao::planning {

struct QuotaFilter {
  std::optional<Month> month;
  std::string state, order = "id";
  std::int64_t limit = 100'000, offset = 0;
};
struct QuotaList {
  std::int64_t total = 0;
  std::vector<Quota> items;
};

void insert_quota(db::Transaction& transaction, const Quota& quota);
/// False when somebody decided already.
bool decide_quota(db::Transaction& transaction, const Quota& quota);
std::optional<Quota> find_quota(db::Transaction& transaction, const std::string& id);
QuotaList list_quotas(db::Transaction& transaction, const QuotaFilter& filter);
/// Of the month's last approved quota.
std::map<std::string, int> approved_lines(db::Transaction& transaction, Month month);

/// Sessions held or planned, by subject, from its first session to the last known month before `end`; months between without
/// any are 0.
std::map<std::string, Series> past_sessions(db::Transaction& transaction, Month end);

/// One row of statistics that were kept before the platform.
struct PastSessions {
  Month month;
  std::string site, subject;
  std::int64_t sessions = 0;
};
/// Puts these beside what was imported before, replacing the same month, site and subject.
void put_past(db::Transaction& transaction, const std::vector<PastSessions>& rows);

} // namespace ankao::planning
