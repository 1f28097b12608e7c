// SPDX-License-Identifier: Apache-2.0
#include "deadlines/rules/schedule.hpp"

#include <algorithm>
#include <utility>

namespace ankao::deadlines {
namespace {

constexpr std::int64_t k_nine = 9 * 3'600'000;

bool reminds(const Moment& moment) { return moment.deed == Deed::Remind || moment.deed == Deed::RemindAfter; }

} // namespace

std::string Moment::key() const {
  switch (deed) {
  case Deed::Remind:
    return "before:" + std::to_string(days);
  case Deed::Miss:
    return "missed";
  case Deed::RemindAfter:
    return "after:" + std::to_string(days);
  case Deed::Escalate:
    break;
  }
  return "escalate:" + role + ":" + std::to_string(days);
}

std::vector<Moment> schedule(const Deadline& deadline, const Due& due, const WorkingDays& calendar) {
  std::vector<Moment> out{{due.at, Deed::Miss, 0, ""}};
  const auto at_nine = [&](int count) -> std::optional<Instant> {
    const auto day = moved(deadline, due.day, count, calendar);
    return day ? std::optional(Instant{start_of(*day).ms + k_nine}) : std::nullopt;
  };
  for (const int days : deadline.before)
    if (const auto at = at_nine(-days)) out.push_back({*at, Deed::Remind, days, ""});
  for (const int days : deadline.after)
    if (const auto at = at_nine(days)) out.push_back({std::max(*at, due.at), Deed::RemindAfter, days, ""});
  for (const Escalation& one : deadline.escalate)
    if (const auto at = at_nine(one.after)) out.push_back({std::max(*at, due.at), Deed::Escalate, one.after, one.role});
  std::stable_sort(out.begin(), out.end(), [](const Moment& a, const Moment& b) { return a.at < b.at; });
  return out;
}

Agenda agenda(const std::vector<Moment>& moments, const std::set<std::string>& done, Instant now) {
  Agenda out;
  const Moment* newest = nullptr;
  for (const Moment& one : moments) {
    if (done.contains(one.key())) continue;
    if (one.at > now) {
      out.next = one.at;
      break;
    }
    if (!reminds(one)) {
      out.act.push_back(one);
      // The finding itself tells the holder: a reminder from before it says nothing any more.
      if (one.deed == Deed::Miss && newest != nullptr) out.passed.push_back(*std::exchange(newest, nullptr));
      continue;
    }
    if (newest != nullptr) out.passed.push_back(*newest);
    newest = &one;
  }
  if (newest != nullptr) out.act.push_back(*newest);
  return out;
}

} // namespace ankao::deadlines
