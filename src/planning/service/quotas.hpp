// SPDX-License-Identifier: Apache-2.0
// From past months to the quotas of months to come (S-2.1).
#pragma once

#include <map>
#include <string>
#include <vector>

#include "planning/service/world.hpp"
#include "planning/store/quotas.hpp"
#include "planning/words/forecast.hpp"
#include "planning/words/quota.hpp"

namespace ankao::planning {

/// What flows into a month's instance: subject -> sessions.
std::map<std::string, int> approved_quotas(db::Transaction& transaction, Month month);

struct SubjectForecast {
  std::string subject;
  Series past;
  std::optional<Forecast> ahead; ///< nothing: too little is known
};
/// All subjects with past sessions, by id, up to the end of the year.
std::vector<SubjectForecast> forecasts(db::Transaction& transaction, int year, Date today);

/// Demand of twelve months from `month` on in percent of that month's sessions, for a simulated year. Problem planning.demand_unknown.
Result<std::vector<int>> demand_from(db::Transaction& transaction, Month month, Date today);

struct QuotaWanted {
  Month month;
  std::vector<QuotaLine> lines; ///< `forecast` is filled in here
  std::string reason;
};
/// Problems planning.quota_month_past, quota_month_frozen, quota_pending, quota_empty, quota_doubled, booking_subject_unknown, policy_range.
Result<Quota> propose_quota(const World& world, const Act& act, const QuotaWanted& wanted);
/// By another person: planning.second_person, quota_decided.
Result<Quota> approve_quota(const World& world, const Act& act, const std::string& id, const std::string& reason);
Result<Quota> reject_quota(const World& world, const Act& act, const std::string& id, const std::string& reason);

struct PastRow {
  int row = 0;
  PastSessions past;
  std::vector<Problem> faults; ///< Problem::at = key of the column
};
struct PastImport {
  int rows = 0, stored = 0;
  std::vector<PastRow> bad;
};
/// Statistics kept before the platform: all rows, or none when one is wrong or `dry_run`. A month whose plan the platform published
/// counts itself: planning.past_published; also past_future, past_doubled.
PastImport store_past(const World& world, const Act& act, std::vector<PastRow> rows, bool dry_run);

} // namespace ankao::planning
