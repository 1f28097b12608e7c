// SPDX-License-Identifier: Apache-2.0
// What the API says of timetables and calendar feeds.
//   GET    /api/timetable               timetable.show  TimetableQuery -> TimetableView
//   GET    /api/feeds                   feed.list       -> FeedList
//   POST   /api/feeds                   feed.create     FeedBody -> FeedMade
//   POST   /api/feeds/{id}/revoke       feed.revoke     FeedOf -> FeedItem
//   GET    /api/feeds/{secret}          feed.read       public: whoever holds the address -> text/calendar
#pragma once

#include <boost/describe.hpp>
#include <cstdint>
#include <optional>
#include <string>
#include <vector>

#include "planning/routes/api.hpp"

namespace ankao::planning::dto {

struct TimetableQuery {
  std::string month; ///< "2024-03"; empty: the month under way, or the nearest with a plan
  std::string site, room, institution;
};
BOOST_DESCRIBE_STRUCT(TimetableQuery, (), (month, site, room, institution))

struct TimetableChoice {
  std::string id, name;
};
BOOST_DESCRIBE_STRUCT(TimetableChoice, (), (id, name))

struct TimetableView {
  std::string month;
  int version = 0; ///< 0: no plan of the month is published
  std::string published_at;
  std::string reach; ///< "city", "district", "site", "institution", "own" (an examiner's assignments)
  std::vector<std::string> months; ///< with a published plan, oldest first
  std::vector<std::string> slots;
  std::vector<CalendarDay> days;
  std::vector<SessionItem> sessions; ///< an institution's hold its own batches only
  std::vector<TimetableChoice> sites, rooms, institutions; ///< to choose from, in reach
  std::int64_t seats = 0, candidates = 0;
  std::int64_t own = 0; ///< seats of the batches shown
};
BOOST_DESCRIBE_STRUCT(TimetableView, (), (month, version, published_at, reach, months, slots, days, sessions, sites, rooms, institutions, seats, candidates, own))

struct FeedItem {
  std::string id, label, language, site, room, institution;
  Instant created_at;
  std::optional<Instant> revoked_at;
  std::string read_on; ///< last day on which a program fetched it; empty: never
};
BOOST_DESCRIBE_STRUCT(FeedItem, (), (id, label, language, site, room, institution, created_at, revoked_at, read_on))

struct FeedList {
  std::vector<FeedItem> items;
};
BOOST_DESCRIBE_STRUCT(FeedList, (), (items))

struct FeedBody {
  std::string label;
  std::optional<std::string> site, room, institution;
  std::optional<std::string> language; ///< "zh" when left out
};
BOOST_DESCRIBE_STRUCT(FeedBody, (), (label, site, room, institution, language))

struct FeedMade {
  FeedItem feed;
  std::string address; ///< shown once; a path where the platform does not know how people reach it
};
BOOST_DESCRIBE_STRUCT(FeedMade, (), (feed, address))

struct FeedOf {
  std::string id;
};
BOOST_DESCRIBE_STRUCT(FeedOf, (), (id))

struct FeedSecret {
  std::string secret; ///< with or without ".ics"
};
BOOST_DESCRIBE_STRUCT(FeedSecret, (), (secret))

} // namespace ankao::planning::dto
