// SPDX-License-Identifier: Apache-2.0
#include "planning/rules/feed.hpp"

#include <algorithm>
#include <map>
#include <set>
#include <tuple>

namespace ankao::planning {
namespace {

void tell(std::map<std::string, FeedEvent>& known, const FeedSession& session, Instant at) {
  const auto [place, fresh] = known.try_emplace(session.id, FeedEvent{session, 0, at, false});
  FeedEvent& event = place->second;
  if (fresh || (event.session == session && !event.cancelled)) return;
  event = {session, event.sequence + 1, at, false};
}

} // namespace

std::vector<FeedEvent> events_of(const std::vector<FeedVersion>& versions) {
  std::map<Month, std::map<std::string, FeedEvent>> months;
  for (const auto& version : versions) {
    auto& known = months[version.month];
    std::set<std::string> there;
    for (const auto& session : version.sessions) {
      there.insert(session.id);
      tell(known, session, version.at);
    }
    for (auto& [id, event] : known) {
      if (there.contains(id) || event.cancelled) continue;
      event = {event.session, event.sequence + 1, version.at, true};
    }
  }
  std::vector<FeedEvent> all;
  for (auto& [month, known] : months)
    for (auto& [id, event] : known) all.push_back(std::move(event));
  std::sort(all.begin(), all.end(), [](const auto& a, const auto& b) { return std::tie(a.session.date, a.session.id) < std::tie(b.session.date, b.session.id); });
  return all;
}

} // namespace ankao::planning
