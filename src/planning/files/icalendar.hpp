// SPDX-License-Identifier: Apache-2.0
// RFC 5545: events as the text that calendar programs subscribe to. Days and hours are those of China (TZID Asia/Shanghai).
#pragma once

#include <map>
#include <string>
#include <vector>

#include "planning/words/feed.hpp"

namespace ankao::planning {

struct CalendarHead {
  std::string name;
  std::string domain; ///< behind the @ of every UID: the city and the feed's party, so that two feeds of one session do not collide
  std::string address; ///< of the platform; empty: events have no URL
};

/// Lines end in CRLF and are folded at 75 octets, never inside a character. A slot without hours is the whole day.
std::string write_calendar(const CalendarHead& head, const std::vector<FeedEvent>& events, const std::map<std::string, SlotHours>& hours);

} // namespace ankao::planning
