// SPDX-License-Identifier: Apache-2.0
#include "planning/service/quotas.hpp"

#include <algorithm>
#include <set>
#include <tuple>

#include "base/sm3.hpp"
#include "ledger/service/ledger.hpp"
#include "planning/rules/demand.hpp"
#include "planning/rules/forecast.hpp"
#include "planning/store/bookings.hpp"
#include "planning/store/feeds.hpp"
#include "planning/store/plans.hpp"

namespace ankao::planning {
namespace {

constexpr std::size_t k_longest_reason = 500;
constexpr int k_most_ahead = 24;

std::string quota_id(std::int64_t number) {
  const std::string digits = std::to_string(number);
  return "CC-" + std::string(digits.size() < 6 ? 6 - digits.size() : 0, '0') + digits;
}

std::string digest_of(const Quota& q) {
  std::string text = q.id + "\n" + to_string(q.month) + "\n" + std::string(name_of(q.state)) + "\n" + q.reason + "\n" + q.decision_reason + "\n";
  for (const auto& line : q.lines) text += line.subject + " " + std::to_string(line.forecast) + " " + std::to_string(line.max_sessions) + "\n";
  return to_hex(sm3(text));
}

Result<void> check_reason(const std::string& reason) {
  if (reason.empty()) return problem("planning.reason_missing", {}, "reason");
  if (reason.size() > k_longest_reason) return problem("planning.text_too_long", {{"limit", std::to_string(k_longest_reason)}}, "reason");
  return {};
}

/// A quota reaches only a month whose data are not fixed yet.
Result<void> check_month(db::Transaction& transaction, Month month, Date today) {
  if (month < month_of(today)) return problem("planning.quota_month_past", {{"value", to_string(month)}}, "month");
  const auto plan = newest_version(transaction, month);
  if (plan && plan->stage != Stage::Collecting && plan->stage != Stage::Returned) return problem("planning.quota_month_frozen", {{"month", to_string(month)}}, "month");
  return {};
}

Result<void> check_lines(const World& world, const std::vector<QuotaLine>& lines) {
  if (lines.empty()) return problem("planning.quota_empty", {}, "lines");
  std::set<std::string> seen;
  for (const auto& line : lines) {
    if (!world.subject_names.contains(line.subject)) return problem("planning.booking_subject_unknown", {{"value", line.subject}}, "lines");
    if (line.max_sessions < 0 || line.max_sessions > 100'000) return problem("planning.policy_range", {{"low", "0"}, {"high", "100000"}}, "lines");
    if (!seen.insert(line.subject).second) return problem("planning.quota_doubled", {{"value", line.subject}}, "lines");
  }
  return {};
}

std::int64_t proposed_for(const std::vector<SubjectForecast>& all, const std::string& subject, Month month) {
  for (const auto& one : all) {
    if (one.subject != subject || !one.ahead) continue;
    for (const auto& point : one.ahead->points)
      if (point.month == month) return quota_of(point);
  }
  return -1;
}

int months_between(Month from, Month to) { return (to.year - from.year) * 12 + static_cast<int>(to.month) - static_cast<int>(from.month); }

Result<Quota> decide_on(const World& world, const Act& act, const std::string& id, const std::string& reason, ChangeState to) {
  if (const auto fine = check_reason(reason); !fine.ok()) return fine.problem();
  return decide(world.database, [&](db::Transaction& transaction) -> Result<Quota> {
    const auto found = find_quota(transaction, id);
    if (!found) return problem("planning.quota_unknown", {{"value", id}});
    if (found->state != ChangeState::Proposed) return problem("planning.quota_decided", {{"value", id}});
    if (to == ChangeState::Approved) {
      if (found->entered_by == act.actor.account || found->entered_by == act.actor.behalf) return problem("planning.second_person");
      if (const auto fine = check_month(transaction, found->month, act.today()); !fine.ok()) return fine.problem();
    }
    Quota quota = *found;
    quota.state = to;
    quota.decided_by = act.actor.account;
    quota.decided_name = act.actor.name;
    quota.decided_at = act.at;
    quota.decision_reason = reason;
    if (!decide_quota(transaction, quota)) return problem("planning.quota_decided", {{"value", id}});
    ledger::append(transaction, {act.actor, act.at, to == ChangeState::Approved ? "quota.approve" : "quota.reject", "quota:" + to_string(quota.month), digest_of(*found), digest_of(quota), "S-2.1", reason});
    return quota;
  });
}

} // namespace

std::map<std::string, int> approved_quotas(db::Transaction& transaction, Month month) { return approved_lines(transaction, month); }

std::vector<SubjectForecast> forecasts(db::Transaction& transaction, int year, Date today) {
  std::vector<SubjectForecast> all;
  // The month under way counts only once its plan is published: half a month is no statistic.
  const auto published = months_in_force(transaction);
  Month end = month_of(today);
  if (!published.empty()) end = std::max(end, published.back().next());
  for (auto& [subject, series] : past_sessions(transaction, end)) {
    SubjectForecast one{subject, series, std::nullopt};
    Month next = series.first;
    for (std::size_t i = 0; i < series.counts.size(); ++i) next = next.next();
    const int ahead = std::clamp(months_between(next, Month{year, 12}) + 1, 1, k_most_ahead);
    one.ahead = forecast(series, ahead);
    all.push_back(std::move(one));
  }
  return all;
}

Result<std::vector<int>> demand_from(db::Transaction& transaction, Month month, Date today) {
  constexpr int k_months = 12;
  Month last = month;
  for (int i = 1; i < k_months; ++i) last = last.next();
  std::vector<KnownDemand> known;
  for (auto& one : forecasts(transaction, last.year, today)) known.push_back({std::move(one.past), std::move(one.ahead)});
  auto percents = demand_percents(known, month, k_months);
  if (!percents) return problem("planning.demand_unknown", {{"month", to_string(month)}, {"least", std::to_string(k_least_months)}});
  return std::move(*percents);
}

Result<Quota> propose_quota(const World& world, const Act& act, const QuotaWanted& wanted) {
  if (const auto fine = check_reason(wanted.reason); !fine.ok()) return fine.problem();
  if (const auto fine = check_lines(world, wanted.lines); !fine.ok()) return fine.problem();
  return decide(world.database, [&](db::Transaction& transaction) -> Result<Quota> {
    if (const auto fine = check_month(transaction, wanted.month, act.today()); !fine.ok()) return fine.problem();
    if (list_quotas(transaction, {wanted.month, "proposed", "id"}).total > 0) return problem("planning.quota_pending", {{"month", to_string(wanted.month)}}, "month");
    const auto known = forecasts(transaction, wanted.month.year, act.today());
    Quota quota;
    quota.id = quota_id(next_number(transaction, "quota"));
    quota.month = wanted.month;
    quota.reason = wanted.reason;
    quota.entered_by = act.actor.account;
    quota.entered_name = act.actor.name;
    quota.entered_at = act.at;
    quota.lines = wanted.lines;
    for (auto& line : quota.lines) line.forecast = proposed_for(known, line.subject, wanted.month);
    std::sort(quota.lines.begin(), quota.lines.end(), [](const auto& a, const auto& b) { return a.subject < b.subject; });
    insert_quota(transaction, quota);
    ledger::append(transaction, {act.actor, act.at, "quota.propose", "quota:" + to_string(quota.month), "", digest_of(quota), "S-2.1", wanted.reason});
    return quota;
  });
}

Result<Quota> approve_quota(const World& world, const Act& act, const std::string& id, const std::string& reason) { return decide_on(world, act, id, reason, ChangeState::Approved); }
Result<Quota> reject_quota(const World& world, const Act& act, const std::string& id, const std::string& reason) { return decide_on(world, act, id, reason, ChangeState::Rejected); }

PastImport store_past(const World& world, const Act& act, std::vector<PastRow> rows, bool dry_run) {
  const auto outcome = decide(world.database, [&](db::Transaction& transaction) -> Result<PastImport> {
    PastImport result;
    result.rows = static_cast<int>(rows.size());
    std::set<Month> published;
    for (const auto& month : months_in_force(transaction)) published.insert(month);
    std::set<std::tuple<Month, std::string, std::string>> seen;
    std::vector<PastSessions> good;
    std::string text;
    for (auto& row : rows) {
      const auto& past = row.past;
      if (row.faults.empty()) {
        if (past.month >= month_of(act.today())) row.faults.push_back(problem("planning.past_future", {{"value", to_string(past.month)}}, "month"));
        if (published.contains(past.month)) row.faults.push_back(problem("planning.past_published", {{"value", to_string(past.month)}}, "month"));
        if (!seen.emplace(past.month, past.site, past.subject).second) row.faults.push_back(problem("planning.past_doubled", {{"value", past.site + " " + past.subject}}, "month"));
      }
      if (!row.faults.empty()) {
        result.bad.push_back(row);
        continue;
      }
      good.push_back(past);
      text += to_string(past.month) + " " + past.site + " " + past.subject + " " + std::to_string(past.sessions) + "\n";
    }
    if (dry_run || !result.bad.empty() || good.empty()) return result;
    put_past(transaction, good);
    result.stored = static_cast<int>(good.size());
    ledger::append(transaction, {act.actor, act.at, "statistics.import", "statistics:sessions", "", to_hex(sm3(text)), "S-2.1", std::to_string(good.size())});
    return result;
  });
  return *outcome;
}

} // namespace ankao::planning
